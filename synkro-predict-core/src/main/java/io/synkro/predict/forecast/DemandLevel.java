package io.synkro.predict.forecast;

import io.synkro.predict.series.Frequency;

/**
 * The level of demand that a series had when a forecast was made: the mean of a recent window. The
 * tree forecaster divides its features and its target by it, so that a fast and a slow mover look
 * alike; feature sources that are to be used with it divide by the same level. Stateless; safe for
 * use by many threads.
 */
public final class DemandLevel {
  /** Level of a series that has never sold anything, so that dividing by it is harmless. */
  public static final double LEAST = 0.05;

  private DemandLevel() {}

  /**
   * Returns how many steps the mean goes over.
   *
   * @param frequency length of a step
   * @return two weeks of hours, eight weeks of days, half a year of weeks, a year of months, two
   *     years of quarters or four years
   */
  public static int window(Frequency frequency) {
    return switch (frequency) {
      case HOURLY -> 14 * 24;
      case DAILY -> 56;
      case WEEKLY -> 26;
      case MONTHLY -> 12;
      case QUARTERLY -> 8;
      case YEARLY -> 4;
    };
  }

  /**
   * Returns the level before each position of a series.
   *
   * @param values demand, zero or more, NaN where missing
   * @param frequency length of a step
   * @return shape {@code [values.length + 1]}: entry t is the mean of the values in the window that
   *     ends before t; of all values before t if the window is empty or sold nothing; at least
   *     {@link #LEAST}
   */
  public static double[] beforeEach(double[] values, Frequency frequency) {
    int window = window(frequency);
    double[] levels = new double[values.length + 1];
    double[] sums = new double[values.length + 1];
    int[] counts = new int[values.length + 1];
    for (int t = 0; t <= values.length; t++) {
      int from = Math.max(0, t - window);
      double sum = sums[t] - sums[from];
      int count = counts[t] - counts[from];
      if (count == 0 || sum <= 0) {
        sum = sums[t];
        count = counts[t];
      }
      levels[t] = count == 0 ? LEAST : Math.max(LEAST, sum / count);
      if (t < values.length) {
        boolean observed = !Double.isNaN(values[t]);
        sums[t + 1] = sums[t] + (observed ? values[t] : 0);
        counts[t + 1] = counts[t] + (observed ? 1 : 0);
      }
    }
    return levels;
  }
}
