package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.benchmarks.results.PeakMemory;
import io.synkro.predict.engine.Engines;
import io.synkro.predict.features.DemandFeatures;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.forecast.ForecastModel;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.forecast.TreeTraining;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/**
 * How long 10,000 generated daily series of two years take on one thread, and how much memory the
 * whole run does. With {@code growth} as its argument: how that grows from 1,000 to 50,000 series.
 *
 * <ul>
 *   <li>{@code fit_s}: {@link DemandForecaster#fit} as it comes, with the standard features: the
 *       backtest of three origins with a training each, and the final one
 *   <li>{@code forecast_s}: all series for 28 days with three quantiles by that model, the median
 *       of five
 *   <li>{@code train_s}: the final training of a forecaster that learns from every day of the last
 *       year, 3.66 million examples of 21 features, by 200 trees of 63 leaves, from the choice of
 *       the examples to the model in Java; {@code features_s} is the part of it until the bins are
 *       handed over to the engine, {@code forecast_large_s} the forecast by that model
 *   <li>{@code p50_us} and {@code p99_us}: one series after another, picked from the panel in
 *       memory and forecast by the first model; {@code p99_cpu_us} leaves out the time in which the
 *       thread waits for a core that others use
 * </ul>
 */
public final class RetailSpeedMeasure {
  static final String PEERS = "mlforecast 1.1.0, 1 thread, its own data";

  private static final String COMMAND =
      "java -Xmx560m -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + RetailSpeedMeasure.class.getName();
  private static final String SET = "retail-10k";
  private static final int SERIES = 10_000;
  private static final int LARGE_ROWS = 3_660_000;
  private static final int WARM_UP = 1000;
  private static final int CALLS = 5000;

  private final Figures figures;
  private final RetailSeries retail;

  private RetailSpeedMeasure(Figures figures, RetailSeries retail) {
    this.figures = figures;
    this.retail = retail;
  }

  /**
   * Measures.
   *
   * @param args none, or {@code growth}
   * @throws IOException if the result cannot be written
   * @throws InterruptedException if the measurement is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length > 0) {
      Figures figures = new Figures("forecast-growth", COMMAND + " growth", Clock.systemUTC(), out);
      RetailGrowth.measure(figures);
      out.println("Written: " + figures.write());
      return;
    }
    Figures figures = new Figures("forecast-speed", COMMAND, Clock.systemUTC(), out);
    RetailSpeedMeasure measure = new RetailSpeedMeasure(figures, RetailSeries.of(SERIES, 1));
    ForecastModel model = measure.standard();
    measure.single(model);
    measure.large();
    figures.add(
        new Figures.Measured(
            SET, "peak_gb", PeakMemory.gigabytes(), 1.96 * 1.073741824, PEERS, "<= 1.073", "GB"));
    out.println("Written: " + figures.write());
  }

  private static final LearnerOptions LARGE =
      LearnerOptions.builder(new Objective.SquaredError())
          .rounds(200)
          .leaves(63)
          .learningRate(0.06)
          .rowFraction(1)
          .featureFraction(1)
          .build();

  private ForecastModel standard() {
    long start = System.nanoTime();
    ForecastModel model =
        DemandForecaster.builder()
            .learner(Engines.learner("lightgbm"), DemandFeatures.standard())
            .build()
            .fit(retail.sales());
    figures.add(SET, "fit_s", seconds(start), "", "s");
    add("forecast_s", forecastSeconds(model), 2.85, "<= 1.5");
    figures.add(
        SET, "wape_improvement_pct", improvement(model), 20, PEERS, "% below seasonal naive");
    return model;
  }

  /** Trains on 3.66 million examples; nothing but the final training is timed. */
  private void large() {
    TimedLearner learner = new TimedLearner(Engines.learner("lightgbm"));
    long[] begin = {0};
    double[] trained = {0};
    ForecastModel model =
        DemandForecaster.builder()
            .learner(learner, PlainFeatures.daily())
            .training(TreeTraining.builder().options(LARGE).maxRows(LARGE_ROWS).build())
            .backtests(1)
            .keepAllMethods()
            .progress(
                (stage, done, total) -> {
                  trained[0] = stage.equals("Fit") ? seconds(begin[0]) : trained[0];
                  begin[0] = System.nanoTime();
                })
            .build()
            .fit(retail.sales());
    add("train_s", trained[0], 78, "<= 60");
    add("features_s", trained[0] - learner.lastSeconds(), 5.9, "<= 0.6");
    figures.add(SET, "train_rows", learner.lastRows(), "", "examples");
    add("forecast_large_s", forecastSeconds(model), 2.85, "");
    figures.add(
        SET, "wape_improvement_large_pct", improvement(model), 20, PEERS, "% below seasonal naive");
  }

  private void add(String metric, double ours, double reference, String bar) {
    figures.add(new Figures.Measured(SET, metric, ours, reference, PEERS, bar, "s"));
  }

  private void single(ForecastModel model) {
    double[] micros = new double[CALLS];
    double[] cpuMicros = new double[CALLS];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int call = -WARM_UP; call < CALLS; call++) {
      int series = (int) ((call + WARM_UP) * 7919L % SERIES);
      long cpu = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      SeriesPanel one = retail.sales().select(series);
      PanelForecast forecast = model.forecast(one);
      double time = (System.nanoTime() - start) / 1e3;
      if (forecast.outcomes().size() == 1 && call >= 0) {
        micros[call] = time;
        cpuMicros[call] = (threads.getCurrentThreadCpuTime() - cpu) / 1e3;
      }
    }
    Arrays.sort(micros);
    Arrays.sort(cpuMicros);
    figures.add("single", "p50_us", micros[CALLS / 2], "", "us");
    figures.add("single", "p99_us", micros[CALLS * 99 / 100], "<= 1000", "us");
    figures.add("single", "p99_cpu_us", cpuMicros[CALLS * 99 / 100], "", "us of its thread");
  }

  static double forecastSeconds(ForecastModel model) {
    double[] seconds = new double[5];
    for (int k = 0; k < seconds.length; k++) {
      long start = System.nanoTime();
      PanelForecast forecast = model.forecast();
      seconds[k] = seconds(start);
      if (forecast.outcomes().isEmpty()) {
        throw new IllegalStateException("No series was forecast.");
      }
    }
    Arrays.sort(seconds);
    return seconds[seconds.length / 2];
  }

  private double improvement(ForecastModel model) {
    List<DemandForecast> forecasts = model.forecast().forecasts();
    double errors = 0;
    double naive = 0;
    for (int i = 0; i < SERIES; i++) {
      for (int h = 0; h < RetailSeries.AHEAD; h++) {
        double actual = retail.actual(i, h);
        errors += Math.abs(forecasts.get(i).mean(h) - actual);
        naive += Math.abs(retail.sales().value(i, RetailSeries.DAYS - 7 + h % 7) - actual);
      }
    }
    return 100 * (1 - errors / naive);
  }

  static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
