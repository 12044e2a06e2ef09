package io.synkro.predict.optimize.supply;

import io.synkro.predict.internal.Require;

/**
 * The economic order quantity if an order of Q brings Q Z, with a random share Z, such as the good
 * units of a batch. Source: Snyder &amp; Shen (2019), Fundamentals of Supply Chain Theory, 2nd
 * edition, equations 9.24 and 9.25.
 *
 * @param costs costs of ordering and holding
 * @param demandRate units demanded in a unit of time, positive
 * @param yield share of an order that arrives, with a positive mean
 */
public record EoqWithMultiplicativeYield(OrderCosts costs, double demandRate, SupplyYield yield) {
  /** {@inheritDoc} */
  public EoqWithMultiplicativeYield {
    Require.positive("demand rate", demandRate, "");
    Require.positive("mean of the yield", yield.mean(), "without it nothing ever arrives");
  }

  /**
   * Returns the best order quantity, √(2 K d / (h E[Z²])).
   *
   * @return units to order, zero or more
   */
  public double optimalQuantity() {
    return Math.sqrt(2 * costs.fixed() * demandRate / (costs.holding() * meanSquare()));
  }

  /**
   * Returns the expected cost of an order quantity, K d / (Q E[Z]) + h Q E[Z²] / (2 E[Z]).
   *
   * @param quantity units Q to order, positive
   * @return cost in a unit of time
   */
  public double cost(double quantity) {
    Require.positive("quantity", quantity, "");
    return costs.fixed() * demandRate / (quantity * yield.mean())
        + costs.holding() * quantity * meanSquare() / (2 * yield.mean());
  }

  private double meanSquare() {
    return yield.sd() * yield.sd() + yield.mean() * yield.mean();
  }
}
