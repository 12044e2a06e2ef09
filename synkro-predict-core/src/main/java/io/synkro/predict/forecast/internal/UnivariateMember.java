package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.univariate.UnivariateMethod;
import java.util.Arrays;

/**
 * Forecasts each series from its own past. Gaps are filled, and of a long history the newest part
 * is used, since parameters that fit many years fit the last one less. A series that ended before
 * the panel goes on from where it ended.
 *
 * @param horizon steps to forecast
 * @param method the method
 */
public record UnivariateMember(int horizon, UnivariateMethod method)
    implements Member, Member.Fitted {
  @Override
  public String name() {
    return method.name();
  }

  @Override
  public Fitted fit(SeriesPanel demand) {
    return this;
  }

  @Override
  public double[] forecast(SeriesPanel demand) {
    double[] forecast = new double[demand.size() * horizon];
    for (int i = 0; i < demand.size(); i++) {
      int known = SeasonalNaive.lastObserved(demand, i) + 1;
      if (known == 0) {
        Arrays.fill(forecast, i * horizon, (i + 1) * horizon, Double.NaN);
        continue;
      }
      int since = demand.end() - demand.start(i) - known;
      double[] ahead = ahead(demand, Arrays.copyOf(demand.values(i), known), since + horizon);
      for (int h = 0; h < horizon; h++) {
        forecast[i * horizon + h] = Math.max(0, ahead[since + h]);
      }
    }
    return forecast;
  }

  private double[] ahead(SeriesPanel demand, double[] values, int steps) {
    Frequency frequency = demand.axis().frequency();
    double[] filled = Gaps.filled(values, frequency.seasonLength());
    int from = Math.max(0, filled.length - longest(frequency));
    return method
        .fit(Arrays.copyOfRange(filled, from, filled.length), frequency.seasonLength())
        .forecast(steps);
  }

  private static int longest(Frequency frequency) {
    return switch (frequency) {
      case HOURLY -> 4 * 7 * 24;
      case DAILY -> 400;
      case WEEKLY -> 10 * 52;
      case MONTHLY, QUARTERLY, YEARLY -> Integer.MAX_VALUE;
    };
  }
}
