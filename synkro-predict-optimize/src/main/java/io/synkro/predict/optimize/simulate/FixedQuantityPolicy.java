package io.synkro.predict.optimize.simulate;

import io.synkro.predict.internal.Require;

/**
 * The (r, nQ) policy: at a review at which the inventory position is at or below r, it orders the
 * least multiple of Q that lifts it above r; with unit demand and a review in every period it is
 * (r, Q). Source: Hadley &amp; Whitin (1963), Analysis of Inventory Systems, chapter 5.
 *
 * @param reorderPoint r, units, finite
 * @param quantity Q, units, positive
 */
public record FixedQuantityPolicy(double reorderPoint, double quantity)
    implements ReplenishmentPolicy {
  /** {@inheritDoc} */
  public FixedQuantityPolicy {
    Require.that(Double.isFinite(reorderPoint), "reorderPoint", reorderPoint, "must be finite", "");
    Require.positive("quantity", quantity, "");
  }

  @Override
  public double order(StockView view) {
    double missing = reorderPoint - view.position();
    return missing < 0 ? 0 : quantity * (Math.floor(missing / quantity) + 1);
  }
}
