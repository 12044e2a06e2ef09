package io.synkro.predict.optimize.lotsize;

import io.synkro.predict.internal.Require;

/**
 * The economic order quantity with planned backorders: customers wait, at a cost, for part of each
 * order. Source: Hadley &amp; Whitin (1963), Analysis of Inventory Systems, chapter 2; Snyder &amp;
 * Shen (2019), section 3.5.
 *
 * @param order fixed cost K of an order, holding cost h and demand rate λ
 * @param stockoutCost cost p of one unit waited for during one unit of time, positive
 */
public record PlannedBackorders(EconomicOrderQuantity order, double stockoutCost) {
  /**
   * A quantity, how much of it is waited for, and what this costs.
   *
   * @param quantity units of each order, zero or more
   * @param stockoutFraction share of demand that is backordered, from 0 to 1
   * @param cost cost per unit of time, zero or more
   */
  public record Plan(double quantity, double stockoutFraction, double cost) {
    /** {@inheritDoc} */
    public Plan {
      Require.nonNegative("quantity", quantity, "");
      requireFraction(stockoutFraction);
      Require.nonNegative("cost", cost, "");
    }
  }

  /** {@inheritDoc} */
  public PlannedBackorders {
    Require.positive("stockoutCost", stockoutCost, "");
  }

  /**
   * Returns the cheapest plan: Q* = √(2Kλ(h + p) / (hp)), of which h / (h + p) is backordered.
   * Source: Snyder &amp; Shen (2019), equations 3.27 to 3.29.
   *
   * @return quantity, share backordered and cost per unit of time
   */
  public Plan optimum() {
    double holding = order.holdingCost();
    double fraction = holding / (holding + stockoutCost);
    // the best mix of both costs is a single one of hp / (h + p) on every unit of the order
    LotSize lot =
        new EconomicOrderQuantity(order.fixedCost(), stockoutCost * fraction, order.demandRate())
            .optimum();
    return new Plan(lot.quantity(), fraction, lot.cost());
  }

  /**
   * Returns the cost of a given plan, hQ(1 − x)² / 2 + pQx² / 2 + Kλ / Q. Source: Snyder &amp; Shen
   * (2019), section 3.5.
   *
   * @param quantity units Q of each order, positive
   * @param stockoutFraction share x of demand that is backordered, from 0 to 1
   * @return cost per unit of time
   */
  public double costOf(double quantity, double stockoutFraction) {
    Require.positive("quantity", quantity, "");
    requireFraction(stockoutFraction);
    double served = 1 - stockoutFraction;
    double held = order.holdingCost() * served * served;
    double waited = stockoutCost * stockoutFraction * stockoutFraction;
    return (held + waited) * quantity / 2 + order.fixedCost() * order.demandRate() / quantity;
  }

  private static void requireFraction(double value) {
    Require.that(
        value >= 0 && value <= 1,
        "stockoutFraction",
        value,
        "must be from 0 to 1",
        "write 5 % as 0.05");
  }
}
