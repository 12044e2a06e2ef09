package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.Require;

/**
 * A periodic-review policy (s, S): if the inventory position is at or below the reorder point at a
 * review, order up to the level.
 *
 * @param reorderPoint inventory position s, units, may be negative
 * @param orderUpTo level S, units, above the reorder point
 * @param cost expected cost per period, zero or more
 */
public record OrderUpToPlan(double reorderPoint, double orderUpTo, double cost) {
  /** {@inheritDoc} */
  public OrderUpToPlan {
    Require.that(Double.isFinite(reorderPoint), "reorderPoint", reorderPoint, "must be finite", "");
    Require.that(
        orderUpTo > reorderPoint && Double.isFinite(orderUpTo),
        "orderUpTo",
        orderUpTo,
        "must be finite and above the reorder point " + reorderPoint,
        "");
    Require.nonNegative("cost", cost, "");
  }
}
