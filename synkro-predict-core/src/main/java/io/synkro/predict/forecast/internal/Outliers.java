package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.DemandSpread;
import io.synkro.predict.series.Frequency;
import java.util.Arrays;

/**
 * Keeps one member that goes astray from spoiling a blend: a forecast further than three usual
 * changes of the series from the median of its members, and beyond all demand that the series has
 * seen, is moved to where one of both begins. What was seen may return, though only members that
 * know the plans or the season know when.
 *
 * @param spread usual change of the series
 * @param least demand seen, positive infinity if there was none
 * @param most demand seen, negative infinity if there was none
 */
record Outliers(double spread, double least, double most) {
  private static final double MOST_SPREADS = 3;
  private static final int FEWEST = 3;

  /** Looks at the demand before the origin, NaN where missing. */
  static Outliers of(double[] history, Frequency frequency) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : history) {
      least = value < least ? value : least;
      most = value > most ? value : most;
    }
    return new Outliers(DemandSpread.ofErrors(history, frequency), least, most);
  }

  /**
   * Limits forecasts of one step.
   *
   * @param forecasts of each member, NaN where there is none; changed
   */
  void limit(double[] forecasts) {
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
    double low = Math.min(least, median - MOST_SPREADS * spread);
    double high = Math.max(most, median + MOST_SPREADS * spread);
    if (sorted[0] >= low && sorted[count - 1] <= high) {
      return;
    }
    for (int m = 0; m < forecasts.length; m++) {
      if (!Double.isNaN(forecasts[m])) {
        forecasts[m] = Math.max(low, Math.min(high, forecasts[m]));
      }
    }
  }
}
