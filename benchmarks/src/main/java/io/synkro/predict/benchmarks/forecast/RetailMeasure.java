package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.benchmarks.results.DataSets;
import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.csv.ReadLimits;
import io.synkro.predict.csv.SalesCsv;
import io.synkro.predict.csv.SalesMapping;
import io.synkro.predict.engine.Engines;
import io.synkro.predict.evaluate.Accuracy;
import io.synkro.predict.evaluate.Wrmsse;
import io.synkro.predict.features.DemandFeatures;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.forecast.ForecastModel;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.forecast.TreeStrategy;
import io.synkro.predict.forecast.TreeTraining;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.univariate.Theta;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Forecasts 28 days of daily sales from four origins, the last days of {@code m5_280}, with the
 * forecaster as it comes, beside Dynamic Optimised Theta and plain recursive trees (lags, rolling
 * means and dates alone, as libraries make them) of the same run. The error is the mean WRMSSE of
 * series, stores, departments, items and the total. Quantiles are judged by their scaled pinball
 * loss beside {@link LevelConformal}, which learns from the two origins before.
 */
public final class RetailMeasure {
  private static final String COMMAND =
      "java -Xmx3g -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + RetailMeasure.class.getName();
  private static final int DAYS = 28;
  private static final int ORIGINS = 4;
  private static final int WINDOWS = 2;
  private static final String OURS = "forecast";
  private static final String THETA = "Dynamic Optimised Theta";
  private static final String RECURSIVE = "plain recursive trees";
  private static final int THETA_HISTORY = 400;
  private static final double[] LEVELS = {0.005, 0.025, 0.165, 0.25, 0.75, 0.835, 0.975, 0.995};

  private final PrintStream out;
  private final Map<String, double[]> errors = new LinkedHashMap<>();
  private final Coverage all = new Coverage();
  private final Coverage slow = new Coverage();
  private final Coverage fast = new Coverage();
  private final List<LevelConformal.Window> windows = new ArrayList<>();
  private double pinball;
  private double referencePinball;

  private RetailMeasure(PrintStream out) {
    this.out = out;
  }

  /** Share of steps within an interval. */
  private static final class Coverage {
    private int inside;
    private int steps;

    void add(boolean within) {
      inside += within ? 1 : 0;
      steps++;
    }

    double share() {
      return (double) inside / steps;
    }
  }

  /**
   * Measures.
   *
   * @param args none
   * @throws IOException if the set cannot be read or the result not be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Optional<Path> sales = DataSets.find("m5_280/sales.csv.gz");
    if (sales.isEmpty()) {
      out.println("m5_280 is not on this machine: skipped");
      return;
    }
    Path mapping = Path.of("synkro-predict-examples", "mappings", "m5_280.json");
    SeriesPanel panel =
        SalesCsv.read(sales.get(), SalesMapping.load(mapping), ReadLimits.strict()).panel();
    RetailMeasure measure = new RetailMeasure(out);
    for (int k = -WINDOWS; k < ORIGINS; k++) {
      measure.run(panel, panel.end() - (ORIGINS - k) * DAYS, k);
    }
    Figures figures = new Figures("forecast-retail", COMMAND, Clock.systemUTC(), out);
    measure.report(figures);
    out.println("Written: " + figures.write());
  }

  /** Origins before the first only teach the reference of the quantiles. */
  private void run(SeriesPanel panel, int origin, int number) {
    SeriesPanel past = panel.before(origin, DAYS);
    ForecastModel model = forecaster().keepAllMethods().build().fit(past);
    PanelForecast forecast = model.forecast();
    double[][] actual = actual(panel, past, origin);
    double[][] means = means(past, forecast);
    if (number >= 0) {
      out.println("Origin " + past.axis().at(origin) + ": " + model.backtest().best().name());
      judgeMeans(past, model, actual, number);
      judgeIntervals(past, forecast, actual);
      judgeQuantiles(past, forecast, actual);
    }
    windows.add(new LevelConformal.Window(means, actual));
  }

  private static DemandForecaster.Builder forecaster() {
    return DemandForecaster.builder()
        .horizon(DAYS)
        .quantiles(0.005, 0.025, 0.05, 0.165, 0.25, 0.5, 0.75, 0.835, 0.9, 0.95, 0.975, 0.995)
        .learner(Engines.learner("lightgbm"), DemandFeatures.standard());
  }

  private void judgeMeans(SeriesPanel past, ForecastModel model, double[][] actual, int number) {
    Map<String, double[][]> forecasts = new LinkedHashMap<>();
    forecasts.put(OURS, means(past, model.forecast()));
    for (String method : model.methods()) {
      forecasts.put(method, alone(past, model, method));
    }
    forecasts.put(RECURSIVE, recursive(past));
    forecasts.put(THETA, theta(past));
    Wrmsse wrmsse = measure(past);
    forecasts.forEach(
        (name, of) -> {
          double[] levels = wrmsse.byLevel(actual, of);
          double mean = Arrays.stream(levels).average().orElseThrow();
          out.printf(Locale.ROOT, "  %-44s %.4f %s%n", name, mean, Arrays.toString(levels));
          errors.computeIfAbsent(name, n -> new double[ORIGINS])[number] = mean;
        });
  }

  private static double[][] alone(SeriesPanel past, ForecastModel model, String method) {
    Map<SeriesId, double[]> of = model.forecastOf(method);
    return past.ids().stream().map(of::get).toArray(double[][]::new);
  }

