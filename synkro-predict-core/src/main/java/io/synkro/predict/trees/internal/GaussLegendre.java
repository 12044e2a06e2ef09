package io.synkro.predict.trees.internal;

import io.synkro.predict.internal.Require;

/**
 * Points and weights that integrate polynomials of degree up to {@code 2n - 1} over [0, 1] exactly.
 *
 * @param point places in (0, 1)
 * @param weight weights, all positive, sum 1
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers; never compared
record GaussLegendre(double[] point, double[] weight) {
  private static final int MAX_STEPS = 50;

  /** Time grows with the square of the points: no honest tree asks for so many features. */
  private static final int MOST_POINTS = 1000;

  /**
   * Finds the zeros of the Legendre polynomial of degree {@code n} by Newton's method. Source:
   * Abramowitz &amp; Stegun (1964), 25.4.29 for the weights and 22.16.6 for where to begin.
   */
  static GaussLegendre of(int n) {
    Require.that(
        n <= MOST_POINTS,
        "different features on a path of a tree",
        "about " + 2L * n,
        "must be at most %d for an explanation".formatted(2 * MOST_POINTS),
        "train with a limit of depth");
    double[] point = new double[n];
    double[] weight = new double[n];
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      for (int step = 0; step < MAX_STEPS; step++) {
        double[] p = legendre(n, x);
        double change = p[0] / p[1];
        x -= change;
        if (Math.abs(change) < 1e-16) {
          break;
        }
      }
      double slope = legendre(n, x)[1];
      point[i] = (1 + x) / 2; // from [-1, 1] to [0, 1]
      weight[i] = 1 / ((1 - x * x) * slope * slope);
    }
    return new GaussLegendre(point, weight);
  }

  /** Returns value and slope; recurrences 22.7.10 and 22.8.5 of the same source. */
  private static double[] legendre(int n, double x) {
    double before = 0;
    double value = 1;
    for (int k = 1; k <= n; k++) {
      double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
      before = value;
      value = next;
    }
    return new double[] {value, n * (x * value - before) / (x * x - 1)};
  }
}
