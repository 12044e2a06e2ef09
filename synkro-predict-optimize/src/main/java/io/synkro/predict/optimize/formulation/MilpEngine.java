package io.synkro.predict.optimize.formulation;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.engine.PlanEngine;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.SolveProgress;
import io.synkro.predict.optimize.linear.LinearCapabilities;
import io.synkro.predict.optimize.linear.LinearEngine;
import io.synkro.predict.optimize.linear.LinearMonitor;
import io.synkro.predict.optimize.linear.LinearOptions;
import io.synkro.predict.optimize.linear.LinearProgress;
import io.synkro.predict.optimize.linear.LinearResult;
import io.synkro.predict.optimize.linear.LinearStatus;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.StockProblem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Solves a problem through its {@link StockModel}: best for few lines, and for lanes. It starts
 * from the better of the plan that orders nothing and one that is given, if they keep all limits.
 * What the linear engine finds is checked again; what it proves is taken from it unless a checked
 * plan shows the contrary. It has no prices of limits, and runs on the calling thread alone.
 * Immutable; safe for use by many threads.
 */
public final class MilpEngine implements PlanEngine {
  private static final double ROUNDING = 1e-6;

  private final LinearEngine linear;
  private final @Nullable OrderPlan start;
  private final long nodeLimit;

  /**
   * Creates an engine.
   *
   * @param linear what solves the models
   */
  public MilpEngine(LinearEngine linear) {
    this(linear, null, Long.MAX_VALUE);
  }

  private MilpEngine(LinearEngine linear, @Nullable OrderPlan start, long nodeLimit) {
    this.linear = linear;
    this.start = start;
    this.nodeLimit = nodeLimit;
  }

  /**
   * Returns an engine that starts from a plan.
   *
   * @param plan of the problem that is to be solved; one that breaks its rules is ignored
   * @return an engine for that problem
   */
  public MilpEngine startingAt(OrderPlan plan) {
    return new MilpEngine(linear, plan, nodeLimit);
  }

  /**
   * Returns an engine whose search ends after so many nodes, so that it ends at the same plan on
   * every machine if there is time enough.
   *
   * @param nodes zero or more
   * @return an engine
   */
  public MilpEngine withNodeLimit(long nodes) {
    return new MilpEngine(linear, start, nodes);
  }

