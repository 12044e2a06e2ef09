package io.synkro.predict.optimize.highs;

import io.synkro.predict.optimize.highs.HighsRun.Verdict;
import io.synkro.predict.optimize.linear.LinearCapabilities;
import io.synkro.predict.optimize.linear.LinearCapabilities.Feature;
import io.synkro.predict.optimize.linear.LinearDuals;
import io.synkro.predict.optimize.linear.LinearEngine;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearMonitor;
import io.synkro.predict.optimize.linear.LinearOptions;
import io.synkro.predict.optimize.linear.LinearResult;
import io.synkro.predict.optimize.linear.LinearSolution;
import io.synkro.predict.optimize.linear.LinearStatus;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Solves models with HiGHS 1.12 in native code of this process. Incumbents are checked here; bounds
 * and verdicts are proven by HiGHS in double precision and taken from it. Calls of several threads
 * do not wait for one another.
 *
 * <p>Some stages of HiGHS look at no clock. Where the time limit has no room for them, integer
 * models are solved without presolve (the sum over columns of the shortest rows that they stand in
 * exceeds 250,000 for each second of the limit) and without feasibility jump (more than 10,000
 * coefficients for each second). Models with more than 100,000 coefficients are refused if the
 * limit is below a second for each 150,000, since setting them up alone would end late. One of
 * 1,500 small models of unbounded integer columns ended late all the same. Some versions of HiGHS
 * write a line of their own to the console; nothing here does.
 */
public final class HighsEngine implements LinearEngine {
  static final String ID = "highs";

  private static final LinearCapabilities CAPABILITIES =
      new LinearCapabilities(
          Set.of(
              Feature.INTEGERS, Feature.DUALS, Feature.START, Feature.THREADS, Feature.NATIVE_CODE),
          2_000_000,
          2_000_000,
          10_000_000);

  private final HighsNatives natives;

  /** Creates the engine, for {@code java.util.ServiceLoader}; loads nothing. */
  public HighsEngine() {
    this(HighsNatives.SHARED);
  }

