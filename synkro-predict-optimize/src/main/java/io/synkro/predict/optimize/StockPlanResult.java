package io.synkro.predict.optimize;

import java.util.List;

/** Answer of a {@link StockOptimizer}: a plan, or why there is none. */
public sealed interface StockPlanResult {

  /**
   * A plan that keeps every hard limit, and how far from the cheapest it can be at most.
   *
   * @param plan the plan
   */
  record Feasible(StockPlan plan) implements StockPlanResult {}

  /**
   * No plan keeps every hard limit.
   *
   * @param conflict what contradicts what, one sentence each
   */
  record Infeasible(List<String> conflict) implements StockPlanResult {
    /** {@inheritDoc} */
    public Infeasible {
      conflict = List.copyOf(conflict);
    }
  }

  /**
   * The search ended without a plan, and without a proof that there is none.
   *
   * @param reason why it ended and what to try
   */
  record NotFound(String reason) implements StockPlanResult {}
}
