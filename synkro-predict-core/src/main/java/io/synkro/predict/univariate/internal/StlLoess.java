package io.synkro.predict.univariate.internal;

/**
 * Locally weighted regression over equally spaced points, as STL uses it: tricube weights over a
 * window of neighbours, a constant or a line within it, and straight lines between the points at
 * which it is computed. Source: Cleveland et al. (1990), "STL: A seasonal-trend decomposition
 * procedure based on loess", Journal of Official Statistics 6, section 3.
 *
 * @param window neighbours that count, odd, at least 3
 * @param degree 0 for a constant within the window, 1 for a line
 * @param jump every how many points it is computed, at least 1
 */
public record StlLoess(int window, int degree, int jump) {
  /** Points to smooth; they are looked at where they are, not copied. */
  static final class Points {
    private final double[] values;
    private final double[] weights;
    private final int length;

    /**
     * Names the points.
     *
     * @param values the points
     * @param weights of the points, or empty if all count the same
     * @param length how many of them there are, at least 1; the arrays may be longer
     */
    Points(double[] values, double[] weights, int length) {
      this.values = values;
      this.weights = weights;
      this.length = length;
    }
  }

  /**
   * Smooths at all points.
   *
   * @param points the points
   * @param smooth receives the curve from {@code offset} on
   * @param offset where to begin
   */
  void smooth(Points points, double[] smooth, int offset) {
    int n = points.length;
    if (n == 1) {
      smooth[offset] = points.values[0];
      return;
    }
    int every = Math.min(jump, n - 1);
    int last = 0;
    for (int i = 0; i < n; i += every) {
      smooth[offset + i] = orValue(inside(points, i), points, i);
      interpolate(smooth, offset + last, offset + i);
      last = i;
    }
    if (last != n - 1) {
      smooth[offset + n - 1] = orValue(inside(points, n - 1), points, n - 1);
      interpolate(smooth, offset + last, offset + n - 1);
    }
  }

  private static double orValue(double smooth, Points points, int i) {
    return Double.isNaN(smooth) ? points.values[i] : smooth;
  }

  private static void interpolate(double[] smooth, int from, int to) {
    double change = (smooth[to] - smooth[from]) / (to - from);
    for (int j = from + 1; j < to; j++) {
      smooth[j] = smooth[from] + change * (j - from);
    }
  }

  private double inside(Points points, int i) {
    int n = points.length;
    int left = Math.max(0, Math.min(n - window, i - (window - 1) / 2));
    return at(points, i, left);
  }

  /**
   * Computes the curve at one place.
   *
   * @param points the points
   * @param x the place, which may lie one step outside
   * @param left first point of the window
   * @return the curve; NaN if no point there has a weight
   */
  double at(Points points, int x, int left) {
    int n = points.length;
    int right = Math.min(n, left + window) - 1;
    double reach = Math.max(x - left, right - x) + (window > n ? (window - n) / 2 : 0);
    double sum = 0;
    double first = 0;
    double[] weights = new double[right - left + 1];
    for (int j = left; j <= right; j++) {
      double weight = tricube(Math.abs(j - x), reach) * weightOf(points, j);
      weights[j - left] = weight;
      sum += weight;
      first += weight * j;
    }
    if (!(sum > 0)) {
      return Double.NaN;
    }
    double centre = first / sum;
    double spread = 0;
    for (int j = left; j <= right; j++) {
      spread += weights[j - left] / sum * (j - centre) * (j - centre);
    }
    boolean line = degree > 0 && Math.sqrt(spread) > 0.001 * (n - 1);
    double tilt = line ? (x - centre) / spread : 0;
    double value = 0;
    for (int j = left; j <= right; j++) {
      value += weights[j - left] / sum * (tilt * (j - centre) + 1) * points.values[j];
    }
    return value;
  }

  private static double weightOf(Points points, int j) {
    return points.weights.length == 0 ? 1 : points.weights[j];
  }

  private static double tricube(double distance, double reach) {
    if (distance > 0.999 * reach) {
      return 0;
    }
    double cube = distance / reach;
    cube = 1 - cube * cube * cube;
    return distance <= 0.001 * reach ? 1 : cube * cube * cube;
  }
}
