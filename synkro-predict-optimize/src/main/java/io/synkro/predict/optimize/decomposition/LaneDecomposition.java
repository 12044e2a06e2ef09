package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.SolveProgress;
import io.synkro.predict.optimize.engine.WarmStart;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.StockProblem;
import java.time.Duration;
import java.util.List;

/**
 * A search where lanes join lines: first without transfers, whose plan and prices the search with
 * transfers starts from, so its plan never costs more. Used by one thread, which others help.
 */
final class LaneDecomposition {
  /** Of the time: what the search without transfers may take. */
  private static final double FIRST_SHARE = 0.25;

  private static final double LEAST_SECONDS = 1e-3;

  private final StockProblem problem;
  private final SolveOptions options;
  private final Watch watch;

  LaneDecomposition(StockProblem problem, SolveOptions options, Watch watch) {
    this.problem = problem;
    this.options = options;
    this.watch = watch;
  }

  PlanResult solve() {
    List<String> contradictions = problem.contradictions();
    if (!contradictions.isEmpty()) {
      return PlanResult.builder(PlanStatus.INFEASIBLE_PROVEN)
          .conflict(contradictions)
          .effort(watch.seconds(), 0)
          .build();
    }
    double limit = options.timeLimit().toNanos() / 1e9;
    SolveOptions first = options.toBuilder().timeLimit(limit(FIRST_SHARE * limit)).build();
    PlanResult apart =
        new Decomposition(problem.withLanes(List.of()), first, new Watch(first, new Onward(false)))
            .solve();
    SolveOptions.Builder left = options.toBuilder().timeLimit(limit(limit - watch.seconds()));
    if (!apart.prices().isEmpty()) {
      left.warmStart(WarmStart.of(apart));
    }
    SolveOptions second = left.build();
    Decomposition joined = new Decomposition(problem, second, new Watch(second, new Onward(true)));
    apart.plan().ifPresent(joined::start);
    return result(joined.solve(), apart);
  }

  /** Returns what the second search found, but the plan of the first if there was no time. */
  private PlanResult result(PlanResult result, PlanResult apart) {
    boolean isLate = result.plan().isEmpty() && apart.plan().isPresent();
    boolean cancelled = result.status() == PlanStatus.CANCELLED;
    PlanStatus status = isLate && !cancelled ? PlanStatus.FEASIBLE : result.status();
    PlanResult.Builder all = PlanResult.builder(status);
    result.plan().ifPresent(plan -> all.plan(plan, result.check().orElseThrow()));
    if (isLate) {
      OrderPlan.Builder orders = OrderPlan.builder(problem).ordersOf(apart.plan().orElseThrow());
      OrderPlan plan = orders.build();
      all.plan(plan, PlanCheck.of(problem, plan));
    }
    return all.bound(result.lowerBound(), result.prices())
        .effort(watch.seconds(), apart.iterations() + result.iterations())
        .build();
  }

  private static Duration limit(double seconds) {
    return Duration.ofNanos((long) (1e9 * Math.max(LEAST_SECONDS, seconds)));
  }

  /** Passes on what both searches find, by the time of the whole. */
  private final class Onward implements SolveMonitor {
    private final boolean proven;

    Onward(boolean proven) {
      this.proven = proven;
    }

    @Override
    public void progress(SolveProgress progress) {
      watch.heard(progress, proven);
    }

    @Override
    public boolean isCancelled() {
      return watch.isCancelled();
    }
  }
}
