package io.synkro.predict.univariate.internal;

import io.synkro.predict.univariate.EtsModel;
import io.synkro.predict.univariate.EtsModel.SeasonType;
import io.synkro.predict.univariate.EtsModel.TrendType;
import java.util.Arrays;

/**
 * Where the search for the initial state begins: seasonal effects by classical decomposition, level
 * and slope by a line through the first values without them. Source: Hyndman, Koehler, Ord &amp;
 * Snyder (2008), Forecasting with Exponential Smoothing, section 2.6.1. Stateless.
 */
final class EtsStart {
  private static final double LEAST_FACTOR = 0.01;

  private EtsStart() {}

  static EtsState state(EtsModel model, double[] values, int period) {
    boolean factors = model.season() == SeasonType.MULTIPLICATIVE;
    double[] season =
        model.season() == SeasonType.NONE ? new double[1] : effects(values, period, factors);
    double[] adjusted = values.clone();
    for (int t = 0; t < values.length; t++) {
      double effect = season[t % season.length];
      adjusted[t] = factors ? adjusted[t] / effect : adjusted[t] - effect;
    }
    int first = Math.min(Math.max(10, 2 * season.length), values.length);
    double[] line = line(adjusted, first);
    return model.trend() == TrendType.NONE
        ? new EtsState(line[0] + line[1] * (first + 1) / 2, 0, season)
        : new EtsState(line[0], line[1], season);
  }

  /** Halves the slope, the effects of the season and the way from the level to the mean, 1. */
  static EtsState flatter(EtsState state, boolean factors) {
    double neutral = factors ? 1 : 0;
    double[] season = state.season();
    Arrays.setAll(season, s -> neutral + (season[s] - neutral) / 2);
    return new EtsState((state.level() + 1) / 2, state.slope() / 2, season);
  }

  /** Intercept, one step before the first value, and slope by least squares. */
  private static double[] line(double[] values, int length) {
    double middle = (length + 1) / 2.0;
    double sum = 0;
    double cross = 0;
    double squares = 0;
    for (int t = 0; t < length; t++) {
      double time = t + 1 - middle;
      sum += values[t];
      cross += time * values[t];
      squares += time * time;
    }
    double slope = squares == 0 ? 0 : cross / squares;
    return new double[] {sum / length - slope * middle, slope};
  }

  /** Mean deviation of each step of a season from the trend, the first value's step first. */
  private static double[] effects(double[] values, int period, boolean factors) {
    double[] trend = trend(values, period);
    double[] sums = new double[period];
    int[] counts = new int[period];
    for (int t = 0; t < values.length; t++) {
      if (!Double.isNaN(trend[t])) {
        sums[t % period] += factors ? values[t] / trend[t] : values[t] - trend[t];
        counts[t % period]++;
      }
    }
    for (int s = 0; s < period; s++) {
      sums[s] /= counts[s];
    }
    double mean = Arrays.stream(sums).sum() / period;
    for (int s = 0; s < period; s++) {
      sums[s] = factors ? Math.max(LEAST_FACTOR, sums[s] / mean) : sums[s] - mean;
    }
    return factors ? scaled(sums) : sums;
  }

  private static double[] scaled(double[] factors) {
    double mean = Arrays.stream(factors).sum() / factors.length;
    return Arrays.stream(factors).map(factor -> factor / mean).toArray();
  }

  /** A centred moving average from three seasons on, NaN at the ends; else a line. */
  private static double[] trend(double[] values, int period) {
    int length = values.length;
    double[] trend = new double[length];
    if (length < 3 * period) {
      double[] line = line(values, length);
      for (int t = 0; t < length; t++) {
        trend[t] = line[0] + line[1] * (t + 1);
      }
      return trend;
    }
    int half = period / 2;
    double ends = period % 2 == 0 ? 0.5 : 1;
    Arrays.fill(trend, Double.NaN);
    for (int t = half; t < length - half; t++) {
      double sum = ends * (values[t - half] + values[t + half]);
      for (int i = t - half + 1; i < t + half; i++) {
        sum += values[i];
      }
      trend[t] = sum / period;
    }
    return trend;
  }
}
