package io.synkro.predict.examples.job;

import io.synkro.predict.examples.job.PlanRows.Row;
import io.synkro.predict.examples.report.Chart;
import io.synkro.predict.examples.report.ChartGroup;
import io.synkro.predict.examples.report.ChartTimes;
import io.synkro.predict.examples.report.ForecastChart;
import io.synkro.predict.examples.report.Sparkline;
import io.synkro.predict.examples.report.StockTrajectoryChart;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.optimize.StockTrajectory;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.SeriesPanel;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Charts of one item: history and forecast, stock to expect. */
final class ItemCharts {
  private static final int HISTORY_HORIZONS = 4;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private final JobResult result;
  private final SeriesPanel sales;

  ItemCharts(JobResult result) {
    this.result = result;
    this.sales = result.input().panel();
  }

  static Sparkline sparkline(Row row) {
    double[] mean = new double[row.demand().horizon()];
    for (int h = 0; h < mean.length; h++) {
      mean[h] = row.demand().mean(h);
    }
    return Sparkline.of("Forecast demand of " + Text.item(row.item().id()), mean);
  }

  ChartGroup group(Row row) {
    List<Chart> charts = List.of(demand(row), stock(row));
    return new ChartGroup(Text.item(row.item().id()), charts);
  }

  private Chart demand(Row row) {
    DemandForecast forecast = row.demand();
    int series = sales.position(forecast.id()).orElseThrow();
    int horizon = forecast.horizon();
    int shown = Math.min(sales.length(series), Math.max(60, HISTORY_HORIZONS * horizon));
    int first = sales.length(series) - shown;
    List<LocalDateTime> times = new ArrayList<>();
    double[] history = new double[shown];
    for (int k = 0; k < shown; k++) {
      history[k] = sales.value(series, first + k);
      times.add(sales.axis().at((long) sales.start(series) + first + k));
    }
    double[] mean = new double[horizon];
    double[] low = new double[horizon];
    double[] high = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      mean[h] = forecast.mean(h);
      low[h] = forecast.quantile(h, LOW);
      high[h] = forecast.quantile(h, HIGH);
      times.add(forecast.time(h));
    }
    ForecastChart.Builder chart =
        ForecastChart.builder(
                "Demand", "units per " + Text.step(sales.axis().frequency()), new ChartTimes(times))
            .history(history)
            .forecast(mean)
            .interval("90 % interval", low, high);
    flags(CovariateNames.IN_STOCK, series, first, shown, false).ifPresent(chart::stockOut);
    flags(CovariateNames.PROMOTION, series, first, shown + horizon, true)
        .ifPresent(chart::promotion);
    return chart.build();
  }

  /** Steps on which a covariate is set (promotion), or is not (in stock). */
  private Optional<boolean[]> flags(
      String name, int series, int first, int count, boolean whenSet) {
    Optional<Covariate> covariate = sales.covariate(name);
    if (covariate.isEmpty()) {
      return Optional.empty();
    }
    boolean[] flags = new boolean[count];
    int available = sales.length(series) + covariate.get().futureSteps();
    for (int k = 0; k < count && first + k < available; k++) {
      double value = covariate.get().value(series, first + k);
      flags[k] = whenSet ? value > 0 : value < 1;
    }
    return Optional.of(flags);
  }

  private Chart stock(Row row) {
    StockTrajectory trajectory =
        StockTrajectory.of(row.demand(), row.item(), row.line(), result.risks().horizonDays());
    int days = trajectory.days().size();
    double[] mean = new double[days];
    double[] low = new double[days];
    double[] high = new double[days];
    for (int d = 0; d < days; d++) {
      mean[d] = trajectory.days().get(d).mean();
      low[d] = trajectory.days().get(d).low();
      high[d] = trajectory.days().get(d).high();
    }
    StockTrajectoryChart.Builder chart =
        StockTrajectoryChart.builder(
                "Stock", "units on hand", ChartTimes.days(trajectory.days().get(0).day(), days))
            .mean(mean)
            .interval("90 % interval", low, high)
            .reorderPoint(row.line().levels().reorderPoint())
            .safetyStock(row.line().levels().safetyStock());
    for (int d = 0; d < days; d++) {
      double received = trajectory.days().get(d).received();
      if (received > 0) {
        chart.receipt(d, "+" + Text.units(received));
      }
    }
    return chart.build();
  }
}
