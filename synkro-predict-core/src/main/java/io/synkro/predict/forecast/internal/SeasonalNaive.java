package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesPanel;

/**
 * Repeats the last season: the reference that every forecast must beat. Where the last season is
 * missing the one before it stands in, and a series shorter than a season repeats its last value.
 * Source: Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and Practice, section 5.2.
 *
 * @param horizon steps to forecast
 */
public record SeasonalNaive(int horizon) implements Member, Member.Fitted {
  @Override
  public String name() {
    return "seasonal naive";
  }

  @Override
  public Fitted fit(SeriesPanel demand) {
    return this;
  }

  @Override
  public double[] forecast(SeriesPanel demand) {
    int season = demand.axis().frequency().seasonLength();
    double[] forecast = new double[demand.size() * horizon];
    for (int i = 0; i < demand.size(); i++) {
      int origin = demand.end() - demand.start(i);
      for (int h = 0; h < horizon; h++) {
        int back = (h / season + 1) * season;
        forecast[i * horizon + h] = latest(demand, i, origin + h - back, season);
      }
    }
    return forecast;
  }

  private static double latest(SeriesPanel demand, int series, int from, int step) {
    for (int t = from; t >= 0; t -= step) {
      if (t < demand.length(series) && !Double.isNaN(demand.value(series, t))) {
        return demand.value(series, t);
      }
    }
    for (int t = demand.length(series) - 1; t >= 0; t--) {
      if (!Double.isNaN(demand.value(series, t))) {
        return demand.value(series, t);
      }
    }
    return Double.NaN;
  }
}
