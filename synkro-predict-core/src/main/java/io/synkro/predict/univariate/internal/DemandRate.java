package io.synkro.predict.univariate.internal;

/** Follows intermittent demand with given parameters. Not safe for use by many threads. */
public interface DemandRate {
  /**
   * Takes the next value.
   *
   * @param value zero or more, finite
   */
  void add(double value);

  /**
   * Returns the forecast of every step to come.
   *
   * @return demand by step; NaN as long as there are too few values
   */
  double forecast();

  /**
   * Returns the same state, to go on from apart.
   *
   * @return a copy
   */
  DemandRate copy();
}
