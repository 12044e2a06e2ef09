package io.synkro.predict.optimize.supply;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.lotsize.EconomicOrderQuantity;
import io.synkro.predict.optimize.lotsize.LotSize;

/**
 * The economic order quantity if an order of Q brings Q + Y, with a random Y that does not depend
 * on Q, such as damage in transit. Source: Snyder &amp; Shen (2019), Fundamentals of Supply Chain
 * Theory, 2nd edition, equations 9.22 and 9.23.
 *
 * @param order fixed cost K of an order, holding cost h and demand rate d, which must be positive
 * @param yield what is added to an order, units; mostly negative
 */
public record EoqWithAdditiveYield(EconomicOrderQuantity order, SupplyYield yield) {
  /** {@inheritDoc} */
  public EoqWithAdditiveYield {
    Require.positive("demandRate", order.demandRate(), "");
  }

  /**
   * Returns the cheapest quantity, √(2 K d / h + Var[Y]) − E[Y], and its cost, h times what
   * arrives.
   *
   * @return units to order and cost per unit of time
   * @throws io.synkro.predict.InvalidInputException if so much more arrives than is ordered that
   *     ordering less than nothing would be best
   */
  public LotSize optimum() {
    double arriving = Math.hypot(order.optimum().quantity(), yield.sd());
    return new LotSize(arriving - yield.mean(), order.holdingCost() * arriving);
  }

  /**
   * Returns the expected cost of an order quantity, (2 K d + h Var[Y]) / (2 (Q + E[Y])) + h (Q +
   * E[Y]) / 2.
   *
   * @param quantity units Q to order, above −E[Y] and finite
   * @return cost per unit of time
   */
  public double costOf(double quantity) {
    double arriving =
        Require.positive("expected quantity to arrive", quantity + yield.mean(), "order more");
    double variance = yield.sd() * yield.sd();
    return order.costOf(arriving) + order.holdingCost() * variance / (2 * arriving);
  }
}
