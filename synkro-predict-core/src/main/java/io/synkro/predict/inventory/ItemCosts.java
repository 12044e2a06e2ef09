package io.synkro.predict.inventory;

import io.synkro.predict.internal.Require;

/**
 * Money of a product in a warehouse, all in one currency.
 *
 * @param unitCost purchase price of a unit, positive
 * @param unitPrice selling price of a unit, zero or more
 * @param orderCost fixed cost of placing an order, zero or more
 * @param holdingRatePerYear cost of holding a unit for a year as a share of its purchase price,
 *     zero or more; 0.2 to 0.3 is usual
 */
public record ItemCosts(
    double unitCost, double unitPrice, double orderCost, double holdingRatePerYear) {
  /** {@inheritDoc} */
  public ItemCosts {
    Require.positive("unitCost", unitCost, "");
    Require.nonNegative("unitPrice", unitPrice, "");
    Require.nonNegative("orderCost", orderCost, "");
    Require.nonNegative("holdingRatePerYear", holdingRatePerYear, "write 25 % a year as 0.25");
  }

  /**
   * Returns what a lost sale of one unit costs.
   *
   * @return price minus cost, at least zero
   */
  public double unitMargin() {
    return Math.max(0, unitPrice - unitCost);
  }
}
