package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.optimize.lotsize.EconomicOrderQuantity;
import io.synkro.predict.optimize.lotsize.JointReplenishment;
import io.synkro.predict.optimize.lotsize.JointSchedule;
import io.synkro.predict.optimize.lotsize.LotPlan;
import io.synkro.predict.optimize.lotsize.LotSize;
import io.synkro.predict.optimize.lotsize.PlannedBackorders;
import io.synkro.predict.optimize.lotsize.PriceBreak;
import io.synkro.predict.optimize.lotsize.QuantityDiscounts;
import io.synkro.predict.optimize.lotsize.WagnerWhitin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers the cases of order quantities for known demand. */
final class LotSizeCases {
  private static final String PREFIX = "stockpyl.eoq.";
  private static final String EOQ = PREFIX + "economic_order_quantity";

  private LotSizeCases() {}

  static Map<String, Function<CaseInputs, CaseAnswer>> functions() {
    return Map.of(
        EOQ,
        LotSizeCases::economic,
        EOQ + "_with_backorders",
        LotSizeCases::backorders,
        EOQ + "_with_all_units_discounts",
        in -> discounts(discounts(in).allUnits()),
        EOQ + "_with_incremental_discounts",
        in -> discounts(discounts(in).incremental()),
        PREFIX + "joint_replenishment_problem_silver_heuristic",
        LotSizeCases::joint,
        "stockpyl.wagner_whitin.wagner_whitin",
        LotSizeCases::wagnerWhitin);
  }

  static EconomicOrderQuantity order(CaseInputs in) {
    return new EconomicOrderQuantity(
        in.number("fixed_cost"), in.number("holding_cost"), in.number("demand_rate"));
  }

  /** The given quantity, or the best if none is given, and its cost. */
  static CaseAnswer lot(CaseInputs in, Supplier<LotSize> optimum, DoubleUnaryOperator costOf) {
    String name = "order_quantity";
    LotSize lot =
        in.has(name)
            ? new LotSize(in.number(name), costOf.applyAsDouble(in.number(name)))
            : optimum.get();
    return new CaseAnswer().with(name, lot.quantity()).with("cost", lot.cost());
  }

  private static CaseAnswer economic(CaseInputs in) {
    return lot(in, order(in)::optimum, order(in)::costOf);
  }

  private static CaseAnswer backorders(CaseInputs in) {
    PlannedBackorders problem = new PlannedBackorders(order(in), in.number("stockout_cost"));
    if (in.has("order_quantity")) {
      return new CaseAnswer()
          .with(
              "cost", problem.costOf(in.number("order_quantity"), in.number("stockout_fraction")));
    }
    PlannedBackorders.Plan plan = problem.optimum();
    return new CaseAnswer()
        .with("order_quantity", plan.quantity())
        .with("stockout_fraction", plan.stockoutFraction())
        .with("cost", plan.cost());
  }

  private static QuantityDiscounts discounts(CaseInputs in) {
    List<Double> from = in.numbers("breakpoints");
    List<Double> prices = in.numbers("unit_costs");
    List<PriceBreak> breaks = new ArrayList<>();
    for (int j = 0; j < from.size(); j++) {
      breaks.add(new PriceBreak(from.get(j), prices.get(j)));
    }
    return new QuantityDiscounts(
        in.number("fixed_cost"), in.number("holding_cost_rate"), in.number("demand_rate"), breaks);
  }

  private static CaseAnswer discounts(QuantityDiscounts.Plan plan) {
    return new CaseAnswer()
        .with("order_quantity", plan.quantity())
        .with("region", plan.region())
        .with("cost", plan.cost());
  }

  private static CaseAnswer joint(CaseInputs in) {
    List<Double> fixed = in.numbers("individual_fixed_costs");
    List<Double> holding = in.numbers("holding_costs");
    List<Double> rates = in.numbers("demand_rates");
    List<EconomicOrderQuantity> products = new ArrayList<>();
    for (int n = 0; n < rates.size(); n++) {
      products.add(new EconomicOrderQuantity(fixed.get(n), holding.get(n), rates.get(n)));
    }
    JointSchedule schedule =
        new JointReplenishment(in.number("shared_fixed_cost"), products).silver();
    return new CaseAnswer()
        .with("order_quantities", schedule.quantities())
        .with("base_cycle_time", schedule.cycle())
        .with("order_multiples", schedule.multiples())
        .with("cost", schedule.cost());
  }

  /** Lists of the file begin with an entry for a period 0, and count the next order from 1. */
  private static CaseAnswer wagnerWhitin(CaseInputs in) {
    int periods = (int) in.number("num_periods");
    List<Double> fixed = in.perPeriod("fixed_cost", periods);
    List<Double> holding = in.perPeriod("holding_cost", periods);
    List<Double> demand = in.perPeriod("demand", periods);
    List<WagnerWhitin.PeriodCosts> costs = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      costs.add(new WagnerWhitin.PeriodCosts(fixed.get(t), 0, holding.get(t)));
    }
    LotPlan plan =
        WagnerWhitin.plan(demand.stream().mapToDouble(Double::doubleValue).toArray(), costs);
    double[] orders = plan.orders();
    CaseAnswer answer =
        new CaseAnswer()
            .with("cost", plan.cost())
            .with("order_quantities", 0, 0)
            .with("next_order_periods", 0, 0);
    for (int t = 0; t < periods; t++) {
      answer.with("order_quantities", t + 1, orders[t]);
      answer.with("next_order_periods", t + 1, plan.nextOrder(t) + 1);
    }
    return answer;
  }
}
