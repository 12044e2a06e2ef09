package io.synkro.predict.optimize.linear;

/** What an engine can say of a model. Anything else it knows is in the incumbent and the bound. */
public enum LinearStatus {
  /** The incumbent is within the gap that was asked for of a proven bound. */
  OPTIMAL_PROVEN,
  /** There is an incumbent that was checked; better ones may exist. */
  FEASIBLE,
  /** No point keeps all bounds and rows, and that was proven. */
  INFEASIBLE_PROVEN,
  /** There are points, and from them the objective can fall for ever. */
  UNBOUNDED,
  /** The engine ended, mostly at a limit, without a point that passes the check. */
  NO_SOLUTION_FOUND,
  /** The monitor or an interrupt ended the search; an incumbent of before that is kept. */
  CANCELLED,
  /** The engine does not take this model: too large, or something it cannot do. */
  REFUSED
}
