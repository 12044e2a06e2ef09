package io.synkro.predict.optimize.lotsize;

import io.synkro.predict.internal.Require;

/** The cheapest orders for a horizon of periods, counted from 0. Immutable. */
public final class LotPlan {
  private final double[] orders;
  private final double[] costToGo;
  private final int[] nextOrder;

  LotPlan(double[] orders, double[] costToGo, int[] nextOrder) {
    this.orders = orders;
    this.costToGo = costToGo;
    this.nextOrder = nextOrder;
  }

  /**
   * Returns the number of periods.
   *
   * @return periods, one or more
   */
  public int periods() {
    return orders.length;
  }

  /**
   * Returns what is ordered in each period.
   *
   * @return units, shape {@code [periods]}, a copy
   */
  public double[] orders() {
    return orders.clone();
  }

  /**
   * Returns the cost of the plan.
   *
   * @return cost of all periods together
   */
  public double cost() {
    return costToGo[0];
  }

  /**
   * Returns the least cost from a period on, if it begins without stock.
   *
   * @param period from 0 to {@code periods() - 1}
   * @return cost of this period and all later ones
   */
  public double costToGo(int period) {
    return costToGo[Require.index("period", period, periods())];
  }

  /**
   * Returns when an order of a period is best followed by the next one.
   *
   * @param period from 0 to {@code periods() - 1}
   * @return the first period that the order does not cover; {@code periods()} if it covers all
   */
  public int nextOrder(int period) {
    return nextOrder[Require.index("period", period, periods())];
  }
}
