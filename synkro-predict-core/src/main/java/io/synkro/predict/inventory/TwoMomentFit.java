package io.synkro.predict.inventory;

import java.util.Arrays;

/**
 * Fits a distribution on the whole numbers from zero to a mean and a standard deviation. Source:
 * Adan, van Eenige &amp; Resing (1995), doi:10.1017/S0269964800004101. With a = cv² − 1/mean the
 * cases are: −1/k ≤ a ≤ −1/(k+1) mixed binomials, a = 0 Poisson, 1/(k+1) ≤ a ≤ 1/k mixed negative
 * binomials, a ≥ 1 mixed geometrics.
 */
final class TwoMomentFit {
  private TwoMomentFit() {}

  static double[] probabilities(double mean, double sd, int max, double tail) {
    double whole = Math.floor(mean);
    double share = mean - whole;
    if (sd * sd <= share * (1 - share) + 1e-12) {
      double[] two = new double[(int) whole + 2];
      two[(int) whole] = 1 - share;
      two[(int) whole + 1] = share;
      return two;
    }
    double a = sd * sd / (mean * mean) - 1 / mean;
    double[] fitted;
    if (Math.abs(a) < 1e-11) {
      fitted = poisson(mean, max);
    } else if (a < 0) {
      fitted = binomials(mean, a, max);
    } else if (a < 1) {
      fitted = negativeBinomials(mean, a, max);
    } else {
      fitted = geometrics(mean, a, max);
    }
    return withoutTail(fitted, tail);
  }

  private static double[] poisson(double mean, int max) {
    double[] p = new double[max + 1];
    p[0] = Math.exp(-mean);
    for (int n = 1; n <= max; n++) {
      p[n] = p[n - 1] * mean / n;
    }
    return p;
  }

  private static double[] binomials(double mean, double a, int max) {
    double k = Math.max(1, Math.floor(-1 / a)); // near Poisson more than an int holds
    double q = (1 + a * (1 + k) + Math.sqrt(Math.max(0, -a * k * (1 + k) - k))) / (1 + a);
    double p = Math.min(1, mean / (k + 1 - q));
    // near Poisson k runs to millions; what lies beyond max is cut off, as in the other cases
    double[] fitted = new double[(int) Math.min(k + 1, max) + 1];
    addBinomial(fitted, q, k, p);
    addBinomial(fitted, 1 - q, k + 1, p);
    return fitted;
  }

  private static void addBinomial(double[] target, double weight, double n, double p) {
    double logCoefficient = 0;
    double logP = Math.log(p);
    double logRest = Math.log1p(-p);
    for (int x = 0; x < target.length && x <= n; x++) {
      double log = logCoefficient + times(x, logP) + times(n - x, logRest);
      target[x] += weight * Math.exp(log);
      logCoefficient += Math.log(n - x) - Math.log(x + 1);
    }
  }

  /** Zero times the logarithm of zero is zero here: x⁰ = 1. */
  private static double times(double count, double log) {
    return count == 0 ? 0 : count * log;
  }

  private static double[] negativeBinomials(double mean, double a, int max) {
    double k = Math.max(1, Math.floor(1 / a));
    double q = ((1 + k) * a - Math.sqrt(Math.max(0, (1 + k) * (1 - a * k)))) / (1 + a);
    double p = mean / (k + 1 - q + mean);
    double[] fitted = new double[max + 1];
    addNegativeBinomial(fitted, q, k, p);
    addNegativeBinomial(fitted, 1 - q, k + 1, p);
    return fitted;
  }

  private static void addNegativeBinomial(double[] target, double weight, double r, double p) {
    double probability = Math.exp(r * Math.log1p(-p));
    for (int x = 0; x < target.length; x++) {
      target[x] += weight * probability;
      probability *= p * (r + x) / (x + 1);
    }
  }

  private static double[] geometrics(double mean, double a, int max) {
    double root = Math.sqrt(a * a - 1);
    double p1 = mean * (1 + a + root) / (2 + mean * (1 + a + root));
    double p2 = mean * (1 + a - root) / (2 + mean * (1 + a - root));
    double q = 1 / (1 + a + root);
    double[] fitted = new double[max + 1];
    addNegativeBinomial(fitted, q, 1, p1);
    addNegativeBinomial(fitted, 1 - q, 1, p2);
    return fitted;
  }

  /** Cuts the end that together has less than {@code tail}, so that memory follows the spread. */
  private static double[] withoutTail(double[] fitted, double tail) {
    double beyond = 0;
    int last = fitted.length - 1;
    while (last > 0 && beyond + fitted[last] < tail) {
      beyond += fitted[last--];
    }
    return Arrays.copyOf(fitted, last + 1);
  }
}
