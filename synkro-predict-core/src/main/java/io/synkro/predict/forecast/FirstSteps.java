package io.synkro.predict.forecast;

import java.util.Arrays;

/** Adds up the first steps of a forecast. */
final class FirstSteps {
  private FirstSteps() {}

  /**
   * Returns a sum. A part of a step counts in proportion; beyond the horizon it goes on like the
   * mean of the last season.
   *
   * @param perStep values, shape {@code [horizon]}
   * @param steps number of steps, zero or more, may be fractional
   * @param seasonLength steps of a season
   */
  static double sum(double[] perStep, double steps, int seasonLength) {
    int whole = (int) Math.min(Math.floor(steps), perStep.length);
    double sum = 0;
    for (int h = 0; h < whole; h++) {
      sum += perStep[h];
    }
    double rest = steps - whole;
    if (whole < perStep.length) {
      return sum + rest * perStep[whole];
    }
    int season = Math.min(perStep.length, seasonLength);
    double tail = 0;
    for (int h = perStep.length - season; h < perStep.length; h++) {
      tail += perStep[h];
    }
    return sum + rest * tail / season;
  }

  /**
   * Returns a quantile of the sums of paths.
   *
   * @param paths shape {@code [paths][horizon]}, at least one
   * @param steps number of steps, at most the horizon
   * @param level above 0 and below 1
   */
  static double quantile(double[][] paths, int steps, double level) {
    double[] sums = new double[paths.length];
    for (int p = 0; p < sums.length; p++) {
      sums[p] = Arrays.stream(paths[p], 0, steps).sum();
    }
    Arrays.sort(sums);
    double rank = Math.max(0, Math.min(sums.length - 1.0, (sums.length + 1) * level - 1));
    int below = (int) rank;
    int above = Math.min(sums.length - 1, below + 1);
    return sums[below] + (rank - below) * (sums[above] - sums[below]);
  }
}
