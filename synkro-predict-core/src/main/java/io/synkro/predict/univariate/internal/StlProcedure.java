package io.synkro.predict.univariate.internal;

import java.util.Arrays;

/**
 * The loops of STL. Source: Cleveland et al. (1990), "STL: A seasonal-trend decomposition procedure
 * based on loess", Journal of Official Statistics 6, sections 2 and 3. Not safe for use by many
 * threads.
 */
public final class StlProcedure {
  /**
   * The three smoothers.
   *
   * @param seasonal of the values of one step of the season
   * @param trend of the series without its season
   * @param lowPass of the season, to take the trend out of it
   */
  public record Smoothers(StlLoess seasonal, StlLoess trend, StlLoess lowPass) {}

  private final double[] values;
  private final int season;
  private final Smoothers smoothers;
  private final double[] seasonal;
  private final double[] trend;
  private final double[] rest;
  private final double[] cycles;
  private final double[] low;
  private final double[] buffer;
  private double[] weights = new double[0];

  /**
   * Creates a procedure.
   *
   * @param values more than two seasons, all finite
   * @param season steps of a season, at least 2
   * @param smoothers what to smooth with
   */
  public StlProcedure(double[] values, int season, Smoothers smoothers) {
    this.values = values;
    this.season = season;
    this.smoothers = smoothers;
    int n = values.length;
    seasonal = new double[n];
    trend = new double[n];
    rest = new double[n];
    cycles = new double[n + 2 * season];
    low = new double[n + 2 * season];
    buffer = new double[n + 2 * season];
  }

  /**
   * Runs the loops.
   *
   * @param inner passes for each set of weights
   * @param outer how often values are weighted anew by their remainder; 0 if not at all
   */
  public void run(int inner, int outer) {
    for (int k = 0; k <= outer; k++) {
      if (k > 0) {
        weigh();
      }
      for (int i = 0; i < inner; i++) {
        pass();
      }
    }
  }

  /**
   * Returns the season.
   *
   * @return one value a step, not to be kept
   */
  public double[] seasonal() {
    return seasonal;
  }

  /**
   * Returns the trend.
   *
   * @return one value a step, not to be kept
   */
  public double[] trend() {
    return trend;
  }

  private void pass() {
    int n = values.length;
    for (int t = 0; t < n; t++) {
      rest[t] = values[t] - trend[t];
    }
    smoothCycles();
    average(cycles, n + 2 * season, season, low);
    average(low, n + season + 1, season, buffer);
    average(buffer, n + 2, 3, low);
    smoothers.lowPass().smooth(new StlLoess.Points(low, new double[0], n), buffer, 0);
    for (int t = 0; t < n; t++) {
      seasonal[t] = cycles[season + t] - buffer[t];
      rest[t] = values[t] - seasonal[t];
    }
    smoothers.trend().smooth(new StlLoess.Points(rest, weights, n), trend, 0);
  }

  /** Smooths each step of the season over the years, and one year past both ends. */
  private void smoothCycles() {
    int n = values.length;
    StlLoess loess = smoothers.seasonal();
    for (int k = 0; k < season; k++) {
      int count = (n - 1 - k) / season + 1;
      StlLoess.Points points =
          new StlLoess.Points(
              every(rest, k, count),
              weights.length == 0 ? weights : every(weights, k, count),
              count);
      double[] smooth = new double[count + 2];
      loess.smooth(points, smooth, 1);
      double before = loess.at(points, -1, 0);
      double after = loess.at(points, count, Math.max(0, count - loess.window()));
      smooth[0] = Double.isNaN(before) ? smooth[1] : before;
      smooth[count + 1] = Double.isNaN(after) ? smooth[count] : after;
      for (int i = 0; i < smooth.length; i++) {
        cycles[i * season + k] = smooth[i];
      }
    }
  }

  private double[] every(double[] all, int from, int count) {
    double[] some = new double[count];
    for (int i = 0; i < count; i++) {
      some[i] = all[from + i * season];
    }
    return some;
  }

  private static void average(double[] from, int length, int window, double[] to) {
    double sum = 0;
    for (int i = 0; i < window; i++) {
      sum += from[i];
    }
    to[0] = sum / window;
    for (int i = window; i < length; i++) {
      sum += from[i] - from[i - window];
      to[i - window + 1] = sum / window;
    }
  }

  /** Gives less weight to values that are far from trend and season: bisquare of the remainder. */
  private void weigh() {
    int n = values.length;
    double[] sizes = new double[n];
    for (int t = 0; t < n; t++) {
      sizes[t] = Math.abs(values[t] - trend[t] - seasonal[t]);
    }
    double[] sorted = sizes.clone();
    Arrays.sort(sorted);
    double reach = 3 * (sorted[n / 2] + sorted[(n - 1) / 2]);
    weights = new double[n];
    for (int t = 0; t < n; t++) {
      double share = sizes[t] / reach;
      double inside = 1 - share * share;
      weights[t] = sizes[t] <= 0.001 * reach ? 1 : sizes[t] <= 0.999 * reach ? inside * inside : 0;
    }
  }
}
