package io.synkro.predict.inventory;

import io.synkro.predict.internal.Require;

/**
 * The standard normal distribution: density, probabilities, quantiles and the loss function that
 * stock formulas need. Relative errors of probabilities and quantiles are a few 1e-15. All methods
 * take and return plain numbers and are safe for use by many threads.
 */
public final class NormalDistribution {
  private static final double SQRT_HALF = Math.sqrt(0.5);
  private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);
  private static final int NEWTON_STEPS = 200;

  private NormalDistribution() {}

  /**
   * Returns the density.
   *
   * @param z any number
   * @return density, above zero up to 0.3989
   */
  public static double density(double z) {
    return DENSITY_AT_ZERO * Math.exp(-0.5 * z * z);
  }

  /**
   * Returns the probability of a value of {@code z} or less.
   *
   * @param z any number, infinite ones included
   * @return probability, from 0 to 1
   */
  public static double cdf(double z) {
    return 0.5 * ErrorFunction.erfc(-z * SQRT_HALF);
  }

  /**
   * Returns the probability of a value above {@code z}, exact also where {@link #cdf} is nearly 1.
   *
   * @param z any number, infinite ones included
   * @return probability, from 0 to 1
   */
  public static double upperTail(double z) {
    return 0.5 * ErrorFunction.erfc(z * SQRT_HALF);
  }

  /**
   * Returns the value that is not exceeded with a probability. Source: Wichura (1988), Algorithm AS
   * 241, Applied Statistics 37, <a href="https://doi.org/10.2307/2347330">doi:10.2307/2347330</a>.
   *
   * @param probability above 0 and below 1
   * @return z with {@code cdf(z) = probability}
   */
  public static double quantile(double probability) {
    Require.between("probability", probability, 0, 1, "write 95 % as 0.95");
    double q = probability - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      return q * polynomial(r, AS241_A) / polynomial(r, AS241_B);
    }
    double r = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability));
    double z =
        r <= 5
            ? polynomial(r - 1.6, AS241_C) / polynomial(r - 1.6, AS241_D)
            : polynomial(r - 5, AS241_E) / polynomial(r - 5, AS241_F);
    return q < 0 ? -z : z;
  }

  /**
   * Returns the first-order loss function: the expected excess of a standard normal value over
   * {@code z}, L(z) = φ(z) − z (1 − Φ(z)). Source: Silver, Pyke &amp; Thomas (2017), Inventory and
   * Production Management in Supply Chains, chapter 6 and appendix II, where it is called G.
   *
   * @param z any number, infinite ones included
   * @return expected excess, zero or more, about {@code -z} for low {@code z}
   */
  public static double loss(double z) {
    double above = upperTail(z);
    return above == 0 ? 0 : Math.max(0, density(z) - z * above); // infinity times zero is NaN
  }

  /**
   * Returns where the loss function has a value. Newton's method from the left climbs without
   * overshooting because the function is convex and falls.
   *
   * @param loss positive and finite
   * @return z with {@code loss(z) = loss}; not below {@code -loss}
   */
  public static double inverseLoss(double loss) {
    Require.positive("loss", loss, "");
    double z = -loss;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double slope = upperTail(z);
      if (slope < Double.MIN_NORMAL) {
        break;
      }
      double step = (loss(z) - loss) / slope;
      if (step <= 1e-15 * Math.max(1, Math.abs(z))) {
        break;
      }
      z += step;
    }
    return z;
  }

  static double polynomial(double x, double[] coefficients) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }

  private static final double[] AS241_A = {
    3.3871328727963665, 133.14166789178438, 1971.5909503065513,
    13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227
  };
  private static final double[] AS241_B = {
    1.0,
    42.31333070160091,
    687.1870074920579,
    5394.196021424751,
    21213.794301586597,
    39307.89580009271,
    28729.085735721943,
    5226.495278852854
  };
  private static final double[] AS241_C = {
    1.4234371107496835, 4.630337846156546, 5.769497221460691,
    3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
    0.022723844989269184, 0.0007745450142783414
  };
  private static final double[] AS241_D = {
    1.0,
    2.053191626637759,
    1.6763848301838038,
    0.6897673349851,
    0.14810397642748008,
    0.015198666563616457,
    0.0005475938084995345,
    1.0507500716444169e-09
  };
  private static final double[] AS241_E = {
    6.657904643501103, 5.463784911164114, 1.7848265399172913,
    0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
    2.7115555687434876e-05, 2.0103343992922881e-07
  };
  private static final double[] AS241_F = {
    1.0,
    0.599832206555888,
    0.1369298809227358,
    0.014875361290850615,
    0.0007868691311456133,
    1.8463183175100548e-05,
    1.421511758316446e-07,
    2.0442631033899397e-15
  };
}
