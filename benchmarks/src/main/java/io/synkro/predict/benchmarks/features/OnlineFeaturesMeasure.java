package io.synkro.predict.benchmarks.features;

import io.synkro.predict.benchmarks.results.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Runs {@link OnlineFeaturesBenchmark} and writes what a vector and an event take. */
public final class OnlineFeaturesMeasure {
  private static final String SET = "features-online";

  private OnlineFeaturesMeasure() {}

  /**
   * Measures.
   *
   * @param args none
   * @throws IOException if the result cannot be written
   * @throws RunnerException if JMH fails
   */
  public static void main(String[] args) throws IOException, RunnerException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Options options =
        new OptionsBuilder()
            .include(OnlineFeaturesBenchmark.class.getName())
            .shouldFailOnError(true)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    String command =
        "java -cp benchmarks/target/synkro-predict-benchmarks.jar "
            + OnlineFeaturesMeasure.class.getName();
    Figures figures = new Figures(SET, command, Clock.systemUTC(), out);
    Statistics vector = statistics(results, "vector");
    Statistics update = statistics(results, "update");
    figures.add(SET, "vector_p50_us", vector.getPercentile(50) / 1e3, "<= 5", "us, 60 features");
    figures.add(SET, "vector_p99_us", vector.getPercentile(99) / 1e3, "<= 50", "us, 60 features");
    figures.add(SET, "update_us", update.getMean() / 1e3, "<= 5", "us, mean");
    figures.add(SET, "update_p99_us", update.getPercentile(99) / 1e3, "", "us");
    out.println("Written: " + figures.write());
  }

  private static Statistics statistics(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(r -> r.getParams().getBenchmark().endsWith("." + benchmark))
        .findFirst()
        .orElseThrow()
        .getPrimaryResult()
        .getStatistics();
  }
}
