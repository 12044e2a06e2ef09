package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.benchmarks.results.PeakMemory;
import io.synkro.predict.optimize.decomposition.DecompositionEngine;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.WarmStart;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Plans generated problems of three sizes with five seeds and three tightnesses each, by
 * decomposition on two threads; and again with budgets 2 % larger, from prices known and from
 * nothing. Gaps are proven: of the total cost, and of the cost without purchases net of what is
 * left at the end. The largest size is also planned with no more memory than the command gives.
 */
public final class StockPlanMeasure {
  private static final String COMMAND =
      "java -XX:+UseSerialGC -Xmx290m -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + StockPlanMeasure.class.getName();
  private static final int THREADS = 2;
  private static final int SEEDS = 5;
  private static final double[] TIGHTNESSES = {1, 0.8, 0.6};
  private static final double MORE_MONEY = 1.02;

  /** The gap of a plan that is good enough to begin with. */
  private static final double GOOD = 0.004;

  /** The size of a problem, and what is asked of its plans, in per cent and seconds. */
  private enum Level {
    SMALL(StockInstances.Size.SMALL, 0.03, 0.3, 1),
    MEDIUM(StockInstances.Size.MEDIUM, 0.03, 0.3, 5),
    LARGE(StockInstances.Size.LARGE, 0.05, 0.5, 60);

    private final StockInstances.Size size;
    private final double gap;
    private final double controllableGap;
    private final double seconds;

    Level(StockInstances.Size size, double gap, double controllableGap, double seconds) {
      this.size = size;
      this.gap = gap;
      this.controllableGap = controllableGap;
      this.seconds = seconds;
    }
  }

  private final DecompositionEngine engine = new DecompositionEngine();
  private final ExecutorService threads;
  private final Figures figures;
  private final PrintStream out;

