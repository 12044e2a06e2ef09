package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.evaluate.Accuracy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves the measures of accuracy: scores the forecasts that were sent to the M3 competition, and
 * the naive method in the weekly part of M4, beside what others published.
 */
public final class MetricsMeasure {
  private static final String COMMAND =
      "java -cp benchmarks/target/synkro-predict-benchmarks.jar " + MetricsMeasure.class.getName();
  private static final List<String> PERIODS = List.of("yearly", "quarterly", "monthly", "other");

  /** Over all 3003 series: sMAPE as in the paper; sMAPE, MAPE and MASE as computed by others. */
  private static final Map<String, double[]> PUBLISHED =
      Map.of(
          "THETA", new double[] {13.01, 12.76, 17.42, 1.39},
          "ForecastPro", new double[] {13.19, 13.06, 18.00, 1.47},
          "ForcX", new double[] {13.49, 13.09, 17.35, 1.42},
          "B-J auto", new double[] {14.01, 13.72, 19.13, 1.54},
          "AutoBox1", new double[] {15.23, 15.20, 20.36, 1.69},
          "AutoBox2", new double[] {14.41, 13.82, 18.23, 1.51},
          "AutoBox3", new double[] {15.33, 15.46, 19.31, 1.57});

  private static final String PAPER =
      "Makridakis & Hibon 2000, as quoted by R package Mcomp, vignette Comparisons";
  private static final String MCOMP = "R package Mcomp, vignette Comparisons";

  private final Figures figures;
  private final PrintStream out;

  private MetricsMeasure(Figures figures, PrintStream out) {
    this.figures = figures;
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param args none
   * @throws IOException if a set cannot be read or the result not be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Figures figures = new Figures("forecast-metrics", COMMAND, Clock.systemUTC(), out);
    MetricsMeasure measure = new MetricsMeasure(figures, out);
    measure.m3();
    measure.m4Weekly();
    out.println("Written: " + figures.write());
  }

  private void m3() throws IOException {
    Optional<PublishedM3> published = PublishedM3.find();
    List<SeriesSet> sets = new ArrayList<>();
    for (String period : PERIODS) {
      SeriesSets.find("m3_" + period).ifPresent(sets::add);
    }
    if (published.isEmpty() || sets.size() < PERIODS.size()) {
      out.println("m3 is not on this machine: skipped");
      return;
    }
    for (String method : published.get().methods()) {
      M3Scores all = new M3Scores();
      for (SeriesSet set : sets) {
        M3Scores scores = M3Scores.of(set, published.get(), method);
        all.add(scores);
        if (scores.series() > 0) {
          figures.add(set.name(), method + " smape", scores.smape(), "", "%, mean of series");
          figures.add(set.name(), method + " mase", scores.mase(), "", "mean of series");
        }
      }
      addAll(method, all);
    }
  }

  private void addAll(String method, M3Scores all) {
    double[] others = PUBLISHED.get(method);
    String set = "m3";
    if (others == null) {
      figures.add(set, method + " smape of steps", all.smapeOfSteps(), "", "%, mean of steps");
      figures.add(set, method + " smape", all.smape(), "", "%, mean of series");
      figures.add(set, method + " mape", all.mape(), "", "%, mean of series");
      figures.add(set, method + " mase", all.mase(), "", "mean of series");
    } else {
      figures.add(
          set, method + " smape of steps", all.smapeOfSteps(), others[0], PAPER, "%, mean of steps");
      figures.add(set, method + " smape", all.smape(), others[1], MCOMP, "%, mean of series");
      figures.add(set, method + " mape", all.mape(), others[2], MCOMP, "%, mean of series");
      figures.add(set, method + " mase", all.mase(), others[3], MCOMP, "mean of series");
    }
  }
}
