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
import java.util.Locale;
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
  private static final String OF_SERIES = "%, mean of series";
  private static final String MEAN = "mean of series";

  /** Over all 3003 series: sMAPE of steps in the paper; then sMAPE, MASE and MAPE of Mcomp. */
  private static final Map<String, double[]> PUBLISHED =
      Map.of(
          "THETA", new double[] {13.01, 12.76, 1.39, 17.42},
          "ForecastPro", new double[] {13.19, 13.06, 1.47, 18.00},
          "ForcX", new double[] {13.49, 13.09, 1.42, 17.35},
          "B-J auto", new double[] {14.01, 13.72, 1.54, 19.13},
          "AutoBox1", new double[] {15.23, 15.20, 1.69, 20.36},
          "AutoBox2", new double[] {14.41, 13.82, 1.51, 18.23},
          "AutoBox3", new double[] {15.33, 15.46, 1.57, 19.31});

  private static final Map<String, Double> MONTHLY_MASE =
      Map.of(
          "THETA", 0.858,
          "ForecastPro", 0.848,
          "ForcX", 0.894,
          "COMB S-H-D", 0.896,
          "B-J auto", 0.914,
          "NAIVE2", 1.037);

  private static final String PAPER =
      "Makridakis & Hibon 2000, quoted by R Mcomp 2.8, vignette Comparisons";
  private static final String MCOMP = "recomputed by R Mcomp 2.8, vignette Comparisons";
  private static final String NUMPY = "the same forecasts scored with numpy";
  private static final String M4 = "M4 competition, Naive2, which has no season in weekly series";

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
    double largest = 0;
    for (String method : published.get().methods()) {
      M3Scores all = new M3Scores();
      StringBuilder byPeriod = new StringBuilder();
      for (SeriesSet set : sets) {
        M3Scores scores = M3Scores.of(set, published.get(), method);
        all.add(scores);
        byPeriod.append(String.format(Locale.ROOT, " %s %.2f", set.name(), scores.smape()));
        if (set.name().equals("m3_monthly")) {
          addMonthly(method, scores.mase());
        }
      }
      out.println(method + " smape:" + byPeriod);
      largest = Math.max(largest, addAll(method, all));
    }
    figures.add("m3", "difference", largest, "<= 0.006", "largest from what Mcomp recomputed");
  }

  private void addMonthly(String method, double mase) {
    Double reference = MONTHLY_MASE.get(method);
    if (reference == null) {
      figures.add("m3_monthly", method + " mase", mase, "", MEAN);
    } else {
      figures.add("m3_monthly", method + " mase", mase, reference, NUMPY, MEAN);
    }
  }

  /** Returns the largest difference from the figures that Mcomp recomputed. */
  private double addAll(String method, M3Scores all) {
    double[] ours = {all.smapeOfSteps(), all.smape(), all.mase(), all.mape()};
    String[] metrics = {" smape of steps", " smape", " mase", " mape"};
    String[] units = {"%, mean of steps", OF_SERIES, MEAN, OF_SERIES};
    double[] theirs = PUBLISHED.get(method);
    double largest = 0;
    for (int i = 0; i < ours.length; i++) {
      if (theirs == null) {
        figures.add("m3", method + metrics[i], ours[i], "", units[i]);
      } else {
        String source = i == 0 ? PAPER : MCOMP;
        figures.add("m3", method + metrics[i], ours[i], theirs[i], source, units[i]);
        largest = i == 0 ? 0 : Math.max(largest, Math.abs(ours[i] - theirs[i]));
      }
    }
    return largest;
  }

  private void m4Weekly() throws IOException {
    Optional<SeriesSet> set = SeriesSets.find("m4_weekly");
    if (set.isEmpty()) {
      out.println("m4_weekly is not on this machine: skipped");
      return;
    }
    double smape = 0;
    double mase = 0;
    for (SeriesSet.Series each : set.get().series()) {
      double[] history = each.train();
      double[] naive = new double[set.get().horizon()];
      Arrays.fill(naive, history[history.length - 1]);
      smape += Accuracy.smape(each.test(), naive);
      // the protocol of M4 has no season in weekly series
      mase += Accuracy.mase(history, 1, each.test(), naive);
    }
    int size = set.get().series().size();
    figures.add("m4_weekly", "naive smape", smape / size, 9.161, M4, OF_SERIES);
    figures.add("m4_weekly", "naive mase", mase / size, 2.777, M4, MEAN);
  }
}
