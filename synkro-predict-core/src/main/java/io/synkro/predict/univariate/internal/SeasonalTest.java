package io.synkro.predict.univariate.internal;

import java.util.Arrays;

/**
 * Whether a series has a season, by its autocorrelation: that at the lag of the season must exceed
 * the 95 % bound of Bartlett, given those at shorter lags. Source: Assimakopoulos &amp;
 * Nikolopoulos (2000), <a
 * href="https://doi.org/10.1016/S0169-2070(00)00066-2">doi:10.1016/S0169-2070(00)00066-2</a>, as in
 * {@code thetaf} of the R package forecast. Stateless.
 */
public final class SeasonalTest {
  /** The 95 % quantile of the standard normal distribution. */
  private static final double BOUND = 1.6448536269514722;

  private SeasonalTest() {}

  /**
   * Tests a series.
   *
   * @param values all finite
   * @param season steps of a season, at least 1
   * @return false also if the series does not cover two seasons, or does not change
   */
  public static boolean isSeasonal(double[] values, int season) {
    int n = values.length;
    if (season < 2 || n / 2 < season) {
      return false;
    }
    double mean = Arrays.stream(values).sum() / n;
    double[] centred = new double[n];
    for (int t = 0; t < n; t++) {
      centred[t] = values[t] - mean;
    }
    double variance = product(centred, 0);
    double squares = 0;
    for (int lag = 1; lag < season; lag++) {
      double correlation = product(centred, lag) / variance;
      squares += correlation * correlation;
    }
    double bound = BOUND * Math.sqrt((1 + 2 * squares) / n);
    return Math.abs(product(centred, season) / variance) > bound; // false for NaN: a constant
  }

  private static double product(double[] centred, int lag) {
    double sum = 0;
    for (int t = lag; t < centred.length; t++) {
      sum += centred[t] * centred[t - lag];
    }
    return sum;
  }
}
