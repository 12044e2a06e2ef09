package io.synkro.predict.univariate;

import io.synkro.predict.InvalidInputException;

/**
 * Forecasts one series from its own past. Implementations are immutable, safe for use by many
 * threads, and deterministic: equal values give equal bits.
 */
public interface UnivariateMethod {
  /**
   * Returns the name by which the method is known in the field.
   *
   * @return such as {@code Dynamic Optimised Theta}
   */
  String name();

  /**
   * Estimates the parameters of the method. A series that is too short for the method is fitted
   * with the nearest simpler one: without a season if it does not cover two of them, without a
   * trend, at last by its mean; {@link UnivariateFit#text()} says what was fitted.
   *
   * @param values one value a step, the oldest first, at least one, all finite and of at most 1e15
   * @param season steps of a season, at least 1; 1 for none
   * @return the fitted method
   * @throws InvalidInputException if there is no value, one is not finite or too large, or the
   *     season is below 1
   */
  UnivariateFit fit(double[] values, int season);
}
