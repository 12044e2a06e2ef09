package io.synkro.predict.benchmarks.trees;

import io.synkro.predict.benchmarks.results.BestOf;
import io.synkro.predict.benchmarks.results.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
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
    BestOf results = new BestOf();
    Options options =
        new OptionsBuilder()
            .include(TreeKernelBenchmark.class.getName())
            .shouldFailOnError(true)
            .build();
    results.run(options, 1);
    Figures figures = new Figures("tree-kernels", COMMAND, Clock.systemUTC(), out);
    for (String shape : List.of("500x63", "100x31", "2000x255")) {
      for (String kernel : List.of("WALK", "MASK", "SLICE")) {
        for (String rows : List.of("1", "8", "12", "16", "28")) {
          double time =
              results.time("margins", Map.of("shape", shape, "kernel", kernel, "rows", rows));
          String metric = "%s_%s_rows_us".formatted(kernel.toLowerCase(Locale.ROOT), rows);
          figures.add("trees-" + shape, metric, time / Integer.parseInt(rows), "", "us per row");
        }
      }
    }
    out.println("Written: " + figures.write());
  }
}
