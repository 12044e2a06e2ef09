package io.synkro.predict.search.internal;

import java.util.SplittableRandom;

/** A parameter as the estimator sees it: a set of numbers. Immutable. */
public interface Dimension {
  /**
   * Draws a value, each alike on the scale of the parameter.
   *
   * @param random source of chance
   * @return a value of the set
   */
  double draw(SplittableRandom random);

  /**
   * Returns whether a value belongs to the set.
   *
   * @param value any double
   * @return false for NaN
   */
  boolean holds(double value);

  /**
   * Returns how many values there are.
   *
   * @return at least 2; infinite for an interval
   */
  double size();

  /**
   * Returns the value after another, in a circle.
   *
   * @param value a value of the set
   * @return the next; the first after the last, and of an interval the same
   */
  double next(double value);

  /**
   * Lays a kernel on each observed value, and a last one that stands for the prior.
   *
   * @param observed values of the set, may be empty
   * @return one kernel more than there are values
   */
  Kernels kernels(double[] observed);
}
