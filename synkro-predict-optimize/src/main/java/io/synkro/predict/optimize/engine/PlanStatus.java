package io.synkro.predict.optimize.engine;

/** How a search ended. */
public enum PlanStatus {
  /** There is a plan, proven to be within the gap asked for. */
  WITHIN_TARGET_GAP,
  /** There is a plan; its gap is larger than asked for. */
  FEASIBLE,
  /** Proven: no plan keeps all hard limits and minimum stocks. */
  INFEASIBLE_PROVEN,
  /** No plan was found, nor proven not to exist. */
  NO_PLAN_FOUND,
  /** The monitor ended the search; there may be a plan. */
  CANCELLED
}
