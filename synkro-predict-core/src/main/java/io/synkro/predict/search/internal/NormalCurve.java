package io.synkro.predict.search.internal;

import java.util.SplittableRandom;

/** The standard normal distribution with the same bits on every machine. Stateless. */
final class NormalCurve {
  static final double LOG_ROOT_TWO_PI = 0.9189385332046728;

  /** Beyond it nothing is left in a double. */
  private static final double END = 8.3;

  private NormalCurve() {}

  /**
   * Returns the probability below a point, to about 1e-15. Source: Marsaglia (2004), Evaluating the
   * Normal Distribution, <a
   * href="https://doi.org/10.18637/jss.v011.i04">doi:10.18637/jss.v011.i04</a>.
   */
  static double below(double x) {
    if (Math.abs(x) > END) {
      return x < 0 ? 0 : 1;
    }
    double sum = x;
    double before = 0;
    double term = x;
    double square = x * x;
    for (int i = 3; sum != before; i += 2) {
      before = sum;
      term *= square / i;
      sum += term;
    }
    return Math.max(0, 0.5 + sum * StrictMath.exp(-0.5 * square - LOG_ROOT_TWO_PI));
  }

  /** Returns the probability between two points, seen from the side where it keeps its digits. */
  static double between(double left, double right) {
    return Math.max(0, left > 0 ? below(-left) - below(-right) : below(right) - below(left));
  }

  /** Draws by the polar method of Marsaglia &amp; Bray (1964), doi:10.1137/1006063. */
  static double draw(SplittableRandom random) {
    double u;
    double square;
    do {
      u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square == 0);
    return u * Math.sqrt(-2 * StrictMath.log(square) / square);
  }
}
