package io.synkro.predict.inventory;

import static io.synkro.predict.inventory.NormalDistribution.polynomial;

/**
 * The complementary error function. Source: Cody (1969), "Rational Chebyshev approximations for the
 * error function", Mathematics of Computation 23, doi:10.1090/S0025-5718-1969-0247736-4, with the
 * coefficients of his CALERF in SPECFUN.
 */
final class ErrorFunction {
  private static final double SMALL = 0.46875;
  private static final double LARGEST = 26.543;
  private static final double ONE_OVER_ROOT_PI = 0.5641895835477563;

  private static final double[] SMALL_TOP = {
    3209.3775891384694,
    377.485237685302,
    113.86415415105016,
    3.1611237438705655,
    0.18577770618460315
  };
  private static final double[] SMALL_BOTTOM = {
    2844.236833439171, 1282.6165260773723, 244.02463793444417, 23.601290952344122, 1.0
  };
  private static final double[] MIDDLE_TOP = {
    1230.3393547979972, 2051.0783778260716, 1712.0476126340707,
    881.952221241769, 298.6351381974001, 66.11919063714163,
    8.883149794388377, 0.5641884969886701, 2.1531153547440383e-08
  };
  private static final double[] MIDDLE_BOTTOM = {
    1230.3393548037495, 3439.3676741437216, 4362.619090143247,
    3290.7992357334597, 1621.3895745666903, 537.1811018620099,
    117.6939508913125, 15.744926110709835, 1.0
  };
  private static final double[] LARGE_TOP = {
    0.0006587491615298378, 0.016083785148742275, 0.12578172611122926,
    0.36034489994980445, 0.30532663496123236, 0.016315387137302097
  };
  private static final double[] LARGE_BOTTOM = {
    0.0023352049762686918, 0.06051834131244132, 0.5279051029514285,
    1.8729528499234673, 2.568520192289822, 1.0
  };

  private ErrorFunction() {}

  /** Returns 1 − erf(x), from 0 to 2. */
  static double erfc(double x) {
    double y = Math.abs(x);
    if (y <= SMALL) {
      double square = y * y;
      return 1 - x * polynomial(square, SMALL_TOP) / polynomial(square, SMALL_BOTTOM);
    }
    double tail = y >= LARGEST ? 0 : upper(y);
    return x < 0 ? 2 - tail : tail;
  }

  private static double upper(double y) {
    double scaled;
    if (y <= 4) {
      scaled = polynomial(y, MIDDLE_TOP) / polynomial(y, MIDDLE_BOTTOM);
    } else {
      double inverse = 1 / (y * y);
      double rational =
          inverse * polynomial(inverse, LARGE_TOP) / polynomial(inverse, LARGE_BOTTOM);
      scaled = (ONE_OVER_ROOT_PI - rational) / y;
    }
    // exp(-y²) in two factors: squaring y first would lose digits of the exponent
    double coarse = Math.floor(y * 16) / 16;
    return Math.exp(-coarse * coarse) * Math.exp(-(y - coarse) * (y + coarse)) * scaled;
  }
}
