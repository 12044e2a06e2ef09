package io.synkro.predict.optimize.supply;

import io.synkro.predict.internal.Require;

/**
 * By how much the quantity that arrives differs from the quantity ordered: what is added to it, or
 * what it is multiplied by.
 *
 * @param mean expected value, finite
 * @param sd standard deviation, zero or more
 */
public record SupplyYield(double mean, double sd) {
  /** {@inheritDoc} */
  public SupplyYield {
    Require.that(Double.isFinite(mean), "mean of the yield", mean, "must be finite", "");
    Require.nonNegative("sd of the yield", sd, "");
  }
}
