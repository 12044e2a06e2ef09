package io.synkro.predict.benchmarks.features;

import io.synkro.predict.benchmarks.results.BestOf;
import io.synkro.predict.benchmarks.results.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link OfflineFeaturesBenchmark} and writes how many plain copies of the same output the
 * features take: the best iteration of either side, see {@link BestOf}.
 */
public final class OfflineFeaturesMeasure {
  private static final String SET = "features-offline";
  private static final int ROUNDS = 2;

  private OfflineFeaturesMeasure() {}

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
            .include(OfflineFeaturesBenchmark.class.getName())
            .shouldFailOnError(true)
            .build();
    results.run(options, ROUNDS);
    String command =
        "java -cp benchmarks/target/synkro-predict-benchmarks.jar "
            + OfflineFeaturesMeasure.class.getName();
    Figures figures = new Figures(SET, command, Clock.systemUTC(), out);
    add(figures, results, "17", "copy_ratio", "<= 2.5");
    add(figures, results, "40", "copy_ratio_full", "<= 6");
    double seconds = results.time("compute", Map.of("features", "40")) / 1e3;
    double rows = (double) OfflineFeaturesBenchmark.SERIES * RetailFeatures.DAYS;
    figures.add(SET, "rows_per_s", rows / seconds, "", "rows of 40 features, 1 thread");
    double bins = results.time("bins", Map.of("features", "40")) / 1e3;
    figures.add(SET, "bin_rows_per_s", rows / bins, "", "rows of 40 features in bins, 1 thread");
    out.println("Written: " + figures.write());
  }

  private static void add(
      Figures figures, BestOf results, String features, String metric, String bar) {
    Map<String, String> parameters = Map.of("features", features);
    double ours = results.time("compute", parameters);
    double copy = results.time("copy", parameters);
    double bytes =
        4.0 * Integer.parseInt(features) * OfflineFeaturesBenchmark.SERIES * RetailFeatures.DAYS;
    figures.add(SET, metric, ours / copy, bar, "time / time of a copy");
    figures.add(SET, "ms_" + features, ours, copy, "a copy of the output", "ms");
    figures.add(
        SET,
        "gb_per_s_" + features,
        bytes / ours / 1e6,
        bytes / copy / 1e6,
        "a copy of the output",
        "GB/s written");
  }
}
