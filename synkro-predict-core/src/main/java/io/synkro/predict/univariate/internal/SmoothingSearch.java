package io.synkro.predict.univariate.internal;

/**
 * Looks for the constant of simple exponential smoothing that has the least squared errors one step
 * ahead, when smoothing begins with the first value. Stateless.
 */
public final class SmoothingSearch {
  /** Least constant that is usual for intermittent demand. */
  public static final double LEAST = 0.1;

  /** Greatest constant that is usual for intermittent demand. */
  public static final double GREATEST = 0.3;

  private static final int GRID = 16;
  private static final int SECTIONS = 40; // of a sixteenth of the range: exact to about 1e-8
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private SmoothingSearch() {}

  /**
   * Finds the constant: the best of a grid, then by golden sections around it.
   *
   * @param values what is smoothed
   * @param low least constant
   * @param high greatest constant
   * @return the constant; the least one if all are equally good
   */
  public static double alpha(double[] values, double low, double high) {
    double step = (high - low) / GRID;
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= GRID; i++) {
      double error = squaredError(values, low + i * step);
      if (error < least) {
        least = error;
        best = i;
      }
    }
    double from = low + Math.max(0, best - 1) * step;
    double to = Math.min(high, low + (best + 1) * step);
    double found = golden(values, from, to);
    double onGrid = low + best * step;
    return squaredError(values, found) < least ? found : onGrid;
  }

  private static double golden(double[] values, double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = squaredError(values, left);
    double atRight = squaredError(values, right);
    for (int i = 0; i < SECTIONS; i++) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = squaredError(values, left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = squaredError(values, right);
      }
    }
    return (low + high) / 2;
  }

  private static double squaredError(double[] values, double alpha) {
    double level = values.length == 0 ? 0 : values[0];
    double sum = 0;
    for (double value : values) { // the first adds an error of zero
      double error = value - level;
      sum += error * error;
      level = alpha * value + (1 - alpha) * level;
    }
    return sum;
  }
}
