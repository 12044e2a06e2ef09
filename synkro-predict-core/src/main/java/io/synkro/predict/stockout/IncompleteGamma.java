package io.synkro.predict.stockout;

/**
 * The regularised upper incomplete gamma function Q(a, x), by the series for low x and Legendre's
 * continued fraction, evaluated with Lentz's method, for high x. Source: Abramowitz &amp; Stegun
 * (1964), 6.5.29 and 6.5.31; the logarithm of the gamma function is Stirling's series, 6.1.41.
 */
final class IncompleteGamma {
  private static final double PRECISION = 1e-15;
  private static final double TINY = 1e-300;
  private static final int MAX_TERMS = 10_000;

  private IncompleteGamma() {}

  /** Returns Q(a, x) for a &gt; 0, x &ge; 0: from 1 at x = 0 to 0 far out. */
  static double upper(double a, double x) {
    return upper(a, x, factor(a, x, logGamma(a)));
  }

  /** The same, where x^a e^-x / Γ(a) is known. */
  static double upper(double a, double x, double factor) {
    if (x <= 0) {
      return 1;
    }
    double result = x < a + 1 ? 1 - factor * series(a, x) : factor * fraction(a, x);
    return Math.min(1, Math.max(0, result));
  }

  /** Returns x^a e^-x / Γ(a). */
  static double factor(double a, double x, double logGamma) {
    return x <= 0 ? 0 : Math.exp(a * Math.log(x) - x - logGamma);
  }

  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < MAX_TERMS && term > sum * PRECISION; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum;
  }

  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double result = d;
    for (int n = 1; n < MAX_TERMS; n++) {
      double numerator = -n * (n - a);
      b += 2;
      d = 1 / awayFromZero(numerator * d + b);
      c = awayFromZero(b + numerator / c);
      double change = d * c;
      result *= change;
      if (Math.abs(change - 1) <= PRECISION) {
        break;
      }
    }
    return result;
  }

  private static double awayFromZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** Returns ln Γ(x) for x &gt; 0. */
  static double logGamma(double x) {
    double shifted = x;
    double product = 1;
    while (shifted < 10) {
      product *= shifted++;
    }
    double square = 1 / (shifted * shifted);
    double correction =
        (1 / 12.0
                - square
                    * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0 - square / 1188.0))))
            / shifted;
    return (shifted - 0.5) * Math.log(shifted)
        - shifted
        + 0.5 * Math.log(2 * Math.PI)
        + correction
        - Math.log(product);
  }
}
