package io.synkro.predict.inventory;

import io.synkro.predict.internal.Require;

/**
 * How a product comes to a warehouse.
 *
 * @param supplier who delivers
 * @param leadTime time from placing an order to having the goods on the shelf
 * @param reviewDays days between two looks at the stock, at least 1
 * @param packSize units in a pack; orders are whole packs; positive
 * @param minimumOrder smallest order in units, zero if there is none
 */
public record SupplyTerms(
    SupplierId supplier, LeadTime leadTime, int reviewDays, double packSize, double minimumOrder) {
  /** {@inheritDoc} */
  public SupplyTerms {
    Require.atLeast("reviewDays", reviewDays, 1, "use 1 for a daily look");
    Require.positive("packSize", packSize, "use 1 if single units can be ordered");
    Require.nonNegative("minimumOrder", minimumOrder, "use 0 if there is none");
  }
}
