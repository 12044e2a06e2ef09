package io.synkro.predict.optimize.safety;

import java.util.function.DoubleUnaryOperator;

/** Finds order-up-to levels for any fill rate from demand of the past. */
@FunctionalInterface
public interface TargetRule {
  /**
   * Looks at the past.
   *
   * @param history demand by period, the oldest first, units; none negative or missing, may be
   *     empty
   * @return the level, units, zero or more, by the fill rate it is for, above 0 and below 1; it
   *     never falls; for use by one thread at a time
   */
  DoubleUnaryOperator levels(double[] history);
}
