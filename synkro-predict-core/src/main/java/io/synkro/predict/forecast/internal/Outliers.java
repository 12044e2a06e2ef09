package io.synkro.predict.forecast.internal;

import java.util.Arrays;

/**
 * Keeps one member that goes astray from spoiling a blend: a forecast further than three usual
 * changes of the series from the median of all members is moved to there. Stateless.
 */
final class Outliers {
  private static final double MOST_SPREADS = 3;
  private static final int FEWEST = 3;

  private Outliers() {}

  /**
   * Limits forecasts of one step.
   *
   * @param forecasts of each member, NaN where there is none; changed
   * @param spread usual change of the series
   */
  static void limit(double[] forecasts, double spread) {
    double[] sorted = new double[forecasts.length];
    int count = 0;
    for (double forecast : forecasts) {
      if (!Double.isNaN(forecast)) {
        sorted[count++] = forecast;
      }
    }
    if (count < FEWEST) {
      return;
    }
    Arrays.sort(sorted, 0, count);
    double median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    double reach = MOST_SPREADS * spread;
    if (sorted[0] >= median - reach && sorted[count - 1] <= median + reach) {
      return;
    }
    for (int m = 0; m < forecasts.length; m++) {
      if (!Double.isNaN(forecasts[m])) {
        forecasts[m] = Math.max(median - reach, Math.min(median + reach, forecasts[m]));
      }
    }
  }
}
