package io.synkro.predict.evaluate;

import io.synkro.predict.internal.Require;

/**
 * Accuracy of point and interval forecasts. Steps whose actual is NaN are left out; a measure that
 * has no step left, or whose scale is zero, is NaN, and so is one of a forecast that is NaN where
 * demand was observed (such a step lies outside every interval). Lower is better except for
 * coverage. Stateless; safe for use by many threads.
 */
public final class Accuracy {
  private Accuracy() {}

  /**
   * Mean absolute error.
   *
   * @param actual observed demand, shape {@code [steps]}
   * @param forecast same shape and unit
   * @return mean of |actual − forecast|, in units of the series
   */
  public static double mae(double[] actual, double[] forecast) {
    requireSameLength(actual, forecast);
    return absoluteError(actual, forecast) / observed(actual);
  }

  /**
   * Root mean squared error.
   *
   * @param actual observed demand, shape {@code [steps]}
   * @param forecast same shape and unit
   * @return root of the mean of (actual − forecast)², in units of the series
   */
  public static double rmse(double[] actual, double[] forecast) {
    requireSameLength(actual, forecast);
    return Math.sqrt(squaredError(actual, forecast) / observed(actual));
  }

  /**
   * Weighted absolute percentage error: the sum of absolute errors over the sum of demand. It can
   * be pooled over series of any level, and zeros do no harm. Source: Kolassa &amp; Schütz (2007),
   * "Advantages of the MAD/MEAN ratio over the MAPE", Foresight 6.
   *
   * @param actual observed demand of any number of series, shape {@code [steps]}
   * @param forecast same shape and unit
   * @return Σ|actual − forecast| / Σ|actual|; NaN if there was no demand
   */
  public static double wape(double[] actual, double[] forecast) {
    requireSameLength(actual, forecast);
    double demand = 0;
    for (double value : actual) {
      demand += Double.isNaN(value) ? 0 : Math.abs(value);
    }
    return demand == 0 ? Double.NaN : absoluteError(actual, forecast) / demand;
  }

  /**
   * Relative bias: how much too high the forecasts are together.
   *
   * @param actual observed demand, shape {@code [steps]}
   * @param forecast same shape and unit
   * @return Σ(forecast − actual) / Σ|actual|; positive if too high; NaN if there was no demand
   */
  public static double bias(double[] actual, double[] forecast) {
    requireSameLength(actual, forecast);
    double error = 0;
    double demand = 0;
    for (int t = 0; t < actual.length; t++) {
      if (!Double.isNaN(actual[t])) {
        error += forecast[t] - actual[t];
        demand += Math.abs(actual[t]);
      }
    }
    return demand == 0 ? Double.NaN : error / demand;
  }

  /**
   * Mean absolute scaled error: the mean absolute error over that of the seasonal naive method
   * within the history. Source: Hyndman &amp; Koehler (2006), <a
   * href="https://doi.org/10.1016/j.ijforecast.2006.03.001">doi:10.1016/j.ijforecast.2006.03.001</a>;
   * in the form for seasonal data of Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles
   * and Practice, section 5.8.
   *
   * @param history demand before the forecast, NaN where missing
   * @param season steps of a season, at least 1
   * @param actual observed demand, shape {@code [steps]}
   * @param forecast same shape and unit
   * @return a ratio; NaN if the history has no seasonal change
   */
  public static double mase(double[] history, int season, double[] actual, double[] forecast) {
    double error = 0;
    int pairs = 0;
    for (int t = Require.atLeast("season", season, 1, ""); t < history.length; t++) {
      double change = history[t] - history[t - season];
      if (!Double.isNaN(change)) {
        error += Math.abs(change);
        pairs++;
      }
    }
    return error == 0 ? Double.NaN : mae(actual, forecast) / (error / pairs);
  }

  /**
   * Root mean squared scaled error: like MASE with squares and one-step changes. Source:
   * Makridakis, Spiliotis &amp; Assimakopoulos (2022), "M5 accuracy competition", <a
   * href="https://doi.org/10.1016/j.ijforecast.2021.11.013">doi:10.1016/j.ijforecast.2021.11.013</a>,
   * equation 1.
   *
   * @param history demand before the forecast, from its first sale on, NaN where missing
   * @param actual observed demand, shape {@code [steps]}
   * @param forecast same shape and unit
   * @return a ratio; NaN if the history does not change
   */
  public static double rmsse(double[] history, double[] actual, double[] forecast) {
    double error = 0;
    int pairs = 0;
    for (int t = 1; t < history.length; t++) {
      double change = history[t] - history[t - 1];
      if (!Double.isNaN(change)) {
        error += change * change;
        pairs++;
      }
    }
    return error == 0 ? Double.NaN : rmse(actual, forecast) / Math.sqrt(error / pairs);
  }

  /**
   * Mean pinball (quantile) loss. Source: Koenker &amp; Bassett (1978), <a
   * href="https://doi.org/10.2307/1913643">doi:10.2307/1913643</a>.
   *
   * @param actual observed demand, shape {@code [steps]}
   * @param quantile forecast quantile, same shape and unit
   * @param level its level, above 0 and below 1
   * @return mean loss, in units of the series
   */
  public static double pinball(double[] actual, double[] quantile, double level) {
    requireSameLength(actual, quantile);
    Require.between("level", level, 0, 1, "write 95 % as 0.95");
    double loss = 0;
    for (int t = 0; t < actual.length; t++) {
      double error = actual[t] - quantile[t];
      loss += Double.isNaN(actual[t]) ? 0 : Math.max(level * error, (level - 1) * error);
    }
    return loss / observed(actual);
  }

  /**
   * Share of observations inside an interval, ends included.
   *
   * @param actual observed demand, shape {@code [steps]}
   * @param lower lower ends, same shape and unit
   * @param upper upper ends, same shape and unit
   * @return from 0 to 1; for a 90 % interval it should be 0.9
   */
  public static double coverage(double[] actual, double[] lower, double[] upper) {
    requireSameLength(actual, lower);
    requireSameLength(actual, upper);
    double inside = 0;
    for (int t = 0; t < actual.length; t++) {
      inside += actual[t] >= lower[t] && actual[t] <= upper[t] ? 1 : 0;
    }
    return inside / observed(actual);
  }

  private static double absoluteError(double[] actual, double[] forecast) {
    double error = 0;
    for (int t = 0; t < actual.length; t++) {
      error += Double.isNaN(actual[t]) ? 0 : Math.abs(actual[t] - forecast[t]);
    }
    return error;
  }

  private static double squaredError(double[] actual, double[] forecast) {
    double error = 0;
    for (int t = 0; t < actual.length; t++) {
      double difference = actual[t] - forecast[t];
      error += Double.isNaN(actual[t]) ? 0 : difference * difference;
    }
    return error;
  }

  /** Number of observed steps as a divisor: 0 / 0 is NaN, as promised. */
  private static double observed(double[] actual) {
    double count = 0;
    for (double value : actual) {
      count += Double.isNaN(value) ? 0 : 1;
    }
    return count;
  }

  private static void requireSameLength(double[] actual, double[] forecast) {
    Require.that(
        actual.length == forecast.length,
        "forecast.length",
        forecast.length,
        "must be the number of actuals, " + actual.length,
        "");
  }
}
