package io.synkro.predict.optimize.lotsize;

import io.synkro.predict.internal.Require;

/**
 * The economic order quantity: steady demand, no shortage, whole orders. Source: Harris (1913),
 * "How many parts to make at once", reprinted in Operations Research 38 (1990), <a
 * href="https://doi.org/10.1287/opre.38.6.947">doi:10.1287/opre.38.6.947</a>; Snyder &amp; Shen
 * (2019), Fundamentals of Supply Chain Theory, 2nd edition, section 3.2.
 *
 * @param fixedCost cost K of an order whatever its size, zero or more
 * @param holdingCost cost h of holding one unit for one unit of time, positive
 * @param demandRate demand λ in units per unit of time, zero or more
 */
public record EconomicOrderQuantity(double fixedCost, double holdingCost, double demandRate) {
  /** {@inheritDoc} */
  public EconomicOrderQuantity {
    Require.nonNegative("fixedCost", fixedCost, "");
    Require.positive("holdingCost", holdingCost, "");
    Require.nonNegative("demandRate", demandRate, "");
  }

  /**
   * Returns the cheapest quantity Q* = √(2Kλ / h) and its cost hQ*. Source: Snyder &amp; Shen
   * (2019), equations 3.4 and 3.5.
   *
   * @return quantity and cost per unit of time, without the price of the goods
   */
  public LotSize optimum() {
    double quantity = Math.sqrt(2 * fixedCost * demandRate / holdingCost);
    return new LotSize(quantity, holdingCost * quantity);
  }

  /**
   * Returns the cost of a given quantity, Kλ / Q + hQ / 2. Source: the same.
   *
   * @param quantity units of each order, positive
   * @return cost per unit of time, without the price of the goods
   */
  public double costOf(double quantity) {
    Require.positive("quantity", quantity, "");
    return fixedCost * demandRate / quantity + holdingCost * quantity / 2;
  }
}
