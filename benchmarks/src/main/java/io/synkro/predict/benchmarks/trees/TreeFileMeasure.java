package io.synkro.predict.benchmarks.trees;

import io.synkro.predict.benchmarks.results.BestOf;
import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Sizes and load times of model files, and the heap that a loaded model takes. */
public final class TreeFileMeasure {
  private static final String COMMAND =
      "java -cp benchmarks/target/synkro-predict-benchmarks.jar " + TreeFileMeasure.class.getName();

  /** So many models at once make the heap's other contents small beside them. */
  private static final int MODELS = 40;

  private TreeFileMeasure() {}

  /**
   * Measures.
   *
   * @param args none
   * @throws IOException if the result cannot be written
   * @throws RunnerException if JMH fails
   */
  public static void main(String[] args) throws IOException, RunnerException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Figures figures = new Figures("tree-file", COMMAND, Clock.systemUTC(), out);
    BestOf results = new BestOf();
    results.run(
        new OptionsBuilder()
            .include(TreeLoadBenchmark.class.getName())
            .shouldFailOnError(true)
            .build(),
        3);
    for (String engine : List.of("lightgbm", "xgboost")) {
      boolean lightGbm = engine.equals("lightgbm");
      double ours = results.time("ours", Map.of("engine", engine));
      double theirs = results.time("theirs", Map.of("engine", engine));
      String set = "trees-500x63";
      figures.add(
          set, engine + "_load_ratio", theirs / ours, lightGbm ? ">= 20" : "", "read / load");
      String source = lightGbm ? "LightGBM's text, read by us" : "XGBoost's UBJSON, read by us";
      figures.add(set, engine + "_load_us", ours, theirs, source, "us");
      double prepared = results.time("oursPrepared", Map.of("engine", engine));
      figures.add(set, engine + "_load_and_prepare_us", prepared, "", "us");
      heap(figures, engine);
    }
    out.println("Written: " + figures.write());
  }

  private static void heap(Figures figures, String engine) throws IOException {
    TreeModelCase model = TreeModelCase.of(engine, "500x63");
    Path file = Files.createTempFile("synkro-", ".trees");
    model.model().save(file);
    double size = Files.size(file);
    String set = "trees-500x63";
    figures.add(set, engine + "_file_mb", size / 1e6, "", "MB");
    double loaded = heapOf(file, loadedModel -> {});
    figures.add(set, engine + "_heap_over_file", loaded / size, "<= 2", "loaded");
    double prepared = heapOf(file, each -> each.ensemble().prepare());
    figures.add(set, engine + "_heap_over_file_prepared", prepared / size, "<= 2", "with kernels");
    Files.delete(file);
  }

  private static double heapOf(Path file, Consumer<TreeModel> then) throws IOException {
    TreeModel first = TreeModels.load(file); // what is loaded once does not count
    then.accept(first);
    List<TreeModel> models = new ArrayList<>();
    long before = used();
    for (int i = 0; i < MODELS; i++) {
      TreeModel model = TreeModels.load(file);
      then.accept(model);
      models.add(model);
    }
    double each = (used() - before) / (double) models.size();
    if (first.outputs() != models.get(MODELS - 1).outputs()) { // keeps all of them alive
      throw new IllegalStateException("The file changed");
    }
    return each;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
