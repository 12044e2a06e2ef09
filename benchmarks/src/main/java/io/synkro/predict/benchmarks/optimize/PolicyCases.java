package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.DemandProcess;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.newsvendor.StockCosts;
import io.synkro.predict.optimize.policy.ContinuousReview;
import io.synkro.predict.optimize.policy.OrderUpToPlan;
import io.synkro.predict.optimize.policy.PeriodicReview;
import io.synkro.predict.optimize.policy.PowerApproximation;
import io.synkro.predict.optimize.policy.ReorderApproximations;
import io.synkro.predict.optimize.policy.ReorderPlan;
import java.util.Map;
import java.util.function.Function;

/** Answers the cases of the policies (r, Q) and (s, S). */
final class PolicyCases {
  private static final String CONTINUOUS = "stockpyl.rq.r_q_";
  private static final String PERIODIC = "stockpyl.ss.s_s_";

  private PolicyCases() {}

  static Map<String, Function<CaseInputs, CaseAnswer>> functions() {
    return Map.ofEntries(
        entry(CONTINUOUS + "cost", in -> costOf(in, normal(in))),
        entry(CONTINUOUS + "cost_poisson", in -> costOf(in, poisson(in))),
        entry(CONTINUOUS + "optimal_r_for_q", PolicyCases::reorderPoint),
        entry(CONTINUOUS + "poisson_exact", in -> plan(model(in, poisson(in)).optimum())),
        entry(CONTINUOUS + "eil_approximation", in -> plan(near(in).expectedInventoryLevel())),
        entry(CONTINUOUS + "eoqb_approximation", in -> plan(near(in).eoqWithBackorders())),
        entry(CONTINUOUS + "eoqss_approximation", in -> plan(near(in).eoqWithSafetyStock())),
        entry(CONTINUOUS + "loss_function_approximation", in -> plan(near(in).lossFunction())),
        entry(PERIODIC + "cost_discrete", PolicyCases::costOfLevels),
        entry(PERIODIC + "discrete_exact", PolicyCases::levels),
        entry(PERIODIC + "power_approximation", PolicyCases::powerApproximation));
  }

  private static Map.Entry<String, Function<CaseInputs, CaseAnswer>> entry(
      String name, Function<CaseInputs, CaseAnswer> answer) {
    return Map.entry(name, answer);
  }

  private static StockCosts costs(CaseInputs in) {
    return new StockCosts(
        in.number("fixed_cost", 0), in.number("holding_cost"), in.number("stockout_cost"));
  }

  private static NormalDemand normal(CaseInputs in) {
    return new NormalDemand(in.number("demand_mean"), in.number("demand_sd"));
  }

  private static PoissonDemand poisson(CaseInputs in) {
    return new PoissonDemand(in.number("demand_mean"));
  }

  private static ContinuousReview model(CaseInputs in, DemandDistribution perTime) {
    return new ContinuousReview(
        costs(in), perTime.mean(), DemandProcess.of(perTime).over(in.number("lead_time")));
  }

  private static ReorderApproximations near(CaseInputs in) {
    return new ReorderApproximations(model(in, normal(in)));
  }

  private static CaseAnswer costOf(CaseInputs in, DemandDistribution perTime) {
    return new CaseAnswer()
        .with(
            "cost",
            model(in, perTime).costOf(in.number("reorder_point"), in.number("order_quantity")));
  }

  private static CaseAnswer reorderPoint(CaseInputs in) {
    double point = model(in, normal(in)).reorderPointFor(in.number("order_quantity"));
    return new CaseAnswer().with("r", point);
  }

  private static CaseAnswer plan(ReorderPlan plan) {
    return new CaseAnswer()
        .with("r", plan.reorderPoint())
        .with("Q", plan.quantity())
        .with("cost", plan.cost());
  }

  private static CaseAnswer costOfLevels(CaseInputs in) {
    PeriodicReview model = PeriodicReview.withoutLeadTime(costs(in), poisson(in));
    double cost = model.costOf(in.number("reorder_point"), in.number("order_up_to_level"));
    return new CaseAnswer().with("cost", cost);
  }

  private static CaseAnswer levels(CaseInputs in) {
    OrderUpToPlan plan = PeriodicReview.withoutLeadTime(costs(in), poisson(in)).optimum();
    return new CaseAnswer()
        .with("s", plan.reorderPoint())
        .with("S", plan.orderUpTo())
        .with("cost", plan.cost());
  }

  private static CaseAnswer powerApproximation(CaseInputs in) {
    PowerApproximation plan = PowerApproximation.of(costs(in), normal(in), normal(in));
    return new CaseAnswer().with("s", plan.reorderPoint()).with("S", plan.orderUpTo());
  }
}
