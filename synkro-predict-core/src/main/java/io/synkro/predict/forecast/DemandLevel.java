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
    return since(0, values, frequency);
  }

  /**
   * Returns the level after all values of a series.
   *
   * @param values demand, zero or more, NaN where missing
   * @param frequency length of a step
   * @return the last entry of {@link #beforeEach}, to the last bit
   */
  public static double latest(double[] values, Frequency frequency) {
    return since(values.length, values, frequency)[0];
  }

  /** The level before each position from the first one on. */
  private static double[] since(int first, double[] values, Frequency frequency) {
    int window = window(frequency);
    int kept = Math.max(0, first - window);
    double[] levels = new double[values.length + 1 - first];
    double[] sums = new double[values.length + 1 - kept];
    int[] counts = new int[values.length + 1 - kept];
    double allSum = 0;
    int allCount = 0;
    for (int t = 0; t <= values.length; t++) {
      if (t >= kept) {
        sums[t - kept] = allSum;
        counts[t - kept] = allCount;
      }
      if (t >= first) {
        int from = Math.max(0, t - window) - kept;
        double sum = allSum - sums[from];
        int count = allCount - counts[from];
        if (count == 0 || sum <= 0) {
          sum = allSum;
          count = allCount;
        }
        levels[t - first] = count == 0 ? LEAST : Math.max(LEAST, sum / count);
      }
      if (t < values.length && !Double.isNaN(values[t])) {
        allSum += values[t];
        allCount++;
      }
    }
    return levels;
  }
}