  HighsEngine(HighsNatives natives) {
    this.natives = natives;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public LinearCapabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public LinearResult solve(LinearModel model, LinearOptions options, LinearMonitor monitor) {
    double[] start = options.start(model).orElse(null);
    Optional<String> refusal =
        CAPABILITIES.refusal(model).or(() -> new UntimedStages(model, options).refusal());
    if (refusal.isPresent()) {
      return LinearResult.builder(ID, LinearStatus.REFUSED).detail(refusal.get()).build();
    }
    HighsLibrary library = natives.library();
    HighsListener listener = new HighsListener(library, options, monitor);
    return new Solve(library, model, options, listener).result(start);
  }

  /** One model being solved. */
  private static final class Solve {
    private static final double ROUNDING = 1e-6;

    private final HighsLibrary library;
    private final LinearModel model;
    private final LinearOptions options;
    private final HighsListener listener;
    private final double[] lowers;
    private final double[] uppers;
    private @Nullable LinearSolution best;
    private @Nullable LinearDuals duals;
    private double bound = Double.NEGATIVE_INFINITY;
    private long nodes;
    private boolean dropped;

    Solve(HighsLibrary library, LinearModel model, LinearOptions options, HighsListener listener) {
      this.library = library;
      this.model = model;
      this.options = options;
      this.listener = listener;
      this.lowers = model.lowers();
      this.uppers = model.uppers();
      for (int j = 0; j < lowers.length; j++) {
        if (model.isInteger(j)) { // HiGHS takes some models with broken bounds for infeasible
          lowers[j] = Math.ceil(lowers[j]);
          uppers[j] = Math.floor(uppers[j]);
        }
      }
    }

    LinearResult result(double @Nullable [] start) {
      if (start != null) {
        take(start);
      }
      Verdict verdict = hasEmptyColumn() ? Verdict.INFEASIBLE : run(start);
      if (verdict == Verdict.UNBOUNDED_OR_INFEASIBLE) {
        verdict = hasPoint();
      }
      listener.rethrow();
      LinearStatus status = status(verdict);
      boolean kept = status != LinearStatus.INFEASIBLE_PROVEN;
      return LinearResult.builder(ID, status)
          .incumbent(kept ? best : null)
          .lowerBound(status == LinearStatus.INFEASIBLE_PROVEN ? Double.POSITIVE_INFINITY : bound)
          .duals(status == LinearStatus.OPTIMAL_PROVEN ? duals : null)
          .nodes(nodes)
          .elapsed(listener.elapsed())
          .detail(dropped && best == null ? "A point that HiGHS found did not pass the check" : "")
          .build();
    }

    /** Whether an integer column has no whole number between its bounds; HiGHS fails on those. */
    private boolean hasEmptyColumn() {
      return IntStream.range(0, lowers.length).anyMatch(j -> lowers[j] > uppers[j]);
    }

    private Verdict run(double @Nullable [] start) {
      boolean integers = model.integerColumns() > 0;
      try (HighsRun run = new HighsRun(library, model, options, listener)) {
        run.pass(lowers, uppers, integers);
        if (start != null && integers) {
          run.start(start);
        }
        Verdict verdict = run.run();
        nodes += run.nodes();
        HighsRun.Point point = verdict == Verdict.FAILED ? null : run.point();
        if (point != null && !take(point.values) && !(integers && complete(point.values))) {
          dropped = true;
        }
        duals = integers || point == null ? null : point.duals;
        bound = bound(run, verdict, integers);
        return verdict;
      }
    }

    /** Tells unbounded from infeasible: without an objective only the latter is left. */
    private Verdict hasPoint() {
      LinearModel points = model.withoutObjective();
      try (HighsRun run = new HighsRun(library, points, options, listener)) {
        run.pass(lowers, uppers, true);
        Verdict verdict = run.run();
        return verdict == Verdict.OPTIMAL ? Verdict.UNBOUNDED : verdict;
      }
    }

    private static double bound(HighsRun run, Verdict verdict, boolean integers) {
      boolean proven = integers ? verdict != Verdict.FAILED : verdict == Verdict.OPTIMAL;
      double value = run.info(integers ? "mip_dual_bound" : "objective_function_value");
      boolean usable = proven && Double.isFinite(value) && verdict != Verdict.UNBOUNDED;
      return usable ? value : Double.NEGATIVE_INFINITY;
    }

    /** Takes a point if it passes the check; keeps the better one. */
    private boolean take(double[] values) {
      Optional<LinearSolution> solution =
          LinearSolution.verified(model, values, options.tolerances());
      if (solution.isPresent() && (best == null || solution.get().objective() < best.objective())) {
        best = solution.get();
      }
      return solution.isPresent();
    }

    /** Rounds the integers and lets a linear program choose the rest anew. */
    private boolean complete(double[] values) {
      double[] least = lowers.clone();
      double[] most = uppers.clone();
      for (int j = 0; j < values.length; j++) {
        if (model.isInteger(j)) {
          least[j] = Math.rint(values[j]);
          most[j] = least[j];
        }
      }
      try (HighsRun run = new HighsRun(library, model, options, listener)) {
        run.pass(least, most, false);
        HighsRun.Point point = run.run() == Verdict.OPTIMAL ? run.point() : null;
        return point != null && take(point.values);
      }
    }

    private LinearStatus status(Verdict verdict) {
      if (verdict == Verdict.INFEASIBLE && best == null) {
        return LinearStatus.INFEASIBLE_PROVEN;
      }
      if (verdict == Verdict.UNBOUNDED) {
        return LinearStatus.UNBOUNDED;
      }
      if (best != null && isWithinGap(best.objective())) {
        return LinearStatus.OPTIMAL_PROVEN;
      }
      if (listener.isCancelled()) {
        return LinearStatus.CANCELLED;
      }
      return best == null ? LinearStatus.NO_SOLUTION_FOUND : LinearStatus.FEASIBLE;
    }

    private boolean isWithinGap(double objective) {
      double relative = options.relativeGap() * Math.abs(objective) * (1 + ROUNDING);
      double gap = Math.max(relative, LinearOptions.ABSOLUTE_GAP);
      // the objective of the checked point may be off by what the point may be off
      return objective - bound <= gap + ROUNDING * Math.max(1, Math.abs(objective));
    }
  }
}
