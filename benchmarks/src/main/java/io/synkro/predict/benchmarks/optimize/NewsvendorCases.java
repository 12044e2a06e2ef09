package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.DemandProcess;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.newsvendor.MismatchCosts;
import io.synkro.predict.optimize.newsvendor.MyopicNewsvendor;
import io.synkro.predict.optimize.newsvendor.Newsvendor;
import io.synkro.predict.optimize.newsvendor.ProfitNewsvendor;
import io.synkro.predict.optimize.newsvendor.UnitPrices;
import java.util.Map;
import java.util.function.Function;

/** Answers the cases of the newsvendor problem. */
final class NewsvendorCases {
  private static final String PREFIX = "stockpyl.newsvendor.";
  private static final String STOCK = "base_stock_level";

  private NewsvendorCases() {}

  static Map<String, Function<CaseInputs, CaseAnswer>> functions() {
    return Map.of(
        PREFIX + "newsvendor_normal", in -> newsvendor(in, normal(in)),
        PREFIX + "newsvendor_normal_cost", in -> newsvendor(in, normal(in)),
        PREFIX + "newsvendor_poisson", in -> newsvendor(in, poisson(in)),
        PREFIX + "newsvendor_poisson_cost", in -> newsvendor(in, poisson(in)),
        PREFIX + "newsvendor_continuous", in -> newsvendor(in, given(in)),
        PREFIX + "newsvendor_discrete", in -> newsvendor(in, given(in)),
        PREFIX + "newsvendor_normal_explicit", in -> profit(in, normal(in)),
        PREFIX + "newsvendor_poisson_explicit", in -> profit(in, poisson(in)),
        PREFIX + "myopic", NewsvendorCases::myopic,
        PREFIX + "myopic_cost", NewsvendorCases::myopic);
  }

  static MismatchCosts costs(CaseInputs in) {
    return new MismatchCosts(in.number("holding_cost"), in.number("stockout_cost"));
  }

  /** The demand of the lead time and the period after it. */
  private static DemandDistribution normal(CaseInputs in) {
    return DemandProcess.of(new NormalDemand(in.number("demand_mean"), in.number("demand_sd")))
        .over(in.number("lead_time", 0) + 1);
  }

  private static DemandDistribution poisson(CaseInputs in) {
    return new PoissonDemand(in.number("demand_mean"));
  }

  private static DemandDistribution given(CaseInputs in) {
    return in.distribution("demand_distrib", "demand_pmf");
  }

  private static CaseAnswer newsvendor(CaseInputs in, DemandDistribution demand) {
    Newsvendor problem = new Newsvendor(costs(in), demand);
    double stock = in.has(STOCK) ? in.number(STOCK) : problem.optimalStock();
    return new CaseAnswer().with(STOCK, stock).with("cost", problem.cost(stock));
  }

  private static CaseAnswer profit(CaseInputs in, DemandDistribution demand) {
    UnitPrices prices =
        new UnitPrices(
            in.number("revenue"), in.number("purchase_cost"), in.number("salvage_value"));
    ProfitNewsvendor problem = new ProfitNewsvendor(prices, costs(in), demand);
    double stock = in.has(STOCK) ? in.number(STOCK) : problem.optimalStock();
    return new CaseAnswer().with(STOCK, stock).with("profit", problem.profit(stock));
  }

  private static CaseAnswer myopic(CaseInputs in) {
    MyopicNewsvendor problem =
        new MyopicNewsvendor(
            new Newsvendor(costs(in), normal(in)),
            in.number("purchase_cost"),
            in.number("purchase_cost_next_per"),
            in.number("discount_factor", 1));
    double stock = in.has(STOCK) ? in.number(STOCK) : problem.optimalStock();
    return new CaseAnswer().with(STOCK, stock).with("cost", problem.cost(stock));
  }
}
