package io.synkro.predict.optimize;

import io.synkro.predict.optimize.conflict.InfeasibilityAnalysis;
import io.synkro.predict.optimize.conflict.InfeasibilityReport;
import io.synkro.predict.optimize.conflict.Verdict;
import io.synkro.predict.optimize.engine.PlanEngine;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.StockProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** One search for a plan, and for what stands in its way. Used once, by one thread. */
final class PlanSearch {
  private static final long LEAST_NANOS = 1_000_000;

  /**
   * Of the time, one in so many for the plan without limits, whose gap may stay open with lanes.
   */
  private static final int FREE_SHARE = 4;

  /** Of the time left then, one in so many for orders under limits with transfers settled. */
  private static final int SETTLED_SHARE = 3;

  private static final String NOTHING_PROVEN =
      "The search ended without a plan, and without a proof that there is none. Maybe give it"
          + " more time, or make service floors or limits elastic.";

  private final PlanEngine engine;
  private final SolveOptions options;
  private final SolveMonitor monitor;
  private final long began = System.nanoTime();

  PlanSearch(PlanEngine engine, SolveOptions options, SolveMonitor monitor) {
    this.engine = engine;
    this.options = options;
    this.monitor = monitor;
  }

  /** Plans a problem that has lines. */
  StockPlanResult plan(Planner planner) {
    StockProblem problem = planner.problem();
    boolean isFree = problem.limits().isEmpty();
    PlanResult free =
        engine.solve(
            problem.withLimits(List.of()),
            left(isFree || problem.lanes().isEmpty() ? 1 : FREE_SHARE),
            isFree ? monitor : silent());
    PlanResult result = isFree ? free : limited(planner, problem, free);
    if (result.plan().isPresent()) {
      return feasible(planner, problem, result, free);
    }
    if (result.status() == PlanStatus.CANCELLED) {
      return new StockPlanResult.NotFound("The search was cancelled before it found a plan.");
    }
    StockProblem apart =
        problem.lanes().isEmpty() ? problem : problem.withLanes(List.of()); // proofs know no lanes
    InfeasibilityReport report = InfeasibilityAnalysis.analyse(apart, left(), silent());
    Optional<OrderPlan> fallback =
        report.plan().map(plan -> OrderPlan.builder(problem).ordersOf(plan).build());
    if (fallback.isPresent() && report.verdict() == Verdict.PLAN_EXISTS) {
      PlanResult.Builder found =
          PlanResult.builder(PlanStatus.FEASIBLE)
              .plan(fallback.get(), PlanCheck.of(problem, fallback.get()))
              .bound(result.lowerBound(), result.prices());
      return feasible(planner, problem, found.build(), free);
    }
    IntFunction<String> period = t -> planner.calendar().orderDay(t).toString();
    return problem.lanes().isEmpty()
        ? none(result, report, period)
        : noneWithLanes(result, report, period);
  }

  /** Solves a problem with limits; where lanes join lines, in two ways. */
  private PlanResult limited(Planner planner, StockProblem problem, PlanResult free) {
    if (problem.lanes().isEmpty() || free.plan().isEmpty()) {
      return engine.solve(problem, left(), monitor);
    }
    Optional<PlanResult> settled =
        new SettledTransfers(
                planner, problem, it -> engine.solve(it, left(SETTLED_SHARE), silent()))
            .of(free.plan().get());
    PlanResult whole = engine.solve(problem, left(), monitor);
    if (whole.status() == PlanStatus.CANCELLED) {
      return whole;
    }
    PlanStatus status = whole.plan().isPresent() ? whole.status() : PlanStatus.FEASIBLE;
    return settled
        .filter(it -> cost(it) < cost(whole))
        .map(
            it ->
                PlanResult.builder(status)
                    .plan(it.plan().orElseThrow(), it.check().orElseThrow())
                    .bound(whole.lowerBound(), whole.prices())
                    .build())
        .orElse(whole);
  }

  private static double cost(PlanResult result) {
    return result.check().map(it -> it.costs().total()).orElse(Double.POSITIVE_INFINITY);
  }

  private SolveOptions left() {
    return left(1);
  }

  private SolveOptions left(int share) {
    long nanos = (options.timeLimit().toNanos() - (System.nanoTime() - began)) / share;
    return options.toBuilder().timeLimit(Duration.ofNanos(Math.max(LEAST_NANOS, nanos))).build();
  }

  /** Cancelled with the search, but not heard of: its costs are not those of the plan. */
  private SolveMonitor silent() {
    return SolveMonitor.cancelledBy(monitor::isCancelled);
  }

  private StockPlanResult feasible(
      Planner planner, StockProblem problem, PlanResult result, PlanResult free) {
    OrderPlan plan = result.plan().orElseThrow();
    PlanCheck check = PlanCheck.of(problem, plan);
    if (!check.isFeasible()) {
      throw new IllegalStateException(
          "Engine %s gave a plan that breaks rules: %s".formatted(engine.id(), check.violations()));
    }
    return new StockPlanResult.Feasible(
        new PlanAssembly(planner, problem).plan(result, plan, check, free));
  }

  private static StockPlanResult none(
      PlanResult result, InfeasibilityReport report, IntFunction<String> period) {
    List<String> remedies =
        report.relaxations().stream().map(change -> change.text(period)).toList();
    if (report.verdict() == Verdict.CONTRADICTION) {
      return new StockPlanResult.Infeasible(report.contradictions(period), remedies);
    }
    if (result.status() == PlanStatus.INFEASIBLE_PROVEN) {
      return new StockPlanResult.Infeasible(new ArrayList<>(result.conflict()), remedies);
    }
    return new StockPlanResult.NotFound(NOTHING_PROVEN);
  }

  /** What is proven without transfers need not hold with them. */
  private static StockPlanResult noneWithLanes(
      PlanResult result, InfeasibilityReport report, IntFunction<String> period) {
    if (result.status() == PlanStatus.INFEASIBLE_PROVEN) {
      return new StockPlanResult.Infeasible(new ArrayList<>(result.conflict()), List.of());
    }
    return new StockPlanResult.NotFound(
        report.verdict() == Verdict.CONTRADICTION
            ? NOTHING_PROVEN
                + " Without transfers: "
                + String.join("; ", report.contradictions(period))
            : NOTHING_PROVEN);
  }
}
