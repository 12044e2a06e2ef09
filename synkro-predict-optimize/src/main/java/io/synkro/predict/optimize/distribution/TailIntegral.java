package io.synkro.predict.optimize.distribution;

import java.util.function.DoubleUnaryOperator;

/**
 * The integral of e^h(u) over u from 0 on, where h is concave, smooth, starts at 0 and falls: what
 * a density over the logarithm of its argument has beyond a point, relative to the density there.
 * Gauss-Legendre quadrature with 16 points a panel is exact to about 1e-14. Panels are at most 1
 * long at the start, where e^u may bend h, and grow where only the decline is left.
 */
final class TailIntegral {
  private static final int PANELS = 8;
  private static final double NEGLIGIBLE = -40;

  private TailIntegral() {}

  static double of(DoubleUnaryOperator h) {
    double end = end(h);
    double longest = 2 * end / PANELS;
    double width = Math.min(1, end / PANELS);
    double growth = end > PANELS ? 2 : 1;
    double sum = 0;
    double start = 0;
    while (start < end) {
      sum += panel(h, start, width);
      start += width;
      width = Math.min(longest, growth * width);
    }
    return sum;
  }

  private static double panel(DoubleUnaryOperator h, double start, double width) {
    double half = width / 2;
    double middle = start + half;
    double sum = 0;
    for (int i = 0; i < NODES.length; i++) {
      double step = NODES[i] * half;
      double low = Math.exp(h.applyAsDouble(middle - step));
      double high = Math.exp(h.applyAsDouble(middle + step));
      sum += WEIGHTS[i] * (low + high);
    }
    return sum * half;
  }

  /** Finds about where e^h is negligible. */
  private static double end(DoubleUnaryOperator h) {
    double high = 1;
    while (h.applyAsDouble(high) > NEGLIGIBLE && high < 1e300) {
      high *= 2;
    }
    double low = 0;
    for (int i = 0; i < 1100 && h.applyAsDouble(high) < 1.1 * NEGLIGIBLE; i++) {
      double middle = (low + high) / 2;
      if (h.applyAsDouble(middle) > NEGLIGIBLE) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static final double[] NODES = {
    0.09501250983763744, 0.2816035507792589, 0.45801677765722737,
    0.6178762444026438, 0.755404408355003, 0.8656312023878318,
    0.9445750230732326, 0.9894009349916499
  };
  private static final double[] WEIGHTS = {
    0.1894506104550685, 0.18260341504492358, 0.16915651939500254,
    0.14959598881657674, 0.12462897125553388, 0.09515851168249279,
    0.062253523938647894, 0.027152459411754096
  };
}
