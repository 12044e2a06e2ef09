package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesPanel;

/**
 * Repeats the last season: the reference that every forecast must beat. Where the last season is
 * missing the one before it stands in, and where there is none the last value of the series. So a
 * series that ended before the panel's end goes on like its last season. Source: Hyndman &amp;
 * Athanasopoulos (2021), Forecasting: Principles and Practice, section 5.2.
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
      int last = lastObserved(demand, i);
      for (int h = 0; h < horizon; h++) {
        int back = (h / season + 1) * season;
        forecast[i * horizon + h] = latest(demand, i, origin + h - back, last);
      }
    }
    return forecast;
  }

  /** Value at a position or whole seasons before it; the last value of all if there is none. */
  private static double latest(SeriesPanel demand, int series, int from, int last) {
    if (last < 0) {
      return Double.NaN;
    }
    int season = demand.axis().frequency().seasonLength();
    int later = Math.max(0, from - last);
    for (int t = from - (later + season - 1) / season * season; t >= 0; t -= season) {
      if (!Double.isNaN(demand.value(series, t))) {
        return demand.value(series, t);
      }
    }
    return demand.value(series, last);
  }

  /** Position of the last value that is not missing, or -1. */
  static int lastObserved(SeriesPanel demand, int series) {
    int t = demand.length(series) - 1;
    while (t >= 0 && Double.isNaN(demand.value(series, t))) {
      t--;
    }
    return t;
  }
}
