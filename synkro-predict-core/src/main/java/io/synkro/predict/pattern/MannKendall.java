package io.synkro.predict.pattern;

import io.synkro.predict.internal.DoubleArray;
import java.util.Arrays;

/**
 * Test for a monotonic trend, and its robust slope. Sources: Mann (1945), <a
 * href="https://doi.org/10.2307/1907187">doi:10.2307/1907187</a>; Kendall (1975), Rank Correlation
 * Methods; by season: Hirsch, Slack &amp; Smith (1982), <a
 * href="https://doi.org/10.1029/WR018i001p00107">doi:10.1029/WR018i001p00107</a>; slope: Sen
 * (1968), <a
 * href="https://doi.org/10.1080/01621459.1968.10480934">doi:10.1080/01621459.1968.10480934</a>.
 *
 * @param s pairs that rise less pairs that fall
 * @param variance of {@code s} without a trend, corrected for ties
 * @param slope median of the slopes of all pairs, per step; 0 without pairs
 */
record MannKendall(long s, double variance, double slope) {

  /**
   * Compares all pairs of values whose distance is a multiple of {@code season}; 1 compares all.
   * Takes time of the square of the number of values of a season. NaN is skipped.
   */
  static MannKendall of(double[] values, int season) {
    long s = 0;
    double variance = 0;
    DoubleArray slopes = new DoubleArray();
    for (int first = 0; first < Math.min(season, values.length); first++) {
      s += compare(values, first, season, slopes);
      variance += variance(every(values, first, season));
    }
    return new MannKendall(s, variance, median(slopes.toArray()));
  }

  private static long compare(double[] values, int first, int season, DoubleArray slopes) {
    long s = 0;
    for (int i = first; i < values.length; i += season) {
      for (int j = i + season; j < values.length; j += season) {
        double difference = values[j] - values[i];
        if (!Double.isNaN(difference)) {
          s += (long) Math.signum(difference);
          slopes.add(difference / (j - i));
        }
      }
    }
    return s;
  }

  private static double[] every(double[] values, int first, int season) {
    DoubleArray kept = new DoubleArray();
    for (int i = first; i < values.length; i += season) {
      if (!Double.isNaN(values[i])) {
        kept.add(values[i]);
      }
    }
    double[] sorted = kept.toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double variance(double[] sorted) {
    double variance = term(sorted.length);
    int runStart = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[runStart]) {
        variance -= term(i - runStart);
        runStart = i;
      }
    }
    return variance;
  }

  private static double term(double n) {
    return n * (n - 1) * (2 * n + 5) / 18;
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  /**
   * The same test for values that follow one another with a first autocorrelation of {@code rho}:
   * as many values tell as much as fewer independent ones would, so the variance of S grows by
   * {@code (1 + rho) / (1 - rho)}; below zero it stays. Source: Yue &amp; Wang (2004), with the
   * autocorrelations of a first-order process, <a
   * href="https://doi.org/10.1023/B:WARM.0000043140.61082.60">doi:10.1023/B:WARM.0000043140.61082.60</a>.
   */
  MannKendall autocorrelated(double rho) {
    double held = Math.min(0.95, Math.max(0, rho));
    return new MannKendall(s, variance * (1 + held) / (1 - held), slope);
  }

  /** Standard normal without a trend, with the correction for continuity. */
  double z() {
    return variance <= 0 || s == 0 ? 0 : (s - Math.signum((double) s)) / Math.sqrt(variance);
  }

  double pValue() {
    return Tail.normalTwoSided(z());
  }
}