  private StockPlanMeasure(ExecutorService threads, Figures figures, PrintStream out) {
    this.threads = threads;
    this.figures = figures;
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param args names of sizes, all if there are none
   * @throws IOException if the result cannot be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Figures figures = new Figures("stock-plans", COMMAND, Clock.systemUTC(), out);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS - 1);
    try {
      StockPlanMeasure measure = new StockPlanMeasure(threads, figures, out);
      for (Level level : Level.values()) {
        if (args.length == 0 || Arrays.asList(args).contains(level.name())) {
          measure.measure(level);
        }
      }
    } finally {
      threads.shutdown();
    }
    out.println("Written: " + figures.write());
  }

  /** What came out of one search, without its plan: memory is measured. */
  private record Outcome(double gap, double controllableGap, double seconds, WarmStart prices) {}

  private record Run(
      double gap, double controllableGap, double seconds, First first, WhatIf whatIf) {}

  /** The first plan within {@link #GOOD} of the bound known by then. */
  private record First(double gap, double seconds) {}

  /** Time from prices as a share of the time from nothing: to the end, and to the same gap. */
  private record WhatIf(double whole, double sameGap) {
    static final WhatIf NONE = new WhatIf(Double.NaN, Double.NaN);
  }

  private void measure(Level level) throws IOException {
    List<Run> runs = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      for (double tightness : TIGHTNESSES) {
        Run run = run(StockInstances.generate(level.size, seed, tightness), level, seed);
        runs.add(run);
        out.printf(
            Locale.ROOT,
            "%s seed %d tightness %.1f: gap %.4f %% (%.4f %%) %.2f s,"
                + " first %.3f %% after %.2f s, what-if %.2f, to the same gap %.2f%n",
            level,
            seed,
            tightness,
            100 * run.gap,
            100 * run.controllableGap,
            run.seconds,
            100 * run.first.gap,
            run.first.seconds,
            run.whatIf.whole,
            run.whatIf.sameGap);
      }
    }
    report(level, runs);
  }

  private Run run(StockProblem problem, Level level, int seed) {
    SolveOptions.Builder options =
        SolveOptions.builder()
            .timeLimit(Duration.ofMillis((long) (1000 * level.seconds)))
            .parallel(threads, THREADS);
    GapTimes times = new GapTimes();
    Outcome outcome = solve(problem, options, times);
    First first = new First(times.firstWithin(GOOD), times.secondsTo(GOOD));
    WhatIf whatIf =
        level == Level.LARGE && seed > 1 // three of the largest are enough
            ? WhatIf.NONE
            : whatIf(withMoreMoney(problem), options, outcome.prices);
    return new Run(outcome.gap, outcome.controllableGap, outcome.seconds, first, whatIf);
  }

  private Outcome solve(StockProblem problem, SolveOptions.Builder options, GapTimes times) {
    PlanResult result = engine.solve(problem, options.build(), times);
    return new Outcome(
        result.gap(), result.controllableGap(), result.seconds(), WarmStart.of(result));
  }

  private WhatIf whatIf(StockProblem richer, SolveOptions.Builder options, WarmStart prices) {
    GapTimes fromNothing = new GapTimes();
    Outcome cold = solve(richer, options, fromNothing);
    GapTimes fromPrices = new GapTimes();
    Outcome warm = solve(richer, options.warmStart(prices), fromPrices);
    double gap = Math.max(cold.gap, warm.gap);
    double coldSeconds = Math.min(cold.seconds, fromNothing.secondsTo(gap));
    double warmSeconds = Math.min(warm.seconds, fromPrices.secondsTo(gap));
    return new WhatIf(warm.seconds / cold.seconds, warmSeconds / coldSeconds);
  }

  private static StockProblem withMoreMoney(StockProblem problem) {
    List<SharedLimit> limits = new ArrayList<>();
    for (SharedLimit limit : problem.limits()) {
      boolean money = limit instanceof SharedLimit.Budget;
      limits.add(money ? limit.with(MORE_MONEY * limit.amount(), limit.price()) : limit);
    }
    return problem.withLimits(limits);
  }

  private void report(Level level, List<Run> runs) throws IOException {
    String set = "stock-" + level.name().toLowerCase(Locale.ROOT);
    boolean large = level == Level.LARGE;
    double[] gaps = runs.stream().mapToDouble(run -> 100 * run.gap).toArray();
    double[] controllable = runs.stream().mapToDouble(run -> 100 * run.controllableGap).toArray();
    double[] seconds = runs.stream().mapToDouble(run -> run.seconds).toArray();
    figures.add(set, "gap_pct", median(gaps), atMost(level.gap), "%, median of 15");
    figures.add(
        set,
        "controllable_gap_pct",
        median(controllable),
        atMost(level.controllableGap),
        "%, median of 15");
    figures.add(set, "worst_gap_pct", most(gaps), large ? "" : atMost(0.15), "%");
    figures.add(
        set, "worst_controllable_gap_pct", most(controllable), large ? "" : atMost(0.7), "%");
    figures.add(set, "seconds", most(seconds), atMost(level.seconds), "s, slowest of 15");
    figures.add(set, "median_seconds", median(seconds), "", "s");
    double[] firstGaps = runs.stream().mapToDouble(run -> 100 * run.first.gap).toArray();
    double[] firstSeconds = runs.stream().mapToDouble(run -> run.first.seconds).toArray();
    figures.add(set, "first_gap_pct", most(firstGaps), large ? atMost(0.4) : "", "%, worst of 15");
    figures.add(
        set, "first_seconds", most(firstSeconds), large ? atMost(15) : "", "s, slowest of 15");
    double[] whole =
        runs.stream()
            .mapToDouble(run -> run.whatIf.whole)
            .filter(share -> !Double.isNaN(share))
            .toArray();
    figures.add(
        set,
        "what_if_time",
        median(whole),
        atMost(0.5),
        "of the time without prices, median of " + whole.length);
    double[] same =
        runs.stream()
            .mapToDouble(run -> run.whatIf.sameGap)
            .filter(share -> !Double.isNaN(share))
            .toArray();
    figures.add(
        set,
        "what_if_time_to_gap",
        median(same),
        "",
        "to the gap that both reach, median of " + whole.length);
    if (large) {
      figures.add(set, "peak_mb", 1000 * PeakMemory.gigabytes(), atMost(400), "MB of the process");
    }
  }

  private static String atMost(double bar) {
    return "<= " + bar;
  }

  private static double most(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
