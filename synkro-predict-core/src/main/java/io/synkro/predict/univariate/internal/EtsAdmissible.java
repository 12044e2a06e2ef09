package io.synkro.predict.univariate.internal;

import java.util.Arrays;

/**
 * Whether a seasonal model forgets what is long past: all roots of its characteristic polynomial
 * lie within the unit circle. Source: Hyndman, Koehler, Ord &amp; Snyder (2008), Forecasting with
 * Exponential Smoothing, chapter 10. Stateless.
 */
final class EtsAdmissible {
  private EtsAdmissible() {}

  /** By the recursion of Schur and Cohn, which divides the degree down to 0. */
  static boolean admissible(EtsSmoothing smoothing, int period) {
    return rootsWithinUnitCircle(
        smoothing.beta() == 0 ? withoutTrend(smoothing, period) : withTrend(smoothing, period));
  }

  private static double[] withTrend(EtsSmoothing p, int period) {
    double common = p.alpha() + p.beta() - p.alpha() * p.phi();
    double[] polynomial = new double[period + 2]; // the constant first
    Arrays.fill(polynomial, 2, period, common);
    polynomial[0] = p.phi() * (1 - p.alpha() - p.gamma());
    polynomial[1] = common + p.gamma() - 1;
    polynomial[period] = p.alpha() + p.beta() - p.phi();
    polynomial[period + 1] = 1;
    return polynomial;
  }

  /** The same for beta = 0 and phi = 1, without the root at 1 that the missing slope leaves. */
  private static double[] withoutTrend(EtsSmoothing p, int period) {
    double[] polynomial = new double[period + 1];
    Arrays.fill(polynomial, 1, period, p.alpha());
    polynomial[0] = p.alpha() + p.gamma() - 1;
    polynomial[period] = 1;
    return polynomial;
  }

  /** Its leading coefficient comes last and is 1. */
  private static boolean rootsWithinUnitCircle(double[] polynomial) {
    double[] lower = polynomial;
    double[] higher = new double[polynomial.length];
    for (int degree = polynomial.length - 1; degree > 0; degree--) {
      double[] swap = higher;
      higher = lower;
      lower = swap;
      double reflection = higher[0];
      if (!(Math.abs(reflection) < 1)) {
        return false;
      }
      double scale = 1 / (1 - reflection * reflection);
      for (int i = 0; i < degree; i++) {
        lower[i] = (higher[i + 1] - reflection * higher[degree - 1 - i]) * scale;
      }
    }
    return true;
  }
}
