package io.synkro.predict.univariate.internal;

import org.jspecify.annotations.Nullable;

/**
 * What a Theta model estimates.
 *
 * @param alpha smoothing parameter, above 0 and at most 1
 * @param theta by how much the curvature is magnified, at least 1; 2 in the standard models
 * @param initialLevel level before the first value
 * @param line the line through the whole series; null in the dynamic models
 */
public record ThetaParameters(
    double alpha, double theta, double initialLevel, @Nullable Line line) {
  /**
   * A straight line over the steps 1, 2, ...
   *
   * @param intercept value at step 0
   * @param slope change a step
   */
  public record Line(double intercept, double slope) {}

  /**
   * Returns the share of the line in a forecast.
   *
   * @return 1 − 1 / theta
   */
  public double weight() {
    return 1 - 1 / theta;
  }
}
