package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.optimize.decomposition.DecompositionEngine;
import io.synkro.predict.optimize.engine.PlanEngine;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.formulation.MilpEngine;
import io.synkro.predict.optimize.formulation.StockModel;
import io.synkro.predict.optimize.linear.LinearEngines;
import io.synkro.predict.optimize.problem.StockProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Puts engines side by side on the same generated problems with the same time limit and one thread
 * each: decomposition, HiGHS and ojAlgo on the linear model, and SCIP and CP-SAT by OR-Tools on the
 * same model. Tiny problems are to be solved to proven optimality by the linear route.
 */
public final class StockEnginesMeasure {
  private static final String COMMAND =
      "java -Xmx4g -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + StockEnginesMeasure.class.getName();
  private static final String STATUS =
      "2 proven, 1 a plan, 0 none, -1 refused, -2 called infeasible";
  private static final double TARGET = 1e-4;
  private static final int SEEDS = 5;
  private static final double[] TIGHTNESSES = {1, 0.8, 0.6};

  private final Duration limit;
  private final Figures figures;
  private final PrintStream out;

  private StockEnginesMeasure(Duration limit, Figures figures, PrintStream out) {
    this.limit = limit;
    this.figures = figures;
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param args seconds that an engine may take, 60 if there are none
   * @throws IOException if the result cannot be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Duration limit = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 60);
    Figures figures =
        new Figures("stock-engines", COMMAND + " " + limit.toSeconds(), Clock.systemUTC(), out);
    StockEnginesMeasure measure = new StockEnginesMeasure(limit, figures, out);
    for (String id : List.of("highs", "ojalgo")) {
      measure.proveTiny(id);
    }
    measure.compare("stock-small", StockInstances.generate(StockInstances.Size.SMALL, 1, 1));
    measure.compare("stock-medium", StockInstances.generate(StockInstances.Size.MEDIUM, 1, 1));
    out.println("Written: " + figures.write());
  }

  private static PlanEngine linear(String id) {
    return new MilpEngine(LinearEngines.engine(id));
  }

  private void proveTiny(String id) {
    int proven = 0;
    double slowest = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      for (double tightness : TIGHTNESSES) {
        StockProblem problem = StockInstances.generate(StockInstances.Size.TINY, seed, tightness);
        SolveOptions options = SolveOptions.builder().timeLimit(limit).targetGap(0).build();
        PlanResult result = linear(id).solve(problem, options, SolveMonitor.none());
        boolean optimal = result.gap() <= 1e-6;
        proven += optimal ? 1 : 0;
        slowest = Math.max(slowest, result.seconds());
        out.printf(
            Locale.ROOT,
            "tiny seed %d tightness %.1f by %s: %s, bound %.2f, gap %.5f %%, %.2f s%n",
            seed,
            tightness,
            id,
            result.status(),
            result.lowerBound(),
            100 * result.gap(),
            result.seconds());
      }
    }
    String bar = id.equals("highs") ? ">= " + SEEDS * TIGHTNESSES.length : "";
    figures.add("stock-tiny", id + "_proven", proven, bar, "of 15, gap 1e-6");
    figures.add("stock-tiny", id + "_seconds", slowest, "", "s, slowest of 15");
  }

  private void compare(String set, StockProblem problem) {
    SolveOptions options = SolveOptions.builder().timeLimit(limit).targetGap(TARGET).build();
    report(
        set,
        "decomposition",
        new DecompositionEngine().solve(problem, options, SolveMonitor.none()));
    for (String id : List.of("highs", "ojalgo")) {
      try {
        report(set, id, linear(id).solve(problem, options, SolveMonitor.none()));
      } catch (InvalidInputException refusal) {
        out.println(refusal.getMessage());
        figures.add(set, id + "_status", -1, "", STATUS);
      }
    }
    StockModel model = StockModel.of(problem);
    report(set, "scip", ScipReference.solve(model.linear(), limit));
    report(set, "cp_sat", CpSatReference.solve(model, limit, TARGET));
  }

  private void report(String set, String engine, ReferenceAnswer answer) {
    add(set, engine, answer.status(), answer.objective(), answer.bound());
    figures.add(set, engine + "_seconds", answer.seconds(), "", "s");
  }

  private void report(String set, String engine, PlanResult result) {
    double cost =
        result.check().map(check -> check.costs().total()).orElse(Double.POSITIVE_INFINITY);
    add(set, engine, code(result), cost, result.lowerBound());
    figures.add(set, engine + "_seconds", result.seconds(), "", "s");
  }

  private static int code(PlanResult result) {
    if (result.status() == PlanStatus.INFEASIBLE_PROVEN) {
      return -2;
    }
    if (result.plan().isEmpty()) {
      return 0;
    }
    return result.status() == PlanStatus.WITHIN_TARGET_GAP ? 2 : 1;
  }

  private void add(String set, String engine, int status, double objective, double bound) {
    figures.add(set, engine + "_status", status, "", STATUS);
    if (Double.isFinite(objective)) {
      figures.add(set, engine + "_objective", objective, "", "money");
    }
    if (Double.isFinite(bound)) {
      figures.add(set, engine + "_bound", bound, "", "money");
    }
  }
}
