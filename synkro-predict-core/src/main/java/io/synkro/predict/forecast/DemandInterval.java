package io.synkro.predict.forecast;

import java.util.function.DoubleUnaryOperator;

/**
 * Where the demand of a step falls with a certain probability.
 *
 * @param lower least demand inside, units, zero or more
 * @param upper most demand inside, units, not below {@code lower}
 */
public record DemandInterval(double lower, double upper) {

  /** Demand is never below zero: an interval that begins there needs no room beneath it. */
  static DemandInterval of(DoubleUnaryOperator quantile, double level) {
    double lower = quantile.applyAsDouble((1 - level) / 2);
    double upper = quantile.applyAsDouble(lower > 0 ? (1 + level) / 2 : level);
    return new DemandInterval(lower, Math.max(lower, upper));
  }

  /**
   * Returns whether some demand is inside.
   *
   * @param demand units
   * @return true from {@code lower} to {@code upper}, both included
   */
  public boolean contains(double demand) {
    return demand >= lower && demand <= upper;
  }
}
