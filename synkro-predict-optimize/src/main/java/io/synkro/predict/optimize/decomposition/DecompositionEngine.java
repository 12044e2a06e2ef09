package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.engine.PlanEngine;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.problem.StockProblem;

/**
 * The default engine: see the package. Made for hundreds of lines and more; below about fifty the
 * bound of prices is weak. With lanes between lines a plan never costs more than the one found
 * without transfers; that no plan exists is then proven only where {@link
 * StockProblem#contradictions()} tells. Immutable; safe for use by many threads.
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
    Watch watch = new Watch(options, monitor);
    return problem.lanes().isEmpty()
        ? new Decomposition(problem, options, watch).solve()
        : new LaneDecomposition(problem, options, watch).solve();
  }
}
