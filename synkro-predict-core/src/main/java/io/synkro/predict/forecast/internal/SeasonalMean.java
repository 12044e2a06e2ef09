package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.DemandLevel;
import io.synkro.predict.series.SeriesPanel;

/**
 * Means of the same season position over a recent window, shrunk towards the mean of the window: a
 * steady member where trees would chase noise. The mean of a position's n values weighs n / (n +
 * 2): the best linear weight if values vary around their position with twice the variance with
 * which positions vary around the level. Source: B&uuml;hlmann (1967), Experience rating and
 * credibility, <a
 * href="https://doi.org/10.1017/S0515036100008989">doi:10.1017/S0515036100008989</a>. A series
 * without any value in the window goes on as in the window before its last value.
 *
 * @param horizon steps to forecast
 */
public record SeasonalMean(int horizon) implements Member, Member.Fitted {
  private static final double SHRINKAGE = 2;

  @Override
  public String name() {
    return "seasonal mean";
  }

  @Override
  public Fitted fit(SeriesPanel demand) {
    return this;
  }

  @Override
  public double[] forecast(SeriesPanel demand) {
    int season = demand.axis().frequency().seasonLength();
    int window = Math.max(2 * season, DemandLevel.window(demand.axis().frequency()));
    double[] forecast = new double[demand.size() * horizon];
    for (int i = 0; i < demand.size(); i++) {
      int origin = demand.end() - demand.start(i);
      int known = SeasonalNaive.lastObserved(demand, i) + 1;
      int from = Math.max(0, (known > origin - window ? origin : known) - window);
      double level = mean(demand, i, from, known);
      for (int h = 0; h < horizon; h++) {
        int first = origin + h - (h / season + 1) * season;
        int count = 0;
        double sum = 0;
        for (int t = first; t >= from; t -= season) {
          double value = t < known ? demand.value(i, t) : Double.NaN;
          count += Double.isNaN(value) ? 0 : 1;
          sum += Double.isNaN(value) ? 0 : value;
        }
        forecast[i * horizon + h] = (sum + SHRINKAGE * level) / (count + SHRINKAGE);
      }
    }
    return forecast;
  }

  private static double mean(SeriesPanel demand, int series, int from, int to) {
    double sum = 0;
    int count = 0;
    for (int t = from; t < to; t++) {
      double value = demand.value(series, t);
      sum += Double.isNaN(value) ? 0 : value;
      count += Double.isNaN(value) ? 0 : 1;
    }
    return sum / count;
  }
}
