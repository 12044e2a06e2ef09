package io.synkro.predict.optimize.planning;

import io.synkro.predict.optimize.decomposition.DecompositionEngine;
import io.synkro.predict.optimize.engine.PlanEngine;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.SolveProgress;
import io.synkro.predict.optimize.formulation.MilpEngine;
import io.synkro.predict.optimize.linear.LinearEngines;
import io.synkro.predict.optimize.problem.StockProblem;
import java.time.Duration;

/**
 * The decomposition, and after it, where lines are few and a gap is left, a linear model that
 * starts from its plan. The better plan and the better bound are kept; prices of limits are those
 * of the decomposition. Immutable; safe for use by many threads.
 */
final class FittingEngine implements PlanEngine {
  private static final String BUILT_IN = "ojalgo";

  /**
   * Lines times periods up to which the linear engine that is built in says more in seconds than
   * prices do: measured on parts of generated problems with tight limits, where the gap falls from
   * per cents to nothing.
   */
  private static final int MOST_CELLS = 200;

  /** The same of a native engine, in a minute or two. */
  private static final int MOST_CELLS_NATIVE = 1000;

  /** Nodes that are worth their time with the engine that is built in: some seconds. */
  private static final long MOST_NODES = 500;

  private static final double LEAST_SECONDS = 0.01;

  private final PlanEngine decomposition = new DecompositionEngine();
  private final String linear;

  FittingEngine(String linear) {
    this.linear = linear;
  }

  @Override
  public String id() {
    return "fitting";
  }

  @Override
  public PlanResult solve(StockProblem problem, SolveOptions options, SolveMonitor monitor) {
    PlanResult priced = decomposition.solve(problem, options, monitor);
    double left = options.timeLimit().toNanos() / 1e9 - priced.seconds();
    boolean builtIn = linear.equals(BUILT_IN);
    int most = builtIn ? MOST_CELLS : MOST_CELLS_NATIVE;
    boolean isSmall = (double) problem.lines().size() * problem.periods() <= most;
    if (!isSmall || isSettled(priced.status()) || left < LEAST_SECONDS) {
      return priced;
    }
    MilpEngine free = new MilpEngine(LinearEngines.engine(linear));
    MilpEngine milp = builtIn ? free.withNodeLimit(MOST_NODES) : free;
    PlanResult exact =
        priced
            .plan()
            .map(milp::startingAt)
            .orElse(milp)
            .solve(
                problem,
                options.toBuilder().timeLimit(Duration.ofNanos((long) (1e9 * left))).build(),
                new Onward(monitor, priced));
    return better(priced, exact, options.targetGap());
  }

  private static boolean isSettled(PlanStatus status) {
    return status == PlanStatus.WITHIN_TARGET_GAP
        || status == PlanStatus.INFEASIBLE_PROVEN
        || status == PlanStatus.CANCELLED;
  }

  private static PlanResult better(PlanResult priced, PlanResult exact, double targetGap) {
    PlanResult of = cost(exact) < cost(priced) ? exact : priced;
    double bound = Math.min(cost(of), Math.max(priced.lowerBound(), exact.lowerBound()));
    PlanStatus status = exact.status();
    if (of.plan().isPresent() && status != PlanStatus.CANCELLED) {
      boolean within = cost(of) - bound <= targetGap * Math.abs(cost(of));
      status = within ? PlanStatus.WITHIN_TARGET_GAP : PlanStatus.FEASIBLE;
      status = exact.status() == PlanStatus.WITHIN_TARGET_GAP ? exact.status() : status;
    }
    PlanResult.Builder builder =
        PlanResult.builder(status)
            .bound(bound, priced.prices())
            .conflict(exact.conflict())
            .effort(priced.seconds() + exact.seconds(), priced.iterations() + exact.iterations());
    of.plan().ifPresent(plan -> builder.plan(plan, of.check().orElseThrow()));
    return builder.build();
  }

  private static double cost(PlanResult result) {
    return result.check().map(check -> check.costs().total()).orElse(Double.POSITIVE_INFINITY);
  }

  /** Passes on what the linear model finds beyond what is known already. */
  private static final class Onward implements SolveMonitor {
    private final SolveMonitor monitor;
    private final PlanResult known;

    Onward(SolveMonitor monitor, PlanResult known) {
      this.monitor = monitor;
      this.known = known;
    }

    @Override
    public void progress(SolveProgress progress) {
      monitor.progress(
          new SolveProgress(
              known.seconds() + progress.seconds(),
              Math.min(cost(known), progress.incumbent()),
              Math.max(known.lowerBound(), progress.lowerBound())));
    }

    @Override
    public boolean isCancelled() {
      return monitor.isCancelled();
    }
  }
}
