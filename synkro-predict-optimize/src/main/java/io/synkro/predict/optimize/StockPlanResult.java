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
   * @param remedies what would make a plan possible, each of them by itself, the smallest change of
   *     a limit first, such as "budget from 2026-12-01 to 2026-12-22 +3.2 % (proven: no less will
   *     do)"; may be none
   */
  record Infeasible(List<String> conflict, List<String> remedies) implements StockPlanResult {
    /** {@inheritDoc} */
    public Infeasible {
      conflict = List.copyOf(conflict);
      remedies = List.copyOf(remedies);
    }
  }

  /**
   * The search ended without a plan, and without a proof that there is none.
   *
   * @param reason why it ended and what to try
   */
  record NotFound(String reason) implements StockPlanResult {}
}
