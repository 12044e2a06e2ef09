package io.synkro.predict.benchmarks.trees;

import io.synkro.predict.benchmarks.results.BestOf;
import io.synkro.predict.benchmarks.results.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link TreeScoreBenchmark} and writes what a native row costs in rows of ours: the best
 * iteration of either side, see {@link BestOf}.
 */
public final class TreeSpeedMeasure {
  private static final String COMMAND =
      "java -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + TreeSpeedMeasure.class.getName();

  /** The model that the bars are for. */
  private static final String MAIN = "500x63";

  private static final int ROUNDS = 2;

  private final BestOf results;
  private final Figures figures;

  private TreeSpeedMeasure(BestOf results, Figures figures) {
    this.results = results;
    this.figures = figures;
  }

  /**
   * Measures.
   *
   * @param args shapes of models; all if there are none
   * @throws IOException if the result cannot be written
   * @throws RunnerException if JMH fails
   */
  public static void main(String[] args) throws IOException, RunnerException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> shapes = args.length > 0 ? List.of(args) : List.of(MAIN, "100x31", "2000x255");
    for (String shape : shapes) { // trained before the clock starts
      for (String engine : List.of("lightgbm", "xgboost")) {
        TreeModelCase.of(engine, shape).saved();
      }
    }
    BestOf results = new BestOf();
    for (String shape : shapes) {
      Options options =
          new OptionsBuilder()
              .include(TreeScoreBenchmark.class.getName())
              .param("shape", shape)
              .shouldFailOnError(true)
              .build();
      results.run(options, shape.equals(MAIN) ? ROUNDS : 1);
    }
    Figures figures = new Figures("tree-speed", COMMAND, Clock.systemUTC(), out);
    TreeSpeedMeasure measure = new TreeSpeedMeasure(results, figures);
    shapes.forEach(measure::add);
    out.println("Written: " + figures.write());
  }

  private void add(String shape) {
    int rows = TreeScoreBenchmark.batchRows(shape);
    boolean main = shape.equals(MAIN);
    for (String engine : List.of("lightgbm", "xgboost")) {
      boolean lightGbm = engine.equals("lightgbm");
      Case each = new Case(engine, shape);
      ratio(each, "batch", new Pair("nativeBatch", "javaBatch", rows), bar(main, lightGbm, 10, 4));
      ratio(each, "28", new Pair("nativeFew", "javaFew", 28), bar(main, lightGbm, 5.5, 4.5));
      ratio(each, "single", new Pair("nativeSingle", "javaSingle", 1), bar(main, lightGbm, 4, 7));
      ratio(each, "single_wrapper", new Pair("nativeSingleWrapped", "javaSingle", 1), "");
      ratio(
          each,
          "shap",
          new Pair("nativeContributions", "javaContributions", 28),
          main && lightGbm ? ">= 2" : "");
      ratio(
          each,
          "shap_single",
          new Pair("nativeContributions", "javaContributionsSingle", 28, 1),
          "");
      double one = score(each, "javaBatch");
      String set = "trees-" + shape;
      String name = lightGbm ? "scaling_2_threads" : "xgboost_scaling_2_threads";
      String bar = main && lightGbm ? ">= 1.9" : "";
      figures.add(
          set, name, one / score(each, "javaBatchTwoThreads"), bar, "time of 1 / of 2 threads");
    }
  }

  private static String bar(boolean main, boolean lightGbm, double ofLightGbm, double ofXgboost) {
    return main ? ">= " + (lightGbm ? ofLightGbm : ofXgboost) : "";
  }

  private record Case(String engine, String shape) {}

  /** Two benchmarks and how many rows a call of each has. */
  private record Pair(String reference, String ours, int referenceRows, int ourRows) {
    Pair(String reference, String ours, int rows) {
      this(reference, ours, rows, rows);
    }
  }

  private void ratio(Case each, String name, Pair pair, String bar) {
    double ours = score(each, pair.ours()) / pair.ourRows();
    double reference = score(each, pair.reference()) / pair.referenceRows();
    String set = "trees-" + each.shape();
    String metric = each.engine() + "_" + name;
    figures.add(set, metric + "_ratio", reference / ours, bar, "native / ours");
    figures.add(set, metric + "_us", ours, reference, each.engine() + ", 1 thread", "us per row");
  }

  private double score(Case each, String benchmark) {
    return results.time(benchmark, Map.of("engine", each.engine(), "shape", each.shape()));
  }
}
