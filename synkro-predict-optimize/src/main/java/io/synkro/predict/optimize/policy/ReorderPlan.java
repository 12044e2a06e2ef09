package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.Require;

/**
 * A continuous-review policy (r, Q): as soon as the inventory position falls to the reorder point,
 * order the quantity.
 *
 * @param reorderPoint inventory position r, units, may be negative
 * @param quantity units Q of each order, positive
 * @param cost expected cost per unit of time, zero or more
 */
public record ReorderPlan(double reorderPoint, double quantity, double cost) {
  /** {@inheritDoc} */
  public ReorderPlan {
    Require.that(Double.isFinite(reorderPoint), "reorderPoint", reorderPoint, "must be finite", "");
    Require.positive("quantity", quantity, "");
    Require.nonNegative("cost", cost, "");
  }
}
