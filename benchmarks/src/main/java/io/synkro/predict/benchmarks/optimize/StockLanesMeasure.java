package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.optimize.decomposition.DecompositionEngine;
import io.synkro.predict.optimize.engine.PlanEngine;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.formulation.MilpEngine;
import io.synkro.predict.optimize.linear.LinearEngines;
import io.synkro.predict.optimize.planning.PlanEngines;
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
import java.util.function.ToDoubleFunction;

/**
 * Plans generated problems with lanes by the engine that fits, which is the decomposition on two
 * threads and for the smaller size then HiGHS from its plan; by the decomposition alone; and by
 * HiGHS, which is given no plan but that of ordering nothing and runs on the calling thread; all in
 * the same time. Plan and bound are to be no worse than those of HiGHS.
 */
public final class StockLanesMeasure {
  private static final String COMMAND =
      "java -Xmx4g -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + StockLanesMeasure.class.getName();
  private static final int THREADS = 2;
  private static final double[] TIGHTNESSES = {1, 0.8, 0.6};

  /** Share of the cost to which HiGHS rounds, and so no difference. */
  private static final double ROUNDING = 1e-6;

  /** The size of a problem, how many seeds are drawn unless it is said, whether HiGHS refines. */
  private enum Level {
    SMALL(StockInstances.Size.SMALL, 3, true),
    MEDIUM(StockInstances.Size.MEDIUM, 1, false);

    private final StockInstances.Size size;
    private final int seeds;
    private final boolean refined;

    Level(StockInstances.Size size, int seeds, boolean refined) {
      this.size = size;
      this.seeds = seeds;
      this.refined = refined;
    }
  }

  private final SolveOptions ours;
  private final SolveOptions theirs;
  private final Figures figures;
  private final PrintStream out;

  private StockLanesMeasure(
      Duration limit, ExecutorService threads, Figures figures, PrintStream out) {
    SolveOptions.Builder options = SolveOptions.builder().timeLimit(limit).targetGap(0);
    this.theirs = options.build();
    this.ours = options.parallel(threads, THREADS).build();
    this.figures = figures;
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param args seconds that an engine may take, 120 if there are none; then a size or ALL; then
   *     how many seeds, else 3 of SMALL and 1 of MEDIUM; then how many tightnesses, else 3
   * @throws IOException if the result cannot be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String command = (COMMAND + " " + String.join(" ", args)).strip();
    Figures figures = new Figures("stock-lanes", command, Clock.systemUTC(), out);
    Duration limit = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 120);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS - 1);
    try {
      StockLanesMeasure measure = new StockLanesMeasure(limit, threads, figures, out);
      for (Level level : Level.values()) {
        if (args.length < 2 || args[1].equals("ALL") || level.name().equals(args[1])) {
          int seeds = args.length > 2 ? Integer.parseInt(args[2]) : level.seeds;
          measure.measure(level, seeds, args.length > 3 ? Integer.parseInt(args[3]) : 3);
        }
      }
    } finally {
      threads.shutdown();
    }
    out.println("Written: " + figures.write());
  }

  /** What an engine answered, without its plan. */
  private record Answer(String status, double plan, double bound, double seconds) {
    static Answer of(PlanResult result) {
      double cost =
          result.check().map(check -> check.costs().total()).orElse(Double.POSITIVE_INFINITY);
      return new Answer(result.status().name(), cost, result.lowerBound(), result.seconds());
    }

    double gap() {
      return (plan - bound) / Math.abs(plan);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%s plan %.2f bound %.2f %.2f s", status, plan, bound, seconds);
    }
  }

  private record Answers(Answer alone, Answer ours, Answer highs) {
    boolean isWon() {
      double rounding = ROUNDING * Math.abs(ours.plan);
      return Double.isFinite(ours.gap())
          && ours.plan <= highs.plan + rounding
          && ours.bound >= highs.bound - rounding;
    }
  }

  private void measure(Level level, int seeds, int tightnesses) {
    List<Answers> all = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      for (double tightness : Arrays.copyOf(TIGHTNESSES, tightnesses)) {
        StockProblem problem = StockInstances.generateWithLanes(level.size, seed, tightness);
        Answer fitting = solve(PlanEngines.fitting("highs"), problem, ours);
        Answers one =
            new Answers(
                level.refined ? solve(new DecompositionEngine(), problem, ours) : fitting,
                fitting,
                solve(new MilpEngine(LinearEngines.engine("highs")), problem, theirs));
        all.add(one);
        out.printf(
            Locale.ROOT,
            "%s seed %d tightness %.1f: alone %s | fitting %s | HiGHS: %s | %s%n",
            level,
            seed,
            tightness,
            one.alone,
            one.ours,
            one.highs,
            one.isWon() ? "no worse" : "worse");
      }
    }
    report("stock-" + level.name().toLowerCase(Locale.ROOT) + "-lanes", all);
  }

  private static Answer solve(PlanEngine engine, StockProblem problem, SolveOptions options) {
    long start = System.nanoTime();
    try {
      return Answer.of(engine.solve(problem, options, SolveMonitor.none()));
    } catch (InvalidInputException refusal) {
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Answer("REFUSED", Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, seconds);
    }
  }

  private void report(String set, List<Answers> all) {
    String mean = "money, mean of " + all.size();
    add(set, "plan", all, one -> one.ours.plan, mean);
    add(set, "bound", all, one -> one.ours.bound, mean);
    add(set, "alone_plan", all, one -> one.alone.plan, mean + ", without HiGHS");
    add(set, "alone_bound", all, one -> one.alone.bound, mean + ", without HiGHS");
    add(set, "highs_plan", all, one -> one.highs.plan, mean);
    add(set, "highs_bound", all, one -> one.highs.bound, mean);
    add(set, "gap_pct", all, one -> 100 * one.ours.gap(), "%, mean of " + all.size());
    double slowest = all.stream().mapToDouble(one -> one.ours.seconds).max().orElseThrow();
    double slowestHighs = all.stream().mapToDouble(one -> one.highs.seconds).max().orElseThrow();
    figures.add(set, "seconds", slowest, "", "s, slowest of " + all.size());
    figures.add(set, "highs_seconds", slowestHighs, "", "s, slowest of " + all.size());
    int wins = (int) all.stream().filter(Answers::isWon).count();
    figures.add(
        set,
        "wins",
        wins,
        ">= " + all.size(),
        "of " + all.size() + ", plan and bound no worse than those of HiGHS");
  }

  /** Adds a mean, unless it is not known of all. */
  private void add(
      String set, String metric, List<Answers> all, ToDoubleFunction<Answers> value, String unit) {
    double mean = all.stream().mapToDouble(value).average().orElseThrow();
    if (Double.isFinite(mean)) {
      figures.add(set, metric, mean, "", unit);
    }
  }
}
