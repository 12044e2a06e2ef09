package io.synkro.predict.benchmarks.csv;

import io.synkro.predict.benchmarks.results.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link CsvReadBenchmark} and writes its figures. */
public final class CsvReadMeasure {
  private static final String COMMAND =
      "java -cp benchmarks/target/synkro-predict-benchmarks.jar " + CsvReadMeasure.class.getName();

  private CsvReadMeasure() {}

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
                    .include(CsvReadBenchmark.class.getName())
                    .shouldFailOnError(true)
                    .build())
            .run();
    double ours = milliseconds(results, "panel");
    double library = milliseconds(results, "fieldsOnly");
    Figures figures = new Figures("csv-read", COMMAND, Clock.systemUTC(), out);
    figures.add("sales-1m-rows", "seconds", ours / 1000, "<= 5", "s");
    figures.add("sales-1m-rows", "over_fields_only", ours / library, "", "ratio to FastCSV alone");
    out.println("Written: " + figures.write());
  }

  private static double milliseconds(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
        .findFirst()
        .orElseThrow()
        .getPrimaryResult()
        .getScore();
  }
}
