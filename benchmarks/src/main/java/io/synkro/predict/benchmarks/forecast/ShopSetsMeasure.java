package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.benchmarks.results.DataSets;
import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.csv.ReadLimits;
import io.synkro.predict.csv.SalesCsv;
import io.synkro.predict.csv.SalesMapping;
import io.synkro.predict.engine.Engines;
import io.synkro.predict.evaluate.Accuracy;
import io.synkro.predict.features.DemandFeatures;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.forecast.ForecastModel;
import io.synkro.predict.forecast.MemberAccuracy;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.forecast.PointLoss;
import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Forecasts three sets by the protocols of those who published them: orange juice of a chain (weeks
 * 137 and 138 from what is known to week 135), spare parts of cars (seven months, one step ahead
 * each) and departments of shops (39 weeks, weeks with holidays count five times).
 */
public final class ShopSetsMeasure {
  private static final String COMMAND =
      "java -Xmx3g -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + ShopSetsMeasure.class.getName();
  private static final int JUICE_LAST = 135;
  private static final int JUICE_HORIZON = 3;
  private static final int PARTS_TRAIN = 17;
  private static final int PARTS_TESTS = 7;
  private static final int WEEKS = 39;
  private static final double HOLIDAY_WEIGHT = 5;

  private final Figures figures;
  private final PrintStream out;

  private ShopSetsMeasure(Figures figures, PrintStream out) {
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
    Figures figures = new Figures("forecast-shops", COMMAND, Clock.systemUTC(), out);
    ShopSetsMeasure measure = new ShopSetsMeasure(figures, out);
    measure.spareParts();
    measure.orangeJuice();
    measure.walmart();
    out.println("Written: " + figures.write());
  }

  private static DemandForecaster.Builder forecaster(int horizon) {
    return DemandForecaster.builder()
        .horizon(horizon)
        .learner(Engines.learner("lightgbm"), DemandFeatures.standard())
        .keepAllMethods();
  }

  private void printMembers(ForecastModel model) {
    out.println("  forecast: " + model.backtest().best().name());
    for (MemberAccuracy member : model.backtest().members()) {
      out.printf(
          Locale.ROOT,
          "  %-34.34s backtest: WAPE %.4f, RMSSE %.4f, MASE %.4f%n",
          member.name(),
          member.wape(),
          member.rmsse(),
          member.mase());
    }
  }

  private void spareParts() throws IOException {
    Optional<SeriesSet> found = SeriesSets.spareParts(PARTS_TRAIN);
    if (found.isEmpty()) {
      out.println("spare_parts_auto is not on this machine: skipped");
      return;
    }
    SeriesSet set = found.get();
    ForecastModel model = forecaster(1).build().fit(SetPanel.of(set));
    double squares = 0;
    for (int k = 0; k < PARTS_TESTS; k++) {
      SeriesSet later = SeriesSets.spareParts(PARTS_TRAIN + k).orElseThrow();
      PanelForecast forecast = model.forecast(SetPanel.of(later));
      for (SeriesSet.Series series : later.series()) {
        double mean = forecast.find(SetPanel.id(series)).map(f -> f.mean(0)).orElse(0.0);
        double error = series.test()[0] - mean;
        squares += error * error;
      }
    }
    figures.add(
        new Figures.Measured(
            "spare_parts_auto",
            "mse",
            squares / PARTS_TESTS / set.series().size(),
            83.1,
            "SBA; LightGBM 115.5 (same protocol)",
            "<= 83.1",
            ""));
    printMembers(model);
  }

  private void orangeJuice() {
    Optional<Path> sales = DataSets.find("orange_juice/sales.csv.gz");
    if (sales.isEmpty()) {
      out.println("orange_juice is not on this machine: skipped");
      return;
    }
    Path mapping = Path.of("synkro-predict-examples", "mappings", "orange_juice.json");
    SeriesPanel panel =
        SalesCsv.read(sales.get(), SalesMapping.load(mapping), ReadLimits.strict()).panel();
    int beyond = panel.end() - 1 - (138 - JUICE_LAST); // position of the last week that is known
    SeriesPanel past = panel.before(beyond + 1, JUICE_HORIZON);
    ForecastModel model = forecaster(JUICE_HORIZON).build().fit(past);
    PanelForecast forecast = model.forecast();
    DoubleArray actual = new DoubleArray();
    DoubleArray forecasts = new DoubleArray();
    for (int i = 0; i < panel.size(); i++) {
      DemandForecast of = forecast.find(panel.id(i)).orElse(null);
      for (int h = 1; h < JUICE_HORIZON; h++) {
        int t = beyond + 1 + h - panel.start(i);
        if (t >= 0 && t < panel.length(i) && !Double.isNaN(panel.value(i, t))) {
          actual.add(panel.value(i, t));
          forecasts.add(of == null ? 0 : of.point(h, PointLoss.ABSOLUTE_PERCENTAGE));
        }
      }
    }
    figures.add(
        new Figures.Measured(
            "orange_juice",
            "mape",
            Accuracy.mape(actual.toArray(), forecasts.toArray()),
            35.58,
            "LightGBM, notebooks of microsoft/forecasting",
            "<= 34",
            "%"));
    printMembers(model);
  }

  private void walmart() throws IOException {
    Optional<Path> sales = DataSets.find("walmart_2014/sales.csv.gz");
    if (sales.isEmpty()) {
      out.println("walmart_2014 is not on this machine: skipped");
      return;
    }
    ShopWeeks weeks = ShopWeeks.read(sales.get());
    SeriesPanel past = weeks.panel().before(weeks.panel().end() - WEEKS, WEEKS);
    ForecastModel model = forecaster(WEEKS).build().fit(past);
    PanelForecast forecast = model.forecast();
    Map<SeriesId, double[]> naive = model.forecastOf(model.methods().get(0));
    double ours = 0;
    double reference = 0;
    double weights = 0;
    List<SeriesId> ids = past.ids();
    for (int i = 0; i < ids.size(); i++) {
      DemandForecast of = forecast.find(ids.get(i)).orElse(null);
      for (int h = 0; h < WEEKS; h++) {
        double value = weeks.sales(ids.get(i), past.end() + h);
        if (!Double.isNaN(value)) {
          double weight = weeks.isHoliday(past.end() + h) ? HOLIDAY_WEIGHT : 1;
          ours += weight * Math.abs(value - (of == null ? 0 : of.quantile(h, 0.5)));
          double before = Objects.requireNonNull(naive.get(ids.get(i)))[h];
          reference += weight * Math.abs(value - (Double.isNaN(before) ? 0 : before));
          weights += weight;
        }
      }
    }
    figures.add("walmart_2014", "wmae", ours / weights, reference / weights, "seasonal naive", "$");
    figures.add("walmart_2014", "improvement_pct", 100 * (1 - ours / reference), ">= 12", "%");
    printMembers(model);
  }
}
