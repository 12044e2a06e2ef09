package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.optimize.supply.EoqWithAdditiveYield;
import io.synkro.predict.optimize.supply.EoqWithDisruptions;
import io.synkro.predict.optimize.supply.EoqWithMultiplicativeYield;
import io.synkro.predict.optimize.supply.NewsvendorWithAdditiveYield;
import io.synkro.predict.optimize.supply.NewsvendorWithDisruptions;
import io.synkro.predict.optimize.supply.SupplyYield;
import java.util.Map;
import java.util.function.Function;

/** Answers the cases of supply that cannot be relied on. */
final class SupplyCases {
  private static final String PREFIX = "stockpyl.supply_uncertainty.";
  private static final String STOCK = "base_stock_level";

  private SupplyCases() {}

  static Map<String, Function<CaseInputs, CaseAnswer>> functions() {
    return Map.of(
        PREFIX + "eoq_with_additive_yield_uncertainty", SupplyCases::additive,
        PREFIX + "eoq_with_multiplicative_yield_uncertainty", SupplyCases::multiplicative,
        PREFIX + "eoq_with_disruptions", SupplyCases::disruptions,
        PREFIX + "eoq_with_disruptions_cost", SupplyCases::disruptions,
        PREFIX + "newsvendor_with_additive_yield_uncertainty", SupplyCases::yieldOfStock,
        PREFIX + "newsvendor_with_disruptions", SupplyCases::stockForDisruptions);
  }

  private static CaseAnswer additive(CaseInputs in) {
    EoqWithAdditiveYield problem = new EoqWithAdditiveYield(LotSizeCases.order(in), arriving(in));
    return LotSizeCases.lot(in, problem::optimum, problem::costOf);
  }

  private static CaseAnswer multiplicative(CaseInputs in) {
    EoqWithMultiplicativeYield problem =
        new EoqWithMultiplicativeYield(LotSizeCases.order(in), arriving(in));
    return LotSizeCases.lot(in, problem::optimum, problem::costOf);
  }

  private static CaseAnswer disruptions(CaseInputs in) {
    EoqWithDisruptions problem =
        new EoqWithDisruptions(
            LotSizeCases.order(in),
            in.number("stockout_cost"),
            new EoqWithDisruptions.Supplier(
                in.number("disruption_rate"), in.number("recovery_rate")));
    return in.isTrue("approximate")
        ? LotSizeCases.lot(in, problem::approximateOptimum, problem::approximateCostOf)
        : LotSizeCases.lot(in, problem::optimum, problem::costOf);
  }

  private static CaseAnswer yieldOfStock(CaseInputs in) {
    NewsvendorWithAdditiveYield problem =
        new NewsvendorWithAdditiveYield(
            NewsvendorCases.costs(in),
            in.number("demand"),
            in.distribution("yield_distribution", "yield_pmf"));
    double stock = in.has(STOCK) ? in.number(STOCK) : problem.optimalStock();
    return new CaseAnswer().with(STOCK, stock).with("cost", problem.cost(stock));
  }

  private static CaseAnswer stockForDisruptions(CaseInputs in) {
    NewsvendorWithDisruptions problem =
        new NewsvendorWithDisruptions(
            NewsvendorCases.costs(in),
            in.number("demand"),
            in.number("disruption_prob"),
            in.number("recovery_prob"));
    double stock = in.has(STOCK) ? in.number(STOCK) : problem.optimalStock();
    return new CaseAnswer().with(STOCK, stock).with("cost", problem.cost(stock));
  }

  private static SupplyYield arriving(CaseInputs in) {
    return new SupplyYield(in.number("yield_mean"), in.number("yield_sd"));
  }
}
