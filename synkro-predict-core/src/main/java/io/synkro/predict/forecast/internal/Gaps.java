package io.synkro.predict.forecast.internal;

/**
 * Fills what was not observed, for methods that need a value at every step. A gap takes the mean of
 * the nearest observed values at its season position before and after it; without any, it is
 * crossed in a straight line. Stateless.
 */
final class Gaps {
  private Gaps() {}

  /**
   * Fills gaps.
   *
   * @param values a series whose last value is observed
   * @return the part from the first observed value on, without gaps; empty if nothing is observed
   */
  static double[] filled(double[] values, int season) {
    int first = 0;
    while (first < values.length && Double.isNaN(values[first])) {
      first++;
    }
    double[] filled = new double[values.length - first];
    for (int t = first; t < values.length; t++) {
      double value = values[t];
      if (Double.isNaN(value)) {
        double before = next(values, t, -season, first);
        double after = next(values, t, season, first);
        value = mean(before, after);
      }
      filled[t - first] = Double.isNaN(value) ? line(values, t) : value;
    }
    return filled;
  }

  private static double mean(double before, double after) {
    if (Double.isNaN(before)) {
      return after;
    }
    return Double.isNaN(after) ? before : (before + after) / 2;
  }

  private static double next(double[] values, int t, int step, int first) {
    for (int k = t + step; k >= first && k < values.length; k += step) {
      if (!Double.isNaN(values[k])) {
        return values[k];
      }
    }
    return Double.NaN;
  }

  private static double line(double[] values, int t) {
    int before = t;
    while (Double.isNaN(values[before])) {
      before--;
    }
    int after = t;
    while (Double.isNaN(values[after])) {
      after++;
    }
    double share = (double) (t - before) / (after - before);
    return values[before] + share * (values[after] - values[before]);
  }
}
