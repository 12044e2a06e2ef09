package io.synkro.predict.internal;

/** Gamma and beta functions, accurate to about 1e-13. Stateless. */
public final class SpecialFunctions {
  private static final int MOST_TERMS = 100_000;
  private static final double EPSILON = 1e-16;
  private static final double TINY = 1e-300;

  private SpecialFunctions() {}

  /**
   * Returns the natural logarithm of the gamma function, by Stirling's series after shifting x to
   * 15 or more. Source: NIST Digital Library of Mathematical Functions, <a
   * href="https://dlmf.nist.gov/5.11.E1">5.11.1</a>.
   *
   * @param x above 0
   * @return ln Γ(x)
   */
  public static double logGamma(double x) {
    double product = 1;
    double z = x;
    while (z < 15) {
      product *= z++;
    }
    double inverse = 1 / z;
    double square = inverse * inverse;
    double series =
        inverse
            * (1 / 12.0
                - square
                    * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0 - square / 1188))));
    return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
  }

  /**
   * Returns the logarithm of the number of ways to choose some of many.
   *
   * @param n how many there are
   * @param k how many are chosen, from 0 to n
   * @return ln (n over k)
   */
  public static double logChoose(double n, double k) {
    return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  }

  /**
   * Returns the regularised lower incomplete gamma function: the series of <a
   * href="https://dlmf.nist.gov/8.7.E1">DLMF 8.7.1</a> left of a + 1.
   *
   * @param a shape, above 0
   * @param x zero or more; below zero counts as zero
   * @return P(a, x), from 0 to 1
   */
  public static double gammaP(double a, double x) {
    if (x <= 0) {
      return 0;
    }
    double factor = gammaFactor(a, x);
    if (factor == 0) { // far from a on either side, where series and fraction may not be finite
      return x < a ? 0 : 1;
    }
    return share(x < a + 1 ? factor * gammaSeries(a, x) : 1 - factor * gammaFraction(a, x));
  }

  /**
   * Returns the regularised upper incomplete gamma function 1 - P(a, x), right of a + 1 without
   * cancellation.
   *
   * @param a shape, above 0
   * @param x zero or more; below zero counts as zero
   * @return Q(a, x), from 0 to 1
   */
  public static double gammaQ(double a, double x) {
    if (x <= 0) {
      return 1;
    }
    double factor = gammaFactor(a, x);
    if (factor == 0) {
      return x < a ? 1 : 0;
    }
    return share(x < a + 1 ? 1 - factor * gammaSeries(a, x) : factor * gammaFraction(a, x));
  }

  /**
   * Returns what both incomplete gamma functions have in common.
   *
   * @param a shape, above 0
   * @param x zero or more
   * @return x^a e^-x / Γ(a)
   */
  public static double gammaFactor(double a, double x) {
    return x <= 0 || x == Double.POSITIVE_INFINITY
        ? 0
        : Math.exp(a * Math.log(x) - x - logGamma(a));
  }

  private static double share(double value) {
    return Math.min(1, Math.max(0, value));
  }

  private static double gammaSeries(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < MOST_TERMS && term > sum * EPSILON; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum;
  }

  /** Continued fraction of <a href="https://dlmf.nist.gov/8.9.E2">DLMF 8.9.2</a>, by Lentz. */
  private static double gammaFraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double fraction = d;
    for (int n = 1; n < MOST_TERMS; n++) {
      double term = -n * (n - a);
      b += 2;
      d = 1 / away(term * d + b);
      c = away(b + term / c);
      double factor = c * d;
      fraction *= factor;
      if (Math.abs(factor - 1) < EPSILON * 4) {
        break;
      }
    }
    return fraction;
  }

  /**
   * Returns the regularised incomplete beta function, by the continued fraction of <a
   * href="https://dlmf.nist.gov/8.17.E22">DLMF 8.17.22</a> on the side where it converges fast.
   *
   * @param x from 0 to 1
   * @param complement 1 - x, given apart so that it keeps its digits
   * @param a above 0
   * @param b above 0
   * @return I_x(a, b), from 0 to 1
   */
  public static double beta(double x, double complement, double a, double b) {
    if (x <= 0) {
      return 0;
    }
    if (complement <= 0) {
      return 1;
    }
    double front =
        Math.exp(
            logGamma(a + b)
                - logGamma(a)
                - logGamma(b)
                + a * Math.log(x)
                + b * Math.log(complement));
    return share(
        x < (a + 1) / (a + b + 2)
            ? front * betaFraction(x, a, b) / a
            : 1 - front * betaFraction(complement, b, a) / b);
  }

  private static double betaFraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m < MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      fraction *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      double factor = d * c;
      fraction *= factor;
      if (Math.abs(factor - 1) < EPSILON * 4) {
        break;
      }
    }
    return fraction;
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
