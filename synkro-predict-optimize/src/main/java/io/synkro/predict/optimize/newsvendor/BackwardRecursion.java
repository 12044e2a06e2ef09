package io.synkro.predict.optimize.newsvendor;

import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/**
 * The dynamic program of {@link FiniteHorizon} over a range of stocks that grows until nothing
 * beyond it matters: at its top no period would order as much, and at its bottom every period
 * orders, so that the cost below falls on a line, or the stock cannot get there.
 */
final class BackwardRecursion {
  private static final double MOST_CELLS = 8e6;
  private static final double MOST_PRODUCTS = 5e9;

  private final List<StockPeriod> periods;
  private final MismatchCosts terminal;
  private final List<DemandGrid> demands;

  BackwardRecursion(List<StockPeriod> periods, MismatchCosts terminal, List<DemandGrid> demands) {
    this.periods = periods;
    this.terminal = terminal;
    this.demands = demands;
  }

  FiniteHorizonPlan solve(long initialStock) {
    double largest = demands.stream().mapToDouble(DemandGrid::high).max().orElse(0) + 1;
    double floor = initialStock - demands.stream().mapToDouble(DemandGrid::high).sum();
    double low = Math.min(initialStock, 0) - largest;
    double high = Math.max(initialStock, 0) + 2 * largest;
    while (true) {
      List<PeriodPlan> plans = sweep(low, high);
      double width = high - low;
      boolean higher = plans.stream().anyMatch(PeriodPlan::ordersToTop);
      boolean lower = low > floor && !plans.stream().allMatch(PeriodPlan::ordersFromBottom);
      if (!higher && !lower) {
        return new FiniteHorizonPlan(plans, initialStock);
      }
      high += higher ? width : 0;
      low = lower ? Math.max(floor, low - width) : low;
    }
  }

  private List<PeriodPlan> sweep(double low, double high) {
    double width = high - low + 1;
    double widest =
        demands.stream().mapToInt(demand -> demand.probabilities.length).max().orElse(1);
    Require.that(
        width * periods.size() <= MOST_CELLS && width * periods.size() * widest <= MOST_PRODUCTS,
        "range of stocks to look at",
        width,
        "must be at most %.0f divided by the %d periods, and %.0f divided by the demands, too"
            .formatted(MOST_CELLS, periods.size(), MOST_PRODUCTS),
        "count in packs, or split the horizon");
    StockRange range = new StockRange((long) low, (int) width);
    List<PeriodPlan> plans = new ArrayList<>();
    LongToDoubleFunction next = x -> x > 0 ? terminal.holding() * x : -terminal.stockout() * x;
    for (int t = periods.size() - 1; t >= 0; t--) {
      PeriodPlan plan = PeriodPlan.of(periods.get(t), demands.get(t), next, range);
      plans.add(plan);
      next = plan::cost;
    }
    Collections.reverse(plans);
    return plans;
  }
}
