package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.engine.PlanEngine;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.problem.StockProblem;

/**
 * The default engine: see the package. Made for hundreds of lines and more; below about fifty the
 * bound of prices is weak. Immutable; safe for use by many threads.
 */
public final class DecompositionEngine implements PlanEngine {
  /** Creates the engine. */
  public DecompositionEngine() {}

  @Override
  public String id() {
    return "decomposition";
  }

  @Override
  public PlanResult solve(StockProblem problem, SolveOptions options, SolveMonitor monitor) {
    Require.that(
        problem.lanes().isEmpty(),
        "lanes",
        problem.lanes().size(),
        "are not taken by the engine decomposition",
        "take milp-ojalgo or milp-highs, or leave them out");
    return new Decomposition(problem, options, new Watch(options, monitor)).solve();
  }
}
