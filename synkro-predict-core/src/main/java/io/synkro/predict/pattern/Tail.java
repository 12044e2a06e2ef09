package io.synkro.predict.pattern;

import io.synkro.predict.internal.SpecialFunctions;

/** Tail probabilities of the distributions that this package tests with. */
final class Tail {
  private Tail() {}

  /** Probability that a standard normal lies at least as far from 0 as z: erfc(|z| / sqrt 2). */
  static double normalTwoSided(double z) {
    return SpecialFunctions.gammaQ(0.5, z * z / 2);
  }

  /**
   * Probability of at most {@code x} events under a negative binomial of a mean and a variance
   * above it, or a Poisson distribution where the variance is not above the mean.
   */
  static double countAtMost(double x, double mean, double variance) {
    if (x < 0) {
      return 0;
    }
    double whole = Math.floor(x);
    if (variance <= mean * (1 + 1e-9)) {
      return SpecialFunctions.gammaQ(whole + 1, mean);
    }
    double size = mean * mean / (variance - mean);
    double total = size + mean;
    return SpecialFunctions.beta(size / total, mean / total, size, whole + 1);
  }

  /** Probability of at least {@code x} events; see {@link #countAtMost}. */
  static double countAtLeast(double x, double mean, double variance) {
    double whole = Math.ceil(x);
    if (whole <= 0) {
      return 1;
    }
    if (variance <= mean * (1 + 1e-9)) {
      return SpecialFunctions.gammaP(whole, mean);
    }
    double size = mean * mean / (variance - mean);
    double total = size + mean;
    return SpecialFunctions.beta(mean / total, size / total, whole, size);
  }

  /** The smaller tail twice, at most 1. */
  static double countTwoSided(double x, double mean, double variance) {
    double smaller = Math.min(countAtMost(x, mean, variance), countAtLeast(x, mean, variance));
    return Math.min(1, 2 * smaller);
  }

  /**
   * Probability that two random sets of {@code left} and {@code right} out of {@code all} share at
   * least {@code both}: the upper tail of the hypergeometric distribution, which is Fisher's exact
   * test to one side. Source: Fisher (1935), <a
   * href="https://doi.org/10.2307/2342435">doi:10.2307/2342435</a>.
   */
  static double hypergeometricAtLeast(int both, int left, int right, int all) {
    int smallest = (int) Math.max(0L, (long) left + right - all);
    if (both <= smallest) {
      return 1;
    }
    int largest = Math.min(left, right);
    double term =
        Math.exp(
            SpecialFunctions.logChoose(left, both)
                + SpecialFunctions.logChoose((double) all - left, (double) right - both)
                - SpecialFunctions.logChoose(all, right));
    double sum = term;
    for (int k = both; k < largest && term > sum * 1e-17; k++) {
      term *= (double) (left - k) * (right - k);
      term /= (k + 1.0) * ((double) all - left - right + k + 1);
      sum += term;
    }
    return Math.min(1, sum);
  }
}
