package io.synkro.predict.optimize.newsvendor;

import java.util.function.LongToDoubleFunction;

/** What to order in one period at each stock, and what it costs from then on. */
final class PeriodPlan {
  private final StockRange range;
  private final double[] cost;
  private final int[] orderUpTo;
  private final boolean ordersToTop;

  private PeriodPlan(StockRange range, double[] cost, int[] orderUpTo, boolean ordersToTop) {
    this.range = range;
    this.cost = cost;
    this.orderUpTo = orderUpTo;
    this.ordersToTop = ordersToTop;
  }

  /** Solves one period of the recursion, given what the next costs at each stock. */
  static PeriodPlan of(
      StockPeriod period, DemandGrid demand, LongToDoubleFunction next, StockRange range) {
    double purchase = period.purchase();
    double fixed = period.costs().fixed();
    double[] after = expected(demand, next, range);
    Newsvendor mismatch = period.costs().newsvendor(period.demand());
    double[] upTo = new double[range.size()]; // c y + H(y), what a stock of y after ordering costs
    for (int i = 0; i < upTo.length; i++) {
      double y = range.at(i);
      upTo[i] = purchase * y + mismatch.cost(y) + period.discount() * after[i];
    }
    double[] cost = new double[upTo.length];
    int[] choice = new int[upTo.length];
    int top = upTo.length - 1;
    int best = top;
    for (int i = top; i >= 0; i--) { // best is the cheapest stock above i to order up to
      boolean orders = i < top && fixed + upTo[best] < upTo[i];
      choice[i] = orders ? best : i;
      cost[i] = (orders ? fixed + upTo[best] : upTo[i]) - purchase * range.at(i);
      best = upTo[i] <= upTo[best] ? i : best;
    }
    return new PeriodPlan(range, cost, choice, upTo[top] <= upTo[best] + fixed);
  }

  /** Returns the expected cost of the next period on, for each stock after ordering. */
  private static double[] expected(DemandGrid demand, LongToDoubleFunction next, StockRange range) {
    double[] probabilities = demand.probabilities;
    int most = probabilities.length - 1;
    double[] costs = new double[range.size() + most];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = next.applyAsDouble(range.at(i) - demand.high());
    }
    double[] expected = new double[range.size()];
    for (int i = 0; i < expected.length; i++) {
      double sum = 0;
      for (int d = 0; d <= most; d++) {
        sum += probabilities[d] * costs[i + most - d];
      }
      expected[i] = sum;
    }
    return expected;
  }

  StockRange range() {
    return range;
  }

  /** Returns whether ordering up to more than the range might pay. */
  boolean ordersToTop() {
    return ordersToTop;
  }

  /** Returns whether the two least stocks order, and so any below them. */
  boolean ordersFromBottom() {
    return orderUpTo[0] > 0 && orderUpTo[1] == orderUpTo[0];
  }

  /** Returns the cost from this period on; below the range it goes on in a line. */
  double cost(long stock) {
    return stock >= range.low()
        ? cost[(int) (stock - range.low())]
        : cost[0] + (cost[0] - cost[1]) * (range.low() - stock);
  }

  /** Returns the stock to have after ordering; below the range it is that of the least stock. */
  long orderUpTo(long stock) {
    return range.at(orderUpTo[stock >= range.low() ? (int) (stock - range.low()) : 0]);
  }

  /** Returns the largest stock up to which all stocks are brought to the same level. */
  long reorderPoint() {
    int i = 0;
    while (i + 1 < orderUpTo.length && orderUpTo[i + 1] == orderUpTo[0]) {
      i++;
    }
    return range.at(i);
  }
}
