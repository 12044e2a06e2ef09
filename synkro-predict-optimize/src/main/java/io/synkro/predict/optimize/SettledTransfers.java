package io.synkro.predict.optimize;

import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.StockProblem;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plans under limits in two stages: transfers as if nothing were limited, then orders under the
 * limits. The second knows no lanes, so that engines are fast at it, while the search for both at
 * once may spend all its time on the prices of limits.
 */
final class SettledTransfers {
  private final Planner planner;
  private final StockProblem problem;
  private final Function<StockProblem, PlanResult> engine;

  SettledTransfers(
      Planner planner, StockProblem problem, Function<StockProblem, PlanResult> engine) {
    this.planner = planner;
    this.problem = problem;
    this.engine = engine;
  }

  /**
   * Finds orders for the transfers of a plan, or, if fewer orders than there leave nothing to send
   * later, for those of the first period in which anything can be sent.
   *
   * @return a plan of which nothing is proven; empty if none keeps all rules
   */
  Optional<PlanResult> of(OrderPlan unlimited) {
    return until(problem.periods(), unlimited)
        .or(() -> until(planner.firstPeriod() + 1, unlimited));
  }

  private Optional<PlanResult> until(int end, OrderPlan unlimited) {
    OrderPlan.Builder plan = OrderPlan.builder(problem);
    for (int l = 0; l < problem.lanes().size(); l++) {
      for (int t = 0; t < Math.min(end, problem.periods()); t++) {
        plan.transfer(l, t, unlimited.transfer(l, t));
      }
    }
    PlanResult orders = engine.apply(planner.settled(plan.build()));
    return orders.plan().map(it -> plan.ordersOf(it).build()).flatMap(this::checked);
  }

  private Optional<PlanResult> checked(OrderPlan plan) {
    PlanCheck check = PlanCheck.of(problem, plan);
    return check.isFeasible()
        ? Optional.of(PlanResult.builder(PlanStatus.FEASIBLE).plan(plan, check).build())
        : Optional.empty();
  }
}
