package io.synkro.predict.univariate.internal;

import org.jspecify.annotations.Nullable;

/**
 * Least squares for the Theta models. Given the smoothing parameter, an error is linear in the
 * first level and in the share of the line, so these two have a closed form, and one dimension is
 * left to be searched: over a grid, then by golden section. One pass over the series per point of
 * that search; no local minimum of the other parameters can hold it up. Not safe for use by many
 * threads.
 */
public final class ThetaSearch {
  /** Fiorucci et al. (2016) leave these first errors out, as does the R package forecTheta. */
  private static final int LEFT_OUT = 3;

  private static final int GRID = 20;
  private static final double TOLERANCE = 1e-7;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /** The first level matters only through its powers; past this it would fit single values. */
  private static final double LARGEST_LEVEL = 2;

  private final double[] values;
  private final double[] intercepts;
  private final double[] slopes;
  private final int first;
  private final double largestLevel;
  private final double lowWeight;
  private final double highWeight;
  private double level;
  private double weight;

  private ThetaSearch(double[] values, int first, double lowWeight, double highWeight) {
    this.values = values;
    this.intercepts = new double[values.length];
    this.slopes = new double[values.length];
    this.first = first;
    this.lowWeight = lowWeight;
    this.highWeight = highWeight;
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    largestLevel = LARGEST_LEVEL * largest;
  }

  /**
   * Estimates the standard method: simple exponential smoothing by least squares, with half the
   * slope of the series. Source: Hyndman &amp; Billah (2003), <a
   * href="https://doi.org/10.1016/S0169-2070(01)00143-1">doi:10.1016/S0169-2070(01)00143-1</a>.
   *
   * @param values without a season, at least 3
   * @return the parameters
   */
  public static ThetaParameters standard(double[] values) {
    ThetaSearch search = new ThetaSearch(values, 0, 0, 0);
    double alpha = search.minimise(1e-4, 0.9999);
    ThetaParameters.Line line = line(values);
    double initial = search.level - (line.intercept() + line.slope()) / 2;
    return new ThetaParameters(alpha, 2, initial, line);
  }

  /**
   * Estimates one of the models of Fiorucci et al. (2016) within their bounds: alpha from 0.1 to
   * 0.99, theta from 1.
   *
   * @param values without a season, at least 4
   * @param dynamic whether the line is that through the values so far
   * @param optimised whether theta is estimated; else 2
   * @return the parameters
   */
  public static ThetaParameters models(double[] values, boolean dynamic, boolean optimised) {
    ThetaSearch search =
        new ThetaSearch(values, LEFT_OUT, optimised ? 0 : 0.5, optimised ? 1 - 1e-10 : 0.5);
    ThetaParameters.Line line = dynamic ? null : line(values);
    search.fillLines(line);
    double alpha = search.minimise(0.1, 0.99);
    return new ThetaParameters(alpha, 1 / (1 - search.weight), search.level, line);
  }

  private static ThetaParameters.Line line(double[] values) {
    int n = values.length;
    double mean = 0;
    for (double value : values) {
      mean += value / n;
    }
    double product = 0;
    for (int t = 0; t < n; t++) {
      product += (t - (n - 1) / 2.0) * (values[t] - mean);
    }
    double slope = n == 1 ? 0 : 12 * product / ((double) n * ((double) n * n - 1));
    return new ThetaParameters.Line(mean - slope * (n + 1) / 2, slope);
  }

  /** The line through the first values depends on no parameter, so it is found once. */
  private void fillLines(ThetaParameters.@Nullable Line line) {
    double mean = values[0];
    intercepts[0] = line == null ? mean : line.intercept();
    slopes[0] = line == null ? 0 : line.slope();
    for (int t = 1; t < values.length; t++) {
      if (line == null) {
        double i = t;
        slopes[t] = ((i - 1) * slopes[t - 1] + 6 * (values[t] - mean) / (i + 1)) / (i + 2);
        mean = (i * mean + values[t]) / (i + 1);
        intercepts[t] = mean - slopes[t] * (i + 2) / 2;
      } else {
        slopes[t] = line.slope();
        intercepts[t] = line.intercept();
      }
    }
  }

  private double minimise(double low, double high) {
    double width = (high - low) / GRID;
    double best = low;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k <= GRID; k++) {
      double alpha = k == GRID ? high : low + k * width;
      double squares = squares(alpha);
      if (squares < least) {
        least = squares;
        best = alpha;
      }
    }
    double alpha = golden(Math.max(low, best - width), Math.min(high, best + width));
    if (!(squares(alpha) < least)) { // the ends of the range are on the grid alone
      alpha = best;
      squares(alpha);
    }
    return alpha;
  }

  private double golden(double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = squares(left);
    double atRight = squares(right);
    while (high - low > TOLERANCE) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = squares(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = squares(right);
      }
    }
    return (low + high) / 2;
  }

  /** Sums the squared errors at the best level and weight, which it leaves in the fields. */
  private double squares(double alpha) {
    double q = 1 - alpha;
    double inverse = 1 / alpha;
    double smooth = alpha * values[0];
    double power = q;
    for (int t = 1; t < first; t++) {
      smooth = alpha * values[t] + q * smooth;
      power *= q;
    }
    boolean whole = first == 0;
    double rr = whole ? values[0] * values[0] : 0;
    double rp = whole ? values[0] : 0;
    double pp = whole ? 1 : 0;
    double rg = 0;
    double gp = 0;
    double gg = 0;
    for (int t = Math.max(1, first); t < values.length; t++) {
      double rest = values[t] - smooth;
      double line = intercepts[t - 1] * power + slopes[t - 1] * (1 - power * q) * inverse;
      rr += rest * rest;
      rp += rest * power;
      pp += power * power;
      rg += rest * line;
      gp += line * power;
      gg += line * line;
      smooth = alpha * values[t] + q * smooth;
      power = ThetaRecursion.nextPower(power, alpha);
    }
    return solve(new double[] {rr, rp, pp, rg, gp, gg});
  }

  /** Solves the two normal equations within the bounds. */
  private double solve(double[] sums) {
    double determinant = sums[2] * sums[5] - sums[4] * sums[4];
    double free = (sums[3] * sums[2] - sums[1] * sums[4]) / determinant;
    weight = determinant > 1e-12 * sums[2] * sums[5] ? clamp(free) : lowWeight;
    level = bestLevel(sums, weight);
    double least = at(sums);
    if (Math.abs(level) == largestLevel && sums[5] > 0) { // the weight again, given the level
      double other = weight;
      weight = clamp((sums[3] - level * sums[4]) / sums[5]);
      double again = at(sums);
      if (again < least) {
        return again;
      }
      weight = other;
    }
    return least;
  }

  private double clamp(double free) {
    return Math.max(lowWeight, Math.min(highWeight, free));
  }

  private double bestLevel(double[] sums, double given) {
    double free = sums[2] > 0 ? (sums[1] - given * sums[4]) / sums[2] : 0;
    return Math.max(-largestLevel, Math.min(largestLevel, free));
  }

  private double at(double[] sums) {
    return sums[0]
        + level * (level * sums[2] - 2 * sums[1] + 2 * weight * sums[4])
        + weight * (weight * sums[5] - 2 * sums[3]);
  }
}
