package io.synkro.predict.optimize.newsvendor;

import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * What to order in each period of a {@link FiniteHorizon}, and what it costs on average: exact for
 * every stock that the initial one can lead to. Immutable; safe for use by many threads.
 */
public final class FiniteHorizonPlan {
  private final List<PeriodPlan> plans;
  private final long initialStock;

  FiniteHorizonPlan(List<PeriodPlan> plans, long initialStock) {
    this.plans = List.copyOf(plans);
    this.initialStock = initialStock;
  }

  /**
   * Returns the expected discounted cost of all periods from the initial stock on.
   *
   * @return cost
   */
  public double totalCost() {
    return cost(0, initialStock);
  }

  /**
   * Returns the expected discounted cost from a period on.
   *
   * @param period position of the period, 0 for the first
   * @param stock stock before ordering, units
   * @return cost, in money of that period
   * @throws io.synkro.predict.InvalidInputException if the plan did not look at such a stock
   */
  public double cost(int period, long stock) {
    return at(period, stock).cost(stock);
  }

  /**
   * Returns up to which stock to order.
   *
   * @param period position of the period, 0 for the first
   * @param stock stock before ordering, units
   * @return stock after ordering; {@code stock} itself if nothing is to be ordered
   * @throws io.synkro.predict.InvalidInputException if the plan did not look at such a stock
   */
  public long orderUpTo(int period, long stock) {
    return at(period, stock).orderUpTo(stock);
  }

  /**
   * Returns the order-up-to level S of a period: the stock after ordering if there was little
   * before.
   *
   * @param period position of the period, 0 for the first
   * @return units
   * @throws io.synkro.predict.InvalidInputException if the period never orders
   */
  public long orderUpToLevel(int period) {
    return ordering(period).orderUpTo(Long.MIN_VALUE);
  }

  /**
   * Returns the reorder point s of a period: it orders up to S if the stock is at or below s.
   * Without fixed costs both are equal.
   *
   * @param period position of the period, 0 for the first
   * @return units
   * @throws io.synkro.predict.InvalidInputException if the period never orders
   */
  public long reorderPoint(int period) {
    return ordering(period).reorderPoint();
  }

  private PeriodPlan ordering(int period) {
    PeriodPlan plan = plans.get(Require.index("period", period, plans.size()));
    Require.that(
        plan.ordersFromBottom(),
        "period",
        period,
        "must order at some stock to have levels",
        "compare its prices with the stockout costs");
    return plan;
  }

  private PeriodPlan at(int period, long stock) {
    PeriodPlan plan = plans.get(Require.index("period", period, plans.size()));
    Require.that(
        plan.range().contains(stock) || (stock < plan.range().low() && plan.ordersFromBottom()),
        "stock",
        stock,
        "must be from %d to %d".formatted(plan.range().low(), plan.range().high()),
        "solve again with this initial stock");
    return plan;
  }
}