  @Override
  public String id() {
    return "milp-" + linear.id();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The gap that is asked for is kept give or take a millionth of the cost, to which linear
   * engines round.
   */
  @Override
  public PlanResult solve(StockProblem problem, SolveOptions options, SolveMonitor monitor) {
    long began = System.nanoTime();
    requireSize(problem);
    List<String> contradictions = problem.contradictions();
    if (!contradictions.isEmpty()) {
      return PlanResult.builder(PlanStatus.INFEASIBLE_PROVEN)
          .bound(Double.POSITIVE_INFINITY, List.of())
          .conflict(contradictions)
          .effort((System.nanoTime() - began) / 1e9, 0)
          .build();
    }
    return new Search(problem, options, monitor, began).result();
  }

  /** Refuses what is too large before any memory is taken. */
  private void requireSize(StockProblem problem) {
    double rows = 2.0 * problem.lines().size() * problem.periods();
    if (rows > linear.capabilities().mostRows()) {
      throw refusal("The model has %.0f rows or more".formatted(rows));
    }
  }

  private InvalidInputException refusal(String reason) {
    return new InvalidInputException(
        "size of the problem",
        reason,
        "must be one that the engine " + id() + " takes",
        "take the engine decomposition, or plan groups of products apart");
  }

  /** One search. */
  private final class Search {
    private final StockProblem problem;
    private final SolveOptions options;
    private final SolveMonitor monitor;
    private final long began;
    private @Nullable OrderPlan plan;
    private @Nullable PlanCheck check;

    Search(StockProblem problem, SolveOptions options, SolveMonitor monitor, long began) {
      this.problem = problem;
      this.options = options;
      this.monitor = monitor;
      this.began = began;
    }

    private double seconds() {
      return (System.nanoTime() - began) / 1e9;
    }

    private double cost() {
      return check == null ? Double.POSITIVE_INFINITY : check.costs().total();
    }

    /** Keeps a plan if it is the best so far and keeps all rules. */
    private void take(OrderPlan found) {
      PlanCheck checked = PlanCheck.of(problem, found);
      if (checked.isFeasible() && checked.costs().total() < cost()) {
        plan = found;
        check = checked;
      }
    }

    PlanResult result() {
      take(OrderPlan.builder(problem).build());
      if (start != null) {
        take(start);
      }
      StockModel model = StockModel.of(problem);
      Optional<String> reason = linear.capabilities().refusal(model.linear());
      if (reason.isPresent()) {
        throw refusal(reason.get());
      }
      Duration left = options.timeLimit().minusNanos(System.nanoTime() - began);
      if (left.isNegative() || left.isZero()) {
        return result(PlanStatus.NO_PLAN_FOUND, Double.NEGATIVE_INFINITY, 0);
      }
      LinearResult found = linear.solve(model.linear(), options(model, left), listener());
      if (found.status() == LinearStatus.REFUSED) {
        throw refusal(found.detail());
      }
      found.incumbent().ifPresent(point -> take(model.plan(point.values())));
      int nodes = (int) Math.min(found.nodes(), Integer.MAX_VALUE);
      return result(status(found), found.lowerBound(), nodes);
    }

    private LinearOptions options(StockModel model, Duration left) {
      Duration longest = Duration.ofDays(365);
      LinearOptions.Builder builder =
          LinearOptions.builder()
              .timeLimit(left.compareTo(longest) < 0 ? left : longest)
              .relativeGap(options.targetGap())
              .nodeLimit(nodeLimit)
              .seed((int) Math.floorMod(options.seed(), (long) Integer.MAX_VALUE));
      boolean starts = linear.capabilities().features().contains(LinearCapabilities.Feature.START);
      if (starts && plan != null) {
        model.point(plan).ifPresent(builder::start);
      }
      return builder.build();
    }

    private LinearMonitor listener() {
      return new LinearMonitor() {
        @Override
        public void progress(LinearProgress progress) {
          double incumbent = Math.min(progress.incumbent(), cost());
          monitor.progress(new SolveProgress(seconds(), incumbent, progress.lowerBound()));
        }

        @Override
        public boolean cancelled() {
          return monitor.isCancelled();
        }
      };
    }

    private PlanStatus status(LinearResult found) {
      if (found.status() == LinearStatus.CANCELLED) {
        return PlanStatus.CANCELLED;
      }
      return found.status() == LinearStatus.INFEASIBLE_PROVEN
          ? PlanStatus.INFEASIBLE_PROVEN
          : PlanStatus.NO_PLAN_FOUND;
    }

    /** Makes the result of the best plan, and of what is known if there is none. */
    private PlanResult result(PlanStatus status, double proven, int nodes) {
      double cost = cost();
      double rounding = ROUNDING * Math.max(1, Math.abs(cost));
      // a bound above a plan that was checked is wrong, and then it says nothing
      double bound = plan != null && proven > cost + rounding ? Double.NEGATIVE_INFINITY : proven;
      bound = Math.min(bound, cost);
      PlanStatus verdict = status;
      if (plan != null && status != PlanStatus.CANCELLED) {
        boolean within = cost - bound <= options.targetGap() * Math.abs(cost) + rounding;
        verdict = within ? PlanStatus.WITHIN_TARGET_GAP : PlanStatus.FEASIBLE;
      }
      PlanResult.Builder builder = PlanResult.builder(verdict).bound(bound, List.of());
      if (plan != null && check != null) {
        builder.plan(plan, check);
      }
      if (verdict == PlanStatus.INFEASIBLE_PROVEN) {
        builder.conflict(
            List.of("all limits and minimum stocks together, by the engine " + linear.id()));
      }
      monitor.progress(new SolveProgress(seconds(), cost, bound));
      return builder.effort(seconds(), nodes).build();
    }
  }
}
