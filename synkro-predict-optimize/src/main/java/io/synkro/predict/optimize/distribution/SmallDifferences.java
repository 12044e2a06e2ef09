package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.SpecialFunctions;

/**
 * Functions less the terms they begin with, without the cancellation of computing them apart. They
 * keep the probabilities of demands of a billion units exact to the last digits.
 */
final class SmallDifferences {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private SmallDifferences() {}

  /** Returns ln(1 + x) − x for x above −1: the series of artanh where x is small. */
  static double log1p(double x) {
    if (!(Math.abs(x) < 0.5)) {
      return Math.log1p(x) - x;
    }
    double y = x / (2 + x);
    double square = y * y;
    double sum = 0;
    double power = 1;
    for (int n = 3; n < 50 && power > 1e-17; n += 2) {
      sum += power / n;
      power *= square;
    }
    return y * (2 * square * sum - x);
  }

  /** Returns e^x − 1 − x. */
  static double expm1(double x) {
    if (!(Math.abs(x) < 0.5)) {
      return Math.expm1(x) - x;
    }
    double term = x * x / 2;
    double sum = term;
    for (int n = 3; n < 20; n++) {
      term *= x / n;
      sum += term;
    }
    return sum;
  }

  /**
   * Returns what Stirling's formula lacks: ln Γ(x + 1) − ((x + ½) ln x − x + ½ ln 2π). Source: NIST
   * Digital Library of Mathematical Functions, <a href="https://dlmf.nist.gov/5.11.E1">5.11.1</a>.
   */
  static double stirling(double x) {
    if (x < 15) {
      return SpecialFunctions.logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
    }
    double square = 1 / (x * x);
    return (1 / 12.0
            - square * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0 - square / 1188))))
        / x;
  }

  /**
   * Returns x ln(x / mean) + mean − x, the deviance of a count x. Source: Loader (2000), Fast and
   * Accurate Computation of Binomial Probabilities.
   *
   * @param x above 0
   * @param mean above 0
   * @param excess mean − x, given apart so that it keeps its digits
   */
  static double deviance(double x, double mean, double excess) {
    return Math.abs(excess) < 0.5 * x ? -x * log1p(excess / x) : x * Math.log(x / mean) + excess;
  }
}
