package io.synkro.predict.benchmarks.trees;

import io.synkro.predict.benchmarks.results.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link TreeKernelBenchmark} and writes what each kernel takes for a few rows. */
public final class TreeKernelMeasure {
  private static final String COMMAND =
      "java -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + TreeKernelMeasure.class.getName();

  private TreeKernelMeasure() {}

  /**
   * Measures.
   *
   * @param args none
   * @throws IOException if the result cannot be written
   * @throws RunnerException if JMH fails
   */
  public static void main(String[] args) throws IOException, RunnerException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(TreeKernelBenchmark.class.getName())
                    .shouldFailOnError(true)
                    .build())
            .run();
    Figures figures = new Figures("tree-kernels", COMMAND, Clock.systemUTC(), out);
    for (RunResult result : results) {
      String rows = result.getParams().getParam("rows");
      figures.add(
          "trees-" + result.getParams().getParam("shape"),
          "%s_%s_rows_us"
              .formatted(result.getParams().getParam("kernel").toLowerCase(Locale.ROOT), rows),
          result.getPrimaryResult().getScore() / Integer.parseInt(rows),
          "",
          "us per row");
    }
    out.println("Written: " + figures.write());
  }
}
