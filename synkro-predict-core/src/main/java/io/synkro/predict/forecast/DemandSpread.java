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
    return since(0, values, frequency);
  }

  /**
   * Returns the spread after all values of a series.
   *
   * @param values demand, NaN where missing
   * @param frequency length of a step
   * @return the last entry of {@link #beforeEach}, to the last bit
   */
  public static double latest(double[] values, Frequency frequency) {
    return since(values.length, values, frequency)[0];
  }

  /** The spread before each position from the first one on. */
  private static double[] since(int first, double[] values, Frequency frequency) {
    int season = frequency.seasonLength();
    int window = window(frequency);
    int kept = Math.max(0, first - window);
    Changes seasonal = new Changes(values, season, kept);
    Changes steps = season == 1 ? seasonal : new Changes(values, 1, kept);
    Changes sizes = new Changes(values, 0, kept);
    double[] spreads = new double[values.length + 1 - first];
    for (int t = first; t <= values.length; t++) {
      double spread = seasonal.mean(t, window);
      if (seasonal.count(t, window) < season) {
        spread = Math.max(spread, steps.mean(t, window));
      }
      spreads[t - first] = spread + LEAST_SHARE * sizes.mean(t, window) + LEAST;
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
    double recent = latest(values, frequency);
    Changes seasonal = new Changes(values, frequency.seasonLength(), 0);
    double usual = seasonal.mean(values.length, values.length);
    return Math.max(recent, LEAST_SHARE_OF_HISTORY * usual);
  }

  /** Sums of absolute changes over some steps, or of absolute values over none. */
  private static final class Changes {
    private final int kept;
    private final double[] sums;
    private final int[] counts;

    /** All changes are added up, but of the sums those up to positions before one are not kept. */
    Changes(double[] values, int steps, int kept) {
      this.kept = kept;
      this.sums = new double[values.length + 1 - kept];
      this.counts = new int[values.length + 1 - kept];
      double sum = 0;
      int count = 0;
      for (int t = 0; t < values.length; t++) {
        double before = steps == 0 ? 0 : t >= steps ? values[t - steps] : Double.NaN;
        double change = Math.abs(values[t] - before);
        if (!Double.isNaN(change)) {
          sum += change;
          count++;
        }
        if (t + 1 >= kept) {
          sums[t + 1 - kept] = sum;
          counts[t + 1 - kept] = count;
        }
      }
    }

    int count(int end, int window) {
      return counts[end - kept] - counts[Math.max(0, end - window) - kept];
    }

    double mean(int end, int window) {
      int count = count(end, window);
      double sum = sums[end - kept] - sums[Math.max(0, end - window) - kept];
      return count == 0 ? 0 : Math.max(0, sum) / count;
    }
  }
}
