package io.synkro.predict.forecast;

import io.synkro.predict.series.Frequency;

/**
 * How much a series usually changes from season to season: the scale of MASE (Hyndman &amp; Koehler
 * 2006, <a
 * href="https://doi.org/10.1016/j.ijforecast.2006.03.001">doi:10.1016/j.ijforecast.2006.03.001</a>)
 * over a recent window, so that it is known at each origin. Feature sources of {@link
 * DemandScaling#DIFFERENCE} divide by the same spread. Stateless; safe for use by many threads.
 */
public final class DemandSpread {
  /** Share of the level that the spread is at least, so that a constant series has one. */
  public static final double LEAST_SHARE = 0.01;

  /** The spread of a series of zeros, so that dividing by it is harmless. */
  public static final double LEAST = 1e-6;

  private static final double LEAST_SHARE_OF_HISTORY = 0.25;
  private static final int SEASONS = 4;
  private static final int LEAST_WINDOW = 12;

  private DemandSpread() {}

  /**
   * Returns how many steps the mean goes over.
   *
   * @param frequency length of a step
   * @return four seasons, at least 12 steps
   */
  public static int window(Frequency frequency) {
    return Math.max(LEAST_WINDOW, SEASONS * frequency.seasonLength());
  }

  /**
   * Returns the spread before each position of a series: the mean absolute change over a season of
   * the values in the window; while less than a season of such changes is known, the larger of that
   * and the mean absolute change of one step; plus a hundredth of the mean absolute value.
   *
   * @param values demand, NaN where missing
   * @param frequency length of a step
   * @return shape {@code [values.length + 1]}, positive
   */
  public static double[] beforeEach(double[] values, Frequency frequency) {
    int season = frequency.seasonLength();
    int window = window(frequency);
    Changes seasonal = new Changes(values, season);
    Changes steps = season == 1 ? seasonal : new Changes(values, 1);
    Changes sizes = new Changes(values, 0);
    double[] spreads = new double[values.length + 1];
    for (int t = 0; t < spreads.length; t++) {
      double spread = seasonal.mean(t, window);
      if (seasonal.count(t, window) < season) {
        spread = Math.max(spread, steps.mean(t, window));
      }
      spreads[t] = spread + LEAST_SHARE * sizes.mean(t, window) + LEAST;
    }
    return spreads;
  }

  /**
   * Returns the spread that errors of a forecast are compared with: that at the end of a series,
   * but at least a quarter of that of its whole history. A series that paused lately is not
   * forecast with certainty.
   *
   * @param values demand before the origin, NaN where missing
   * @param frequency length of a step
   * @return units, positive
   */
  public static double ofErrors(double[] values, Frequency frequency) {
    double recent = beforeEach(values, frequency)[values.length];
    Changes seasonal = new Changes(values, frequency.seasonLength());
    double usual = seasonal.mean(values.length, values.length);
    return Math.max(recent, LEAST_SHARE_OF_HISTORY * usual);
  }

  /** Sums of absolute changes over some steps, or of absolute values over none. */
  private static final class Changes {
    private final double[] sums;
    private final int[] counts;

    Changes(double[] values, int steps) {
      sums = new double[values.length + 1];
      counts = new int[values.length + 1];
      for (int t = 0; t < values.length; t++) {
        double before = steps == 0 ? 0 : t >= steps ? values[t - steps] : Double.NaN;
        double change = Math.abs(values[t] - before);
        sums[t + 1] = sums[t] + (Double.isNaN(change) ? 0 : change);
        counts[t + 1] = counts[t] + (Double.isNaN(change) ? 0 : 1);
      }
    }

    int count(int end, int window) {
      return counts[end] - counts[Math.max(0, end - window)];
    }

    double mean(int end, int window) {
      int count = count(end, window);
      return count == 0 ? 0 : Math.max(0, sums[end] - sums[Math.max(0, end - window)]) / count;
    }
  }
}
