package io.synkro.predict.optimize.lotsize;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The cheapest orders for known demand that varies from period to period, found by dynamic
 * programming. Demand is met in its period, there is no stock at the start, and what is ordered in
 * a period can be used in it. Source: Wagner &amp; Whitin (1958), "Dynamic version of the economic
 * lot size model", Management Science 5, <a
 * href="https://doi.org/10.1287/mnsc.5.1.89">doi:10.1287/mnsc.5.1.89</a>; Snyder &amp; Shen (2019),
 * section 3.7.
 */
public final class WagnerWhitin {
  private WagnerWhitin() {}

  /**
   * What orders and stock cost in a period.
   *
   * @param fixed cost of an order whatever its size, zero or more
   * @param unit price of a unit, zero or more
   * @param holding cost of holding a unit from this period to the next, zero or more
   */
  public record PeriodCosts(double fixed, double unit, double holding) {
    /** {@inheritDoc} */
    public PeriodCosts {
      Require.nonNegative("fixed", fixed, "");
      Require.nonNegative("unit", unit, "");
      Require.nonNegative("holding", holding, "");
    }
  }

  /**
   * Plans with costs that vary over time. Takes time in proportion to the square of the number of
   * periods at most.
   *
   * @param demand units, shape {@code [periods]}, one period or more, each zero or more
   * @param costs costs of each period, as many as periods
   * @return the cheapest plan; of equally cheap ones that which orders again soonest
   */
  public static LotPlan plan(double[] demand, List<PeriodCosts> costs) {
    int periods = Require.atLeast("number of periods", demand.length, 1, "");
    Require.that(
        costs.size() == periods,
        "costs",
        costs.size(),
        "must be as many as the periods of demand, " + periods,
        "");
    for (int t = 0; t < periods; t++) {
      Require.nonNegative("demand of period " + t, demand[t], "");
    }
    double[] costToGo = new double[periods + 1];
    int[] nextOrder = new int[periods];
    for (int t = periods - 1; t >= 0; t--) {
      nextOrder[t] = bestNext(t, demand, costs, costToGo);
    }
    Require.nonNegative("cost of the plan", costToGo[0], "use larger units");
    double[] orders = new double[periods];
    for (int t = 0; t < periods; t = nextOrder[t]) {
      orders[t] = Arrays.stream(demand, t, nextOrder[t]).sum();
    }
    return new LotPlan(orders, costToGo, nextOrder);
  }

  /**
   * Plans with the same costs in all periods.
   *
   * @param demand units, shape {@code [periods]}, one period or more, each zero or more
   * @param costs costs of every period
   * @return the cheapest plan; of equally cheap ones that which orders again soonest
   */
  public static LotPlan plan(double[] demand, PeriodCosts costs) {
    return plan(demand, Collections.nCopies(demand.length, costs));
  }

  /** Sets the cost to go of a period and returns when to order next. */
  private static int bestNext(int t, double[] demand, List<PeriodCosts> costs, double[] costToGo) {
    costToGo[t] = Double.POSITIVE_INFINITY;
    int best = t + 1;
    double unit = costs.get(t).unit();
    double order = 0;
    for (int next = t + 1; next <= demand.length; next++) {
      if (demand[next - 1] > 0) {
        order = (order == 0 ? costs.get(t).fixed() : order) + unit * demand[next - 1];
      }
      if (order > costToGo[t]) {
        break; // covering still more can only cost more
      }
      if (order + costToGo[next] < costToGo[t]) {
        costToGo[t] = order + costToGo[next];
        best = next;
      }
      unit += costs.get(next - 1).holding();
    }
    return best;
  }
}