  /** Lags, rolling means and dates alone, without prices, events and attributes. */
  private static double[][] recursive(SeriesPanel past) {
    SeriesPanelBuilder builder = SeriesPanel.builder(past.axis());
    for (int i = 0; i < past.size(); i++) {
      builder.add(past.series(i), Map.of(), Map.of());
    }
    SeriesPanel plain = builder.build();
    TreeTraining recursive = TreeTraining.builder().strategies(TreeStrategy.RECURSIVE).build();
    ForecastModel model =
        DemandForecaster.builder()
            .horizon(DAYS)
            .learner(Engines.learner("lightgbm"), PlainFeatures.daily())
            .training(recursive)
            .backtests(1)
            .keepAllMethods()
            .build()
            .fit(plain);
    return alone(past, model, "trees (lightgbm, counts, recursive)");
  }

  private static double[][] actual(SeriesPanel panel, SeriesPanel past, int origin) {
    double[][] actual = new double[past.size()][DAYS];
    for (int i = 0; i < actual.length; i++) {
      int series = panel.position(past.id(i)).orElseThrow();
      for (int h = 0; h < DAYS; h++) {
        actual[i][h] = panel.value(series, origin - panel.start(series) + h);
      }
    }
    return actual;
  }

  private static double[][] means(SeriesPanel past, PanelForecast forecast) {
    double[][] means = new double[past.size()][DAYS];
    for (int i = 0; i < means.length; i++) {
      DemandForecast of = forecast.find(past.id(i)).orElseThrow();
      Arrays.setAll(means[i], of::mean);
    }
    return means;
  }

  private static double[][] theta(SeriesPanel past) {
    double[][] forecasts = new double[past.size()][];
    for (int i = 0; i < forecasts.length; i++) {
      double[] values = past.values(i);
      int first = 0;
      while (first < values.length - 1 && values[first] == 0) {
        first++;
      }
      first = Math.max(first, values.length - THETA_HISTORY);
      double[] known = Arrays.copyOfRange(values, first, values.length);
      double[] ahead = Theta.dynamicOptimised().fit(known, 7).forecast(DAYS);
      forecasts[i] = Arrays.stream(ahead).map(v -> Math.max(0, v)).toArray();
    }
    return forecasts;
  }

  /** Weights are the revenue of the last 28 days. */
  private static Wrmsse measure(SeriesPanel past) {
    int steps = past.end();
    double[][] history = new double[past.size()][steps];
    double[] revenue = new double[past.size()];
    Covariate price = past.covariate(CovariateNames.PRICE).orElseThrow();
    for (int i = 0; i < history.length; i++) {
      double[] values = past.values(i);
      System.arraycopy(values, 0, history[i], past.start(i), values.length);
      for (int t = values.length - DAYS; t < values.length; t++) {
        double sold = values[t] * price.value(i, t);
        revenue[i] += Double.isNaN(sold) ? 0 : sold;
      }
    }
    return Wrmsse.of(
        history,
        revenue,
        List.of(
            groups(past, SeriesId::toString),
            groups(past, id -> id.warehouse().value()),
            groups(past, id -> id.product().value().replaceAll("_[^_]*$", "")),
            groups(past, id -> id.product().value()),
            groups(past, id -> "all")));
  }

  private static int[] groups(SeriesPanel past, Function<SeriesId, String> key) {
    Map<String, Integer> numbers = new HashMap<>();
    return past.ids().stream()
        .mapToInt(id -> numbers.computeIfAbsent(key.apply(id), k -> numbers.size()))
        .toArray();
  }

  private void judgeIntervals(SeriesPanel past, PanelForecast forecast, double[][] actual) {
    double[] levels = new double[past.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = forecast.find(past.id(i)).orElseThrow().meanOver(DAYS);
    }
    double median = Arrays.stream(levels).sorted().toArray()[levels.length / 2];
    for (int i = 0; i < levels.length; i++) {
      DemandForecast of = forecast.find(past.id(i)).orElseThrow();
      for (int h = 0; h < DAYS; h++) {
        boolean inside = of.interval(h, 0.9).contains(actual[i][h]);
        all.add(inside);
        (levels[i] < median ? slow : fast).add(inside);
      }
    }
  }

  /** Mean over the series of the pinball loss by the mean change from day to day. */
  private void judgeQuantiles(SeriesPanel past, PanelForecast forecast, double[][] actual) {
    LevelConformal reference =
        new LevelConformal(windows.subList(windows.size() - WINDOWS, windows.size()));
    for (int i = 0; i < past.size(); i++) {
      DemandForecast of = forecast.find(past.id(i)).orElseThrow();
      double scale = Accuracy.naiveError(past.values(i), 1);
      if (!(scale > 0)) {
        continue;
      }
      for (double level : LEVELS) {
        for (int h = 0; h < DAYS; h++) {
          double value = actual[i][h];
          pinball += pinball(value, of.quantile(h, level), level) / scale;
          double other = reference.quantile(i, of.mean(h), level);
          referencePinball += pinball(value, other, level) / scale;
        }
      }
    }
  }

  private static double pinball(double actual, double quantile, double level) {
    double error = actual - quantile;
    return Math.max(level * error, (level - 1) * error);
  }

  private void report(Figures figures) {
    errors.forEach((name, of) -> figures.add("m5_280", "wrmsse of " + name, mean(of), "", ""));
    double best = Math.min(meanError(THETA), meanError(RECURSIVE));
    double improvement = 100 * (1 - meanError(OURS) / best);
    figures.add("m5_280", "improvement_pct", improvement, ">= 10", "%");
    figures.add(
        "m5_280", "pinball_improvement_pct", 100 * (1 - pinball / referencePinball), ">= 0", "%");
    figures.add("m5_280", "coverage90", all.share(), "<= 0.92", "share");
    figures.add("m5_280", "coverage90_slow", slow.share(), "<= 0.92", "share");
    figures.add("m5_280", "coverage90_fast", fast.share(), "<= 0.92", "share");
  }

  private double meanError(String method) {
    return mean(Objects.requireNonNull(errors.get(method)));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
