package io.synkro.predict.optimize.supply;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.lotsize.EconomicOrderQuantity;
import io.synkro.predict.optimize.lotsize.LotSize;

/**
 * The economic order quantity if an order of Q brings Q Z, with a random share Z, such as the good
 * units of a batch. Source: Snyder &amp; Shen (2019), Fundamentals of Supply Chain Theory, 2nd
 * edition, equations 9.24 and 9.25.
 *
 * @param order fixed cost K of an order, holding cost h and demand rate d, which must be positive
 * @param yield share of an order that arrives, with a positive mean
 */
public record EoqWithMultiplicativeYield(EconomicOrderQuantity order, SupplyYield yield) {
  /** {@inheritDoc} */
  public EoqWithMultiplicativeYield {
    Require.positive("demandRate", order.demandRate(), "");
    Require.positive("mean of the yield", yield.mean(), "without it nothing ever arrives");
  }

  /**
   * Returns the cheapest quantity, √(2 K d / (h E[Z²])), and its cost.
   *
   * @return units to order and cost per unit of time
   */
  public LotSize optimum() {
    LotSize lot = whole().optimum();
    return new LotSize(lot.quantity(), lot.cost() / yield.mean());
  }

  /**
   * Returns the expected cost of an order quantity, K d / (Q E[Z]) + h Q E[Z²] / (2 E[Z]).
   *
   * @param quantity units Q to order, positive
   * @return cost per unit of time
   */
  public double costOf(double quantity) {
    return whole().costOf(quantity) / yield.mean();
  }

  /** Whole orders at E[Z] times the cost: a unit of theirs costs h E[Z²] to hold. */
  private EconomicOrderQuantity whole() {
    double meanSquare = yield.sd() * yield.sd() + yield.mean() * yield.mean();
    return new EconomicOrderQuantity(
        order.fixedCost(), order.holdingCost() * meanSquare, order.demandRate());
  }
}
