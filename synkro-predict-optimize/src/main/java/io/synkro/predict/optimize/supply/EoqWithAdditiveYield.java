package io.synkro.predict.optimize.supply;

import io.synkro.predict.internal.Require;

/**
 * The economic order quantity if an order of Q brings Q + Y, with a random Y that does not depend
 * on Q, such as damage in transit. Source: Snyder &amp; Shen (2019), Fundamentals of Supply Chain
 * Theory, 2nd edition, equations 9.22 and 9.23.
 *
 * @param costs costs of ordering and holding
 * @param demandRate units demanded in a unit of time, positive
 * @param yield what is added to an order, units; mostly negative
 */
public record EoqWithAdditiveYield(OrderCosts costs, double demandRate, SupplyYield yield) {
  /** {@inheritDoc} */
  public EoqWithAdditiveYield {
    Require.positive("demand rate", demandRate, "");
  }

  /**
   * Returns the best order quantity, √(2 K d / h + Var[Y]) − E[Y].
   *
   * @return units to order
   */
  public double optimalQuantity() {
    double certain = Math.sqrt(2 * costs.fixed() * demandRate / costs.holding());
    return Math.hypot(certain, yield.sd()) - yield.mean();
  }

  /**
   * Returns the expected cost of an order quantity, (2 K d + h Var[Y]) / (2 (Q + E[Y])) + h (Q +
   * E[Y]) / 2.
   *
   * @param quantity units Q to order, above −E[Y] and finite
   * @return cost in a unit of time
   */
  public double cost(double quantity) {
    double arriving =
        Require.positive("expected quantity to arrive", quantity + yield.mean(), "order more");
    double variance = yield.sd() * yield.sd();
    return (2 * costs.fixed() * demandRate + costs.holding() * variance) / (2 * arriving)
        + costs.holding() * arriving / 2;
  }
}
