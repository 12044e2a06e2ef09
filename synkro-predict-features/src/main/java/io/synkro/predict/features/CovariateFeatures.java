package io.synkro.predict.features;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.SeriesPanel;

/**
 * Features of one covariate of one series: its value at the target, or before the origin if that is
 * all that is known, and the ratio of that value to its recent mean.
 */
final class CovariateFeatures {
  private static final int WINDOW_SEASONS = 4;

  private final Covariate covariate;
  private final int series;
  private final int length;
  private final int window;
  private final double[] sums;
  private final int[] counts;

  CovariateFeatures(SeriesPanel panel, int series, Covariate covariate) {
    this.covariate = covariate;
    this.series = series;
    this.length = panel.length(series);
    this.window = WINDOW_SEASONS * panel.axis().frequency().seasonLength();
    this.sums = new double[length + 1];
    this.counts = new int[length + 1];
    for (int t = 0; t < length; t++) {
      double value = covariate.value(series, t);
      boolean observed = !Double.isNaN(value);
      sums[t + 1] = sums[t] + (observed ? value : 0);
      counts[t + 1] = counts[t] + (observed ? 1 : 0);
    }
  }

  int fill(int origin, int horizon, float[] row, int next) {
    boolean known = covariate.availability() == Availability.KNOWN_IN_FUTURE;
    int at = known ? origin + horizon - 1 : origin - 1;
    boolean given = at >= 0 && at < length + covariate.futureSteps();
    double value = given ? covariate.value(series, at) : Double.NaN;
    int end = Math.max(0, Math.min(origin, length));
    int from = Math.max(0, end - window);
    int count = counts[end] - counts[from];
    double mean = (sums[end] - sums[from]) / count;
    row[next] = finite(value);
    row[next + 1] = finite(value / mean);
    return next + 2;
  }

  /** Engines refuse infinite values, which no panel holds but floats and divisions may give. */
  private static float finite(double value) {
    return Math.abs(value) <= Float.MAX_VALUE ? (float) value : Float.NaN;
  }
}
