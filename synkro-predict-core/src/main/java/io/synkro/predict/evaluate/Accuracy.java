package io.synkro.predict.evaluate;

import io.synkro.predict.internal.Require;

/**
 * Accuracy of point forecasts of a series. Steps whose actual is NaN are left out; a measure that
 * has no step left, or whose scale is zero, is NaN, and so is one of a forecast that is NaN where
 * demand was observed. Lower is better; bias should be near zero. Ratios are not percentages except
 * for MAPE and sMAPE, which are published as such. Stateless; safe for use by many threads.
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
    Steps.requireSame(actual, "forecast", forecast.length);
    return absoluteError(actual, forecast) / Steps.observed(actual);
  }

  /**
   * Root mean squared error.
   *
   * @param actual observed demand, shape {@code [steps]}
   * @param forecast same shape and unit
   * @return root of the mean of (actual − forecast)², in units of the series
   */
  public static double rmse(double[] actual, double[] forecast) {
    Steps.requireSame(actual, "forecast", forecast.length);
    return Math.sqrt(squaredError(actual, forecast) / Steps.observed(actual));
  }

  /**
   * Mean absolute percentage error. It punishes too much more than too little, and a step without
   * demand makes it infinite unless the forecast is zero as well: use {@link #wape} for demand.
   * Source: Hyndman &amp; Koehler (2006), <a
   * href="https://doi.org/10.1016/j.ijforecast.2006.03.001">doi:10.1016/j.ijforecast.2006.03.001</a>.
   *
   * @param actual observed demand, shape {@code [steps]}
   * @param forecast same shape and unit
   * @return mean of 100 |actual − forecast| / |actual|, in percent; a step where both are zero has
   *     no error
   */
  public static double mape(double[] actual, double[] forecast) {
    Steps.requireSame(actual, "forecast", forecast.length);
    double sum = 0;
    for (int t = 0; t < actual.length; t++) {
      if (!Double.isNaN(actual[t])) {
        double error = Math.abs(actual[t] - forecast[t]);
        sum += error == 0 ? 0 : 100 * error / Math.abs(actual[t]);
      }
    }
    return sum / Steps.observed(actual);
  }

  /**
   * Symmetric mean absolute percentage error of the M3 and M4 competitions, from 0 to 200. Source:
   * Makridakis &amp; Hibon (2000), <a
   * href="https://doi.org/10.1016/S0169-2070(00)00057-1">doi:10.1016/S0169-2070(00)00057-1</a>,
   * appendix A; Makridakis, Spiliotis &amp; Assimakopoulos (2020), <a
   * href="https://doi.org/10.1016/j.ijforecast.2019.04.014">doi:10.1016/j.ijforecast.2019.04.014</a>,
   * with absolute values in the divisor.
   *
   * @param actual observed demand, shape {@code [steps]}
   * @param forecast same shape and unit
   * @return mean of 200 |actual − forecast| / (|actual| + |forecast|); a step where both are zero
   *     has no error
   */
  public static double smape(double[] actual, double[] forecast) {
    Steps.requireSame(actual, "forecast", forecast.length);
    double sum = 0;
    for (int t = 0; t < actual.length; t++) {
      if (!Double.isNaN(actual[t])) {
        double error = Math.abs(actual[t] - forecast[t]);
        sum += error == 0 ? 0 : 200 * error / (Math.abs(actual[t]) + Math.abs(forecast[t]));
      }
    }
    return sum / Steps.observed(actual);
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
    Steps.requireSame(actual, "forecast", forecast.length);
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
    Steps.requireSame(actual, "forecast", forecast.length);
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
    return mae(actual, forecast) / naiveError(history, season);
  }

  /**
   * Mean absolute error of the seasonal naive method within the history: the unit of MASE, MSIS and
   * the scaled pinball loss.
   *
   * @param history demand before the forecast, NaN where missing
   * @param season steps of a season, at least 1; 1 for changes from step to step
   * @return in units of the series; NaN if the history is too short or has no such change
   */
  public static double naiveError(double[] history, int season) {
    double error = 0;
    int pairs = 0;
    for (int t = Require.atLeast("season", season, 1, "use 1 for none"); t < history.length; t++) {
      double change = history[t] - history[t - season];
      if (!Double.isNaN(change)) {
        error += Math.abs(change);
        pairs++;
      }
    }
    return error == 0 ? Double.NaN : error / pairs;
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
    return rmse(actual, forecast) / Math.sqrt(squaredChange(history, 0));
  }

  /** Mean squared change from step to step beginning with some step; NaN if there is none. */
  static double squaredChange(double[] history, int from) {
    double error = 0;
    int pairs = 0;
    for (int t = from + 1; t < history.length; t++) {
      double change = history[t] - history[t - 1];
      if (!Double.isNaN(change)) {
        error += change * change;
        pairs++;
      }
    }
    return error == 0 ? Double.NaN : error / pairs;
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
}
