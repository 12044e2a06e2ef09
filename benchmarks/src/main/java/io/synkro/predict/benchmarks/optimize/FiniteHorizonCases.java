package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.newsvendor.FiniteHorizon;
import io.synkro.predict.optimize.newsvendor.FiniteHorizonPlan;
import io.synkro.predict.optimize.newsvendor.MismatchCosts;
import io.synkro.predict.optimize.newsvendor.StockCosts;
import io.synkro.predict.optimize.newsvendor.StockPeriod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers the cases of several periods. The published figures leave out demand that is more than
 * four standard deviations from the mean, and so do these.
 */
final class FiniteHorizonCases {
  private static final double DEVIATIONS = 4;

  private FiniteHorizonCases() {}

  static Map<String, Function<CaseInputs, CaseAnswer>> functions() {
    return Map.of("stockpyl.finite_horizon.finite_horizon_dp", FiniteHorizonCases::solve);
  }

  private static CaseAnswer solve(CaseInputs in) {
    int count = (int) in.number("num_periods");
    MismatchCosts terminal =
        new MismatchCosts(in.number("terminal_holding_cost"), in.number("terminal_stockout_cost"));
    List<Double> means = in.perPeriod("demand_mean", count);
    double reach = DEVIATIONS * Collections.max(in.perPeriod("demand_sd", count));
    FiniteHorizonPlan plan =
        FiniteHorizon.of(periods(in, count), terminal)
            .withDemandBetween(
                Math.round(Math.max(0, Collections.min(means) - reach)),
                Math.round(Collections.max(means) + reach))
            .solve((long) in.number("initial_inventory_level"));
    return new CaseAnswer().with("total_cost", plan.totalCost());
  }

  private static List<StockPeriod> periods(CaseInputs in, int count) {
    List<StockPeriod> periods = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      NormalDemand demand =
          new NormalDemand(at(in, "demand_mean", count, t), at(in, "demand_sd", count, t));
      StockCosts costs =
          new StockCosts(
              at(in, "fixed_cost", count, t),
              at(in, "holding_cost", count, t),
              at(in, "stockout_cost", count, t));
      periods.add(
          new StockPeriod(
              demand,
              costs,
              at(in, "purchase_cost", count, t),
              at(in, "discount_factor", count, t)));
    }
    return periods;
  }

  private static double at(CaseInputs in, String name, int count, int period) {
    return in.perPeriod(name, count).get(period);
  }
}
