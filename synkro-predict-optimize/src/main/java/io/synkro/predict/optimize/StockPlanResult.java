package io.synkro.predict.optimize;

import java.util.List;

/** Answer of a {@link StockOptimizer}: a plan, or why there can be none. */
public sealed interface StockPlanResult {

  /**
   * A plan that keeps every limit. Without a limit that binds, each item follows its own policy;
   * with one, packs are allocated by marginal value, which is good but not proven to be the best.
   *
   * @param plan the plan
   */
  record Feasible(StockPlan plan) implements StockPlanResult {}

  /**
   * No plan keeps every limit.
   *
   * @param conflict what contradicts what, one sentence each
   */
  record Infeasible(List<String> conflict) implements StockPlanResult {
    /** {@inheritDoc} */
    public Infeasible {
      conflict = List.copyOf(conflict);
    }
  }
}
