package io.synkro.predict.optimize.lotsize;

import io.synkro.predict.internal.Require;

/**
 * The economic production quantity: as the economic order quantity, but a lot arrives at a rate
 * while demand goes on, so that only the share 1 − λ/μ of it piles up. Source: Taft (1918), "The
 * most economical production lot", Iron Age 101; Snyder &amp; Shen (2019), section 3.6.
 *
 * @param order fixed cost of a lot, holding cost and demand rate λ
 * @param productionRate units μ made per unit of time while a lot runs, above the demand rate
 */
public record EconomicProductionQuantity(EconomicOrderQuantity order, double productionRate) {
  /** {@inheritDoc} */
  public EconomicProductionQuantity {
    Require.positive(
        "productionRate", productionRate, "use EconomicOrderQuantity if lots arrive whole");
    Require.that(
        productionRate > order.demandRate(),
        "productionRate",
        productionRate,
        "must be above the demand rate " + order.demandRate(),
        "");
  }

  /**
   * Returns the cheapest lot √(2Kλ / (h(1 − λ/μ))). Source: Snyder &amp; Shen (2019), equations
   * 3.31 and 3.32.
   *
   * @return quantity and cost per unit of time, without the price of the goods
   */
  public LotSize optimum() {
    return arrivingWhole().optimum();
  }

  /**
   * Returns the cost of a given lot, Kλ / Q + h(1 − λ/μ)Q / 2.
   *
   * @param quantity units of each lot, positive
   * @return cost per unit of time, without the price of the goods
   */
  public double costOf(double quantity) {
    return arrivingWhole().costOf(quantity);
  }

  /** The same problem as orders that arrive whole, of which a unit is held for less. */
  private EconomicOrderQuantity arrivingWhole() {
    double idle = (productionRate - order.demandRate()) / productionRate;
    return new EconomicOrderQuantity(
        order.fixedCost(), order.holdingCost() * idle, order.demandRate());
  }
}
