package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.Require;
import io.synkro.predict.internal.SpecialFunctions;
import io.synkro.predict.inventory.NormalDistribution;

/**
 * What a gamma distribution of scale 1 has up to and above a value, and the losses that follow from
 * it. The side away from the mean is computed, the other is the rest, so both keep their digits.
 *
 * @param shape positive
 * @param value zero or more
 * @param upTo P(X ≤ value)
 * @param above P(X > value)
 * @param weight value × density, which all losses have in common
 */
record GammaTail(double shape, double value, double upTo, double above, double weight) {
  /** Up to this shape the series and fractions are short and lose no digits. */
  private static final double LARGEST_SERIES = 100;

  private static final double SMALLEST_SERIES = 0.1;

  static GammaTail at(double shape, double value) {
    if (value <= 0) {
      return new GammaTail(shape, 0, 0, 1, 0);
    }
    if (value == Double.POSITIVE_INFINITY) {
      return new GammaTail(shape, value, 1, 0, 0);
    }
    double weight =
        Math.exp(
                -SmallDifferences.stirling(shape)
                    - SmallDifferences.deviance(shape, value, value - shape))
            * Math.sqrt(shape / (2 * Math.PI));
    boolean right = value > shape;
    double tail;
    if (shape <= LARGEST_SERIES && (shape >= SMALLEST_SERIES || value > 1 + shape)) {
      tail = right ? SpecialFunctions.gammaQ(shape, value) : SpecialFunctions.gammaP(shape, value);
    } else {
      tail = weight == 0 ? 0 : Math.min(1, weight * integral(shape, value, right ? 1 : -1));
    }
    return right
        ? new GammaTail(shape, value, 1 - tail, tail, weight)
        : new GammaTail(shape, value, tail, 1 - tail, weight);
  }

  /** Integrates over the logarithm, where the density has no singularity. */
  private static double integral(double shape, double value, double sign) {
    return TailIntegral.of(
        u -> sign * u * (shape - value) - value * SmallDifferences.expm1(sign * u));
  }

  /** Finds the value that is not exceeded with a probability. */
  static double quantile(double shape, double probability) {
    Require.between("probability", probability, 0, 1, "write 95 % as 0.95");
    double small = (Math.log(probability) + SpecialFunctions.logGamma(shape + 1)) / shape;
    if (small < -40) {
      return Math.exp(small); // P(X ≤ x) = x^shape / Γ(shape + 1) to the last digit
    }
    double third = 1 / (9 * shape);
    double root = 1 - third + NormalDistribution.quantile(probability) * Math.sqrt(third);
    double guess = root > 0.1 ? 3 * Math.log(root) : small - Math.log(shape); // Wilson, Hilferty
    double step = Math.min(1, 0.1 / Math.sqrt(shape));
    double low = guess - step;
    while (excess(shape, low, probability) >= 0) {
      step *= 2;
      low -= step;
    }
    double high = low + step;
    while (excess(shape, high, probability) < 0) {
      step *= 2;
      high += step;
    }
    double best = RisingRoot.between(log -> excess(shape, log, probability), low, high);
    return shape * Math.exp(best);
  }

  /** Compares at a value given by the logarithm of its ratio to the mean. */
  private static double excess(double shape, double logRatio, double probability) {
    GammaTail tail = at(shape, shape * Math.exp(logRatio));
    return probability > 0.5 ? 1 - probability - tail.above : tail.upTo - probability;
  }

  double loss() {
    return above == 0 ? 0 : Math.max(0, (shape - value) * above + weight);
  }

  double complementaryLoss() {
    return above == 0 ? value - shape : Math.max(0, (value - shape) * upTo + weight);
  }

  double secondLoss() {
    return above == 0 ? 0 : Math.max(0, (square() * above + cross()) / 2);
  }

  double complementarySecondLoss() {
    return above == 0 ? square() / 2 : Math.max(0, (square() * upTo - cross()) / 2);
  }

  /** Returns E[(X − value)²]. */
  private double square() {
    return (shape - value) * (shape - value) + shape;
  }

  /** Returns what E[(X − value)²; X > value] exceeds {@code square() × above} by. */
  private double cross() {
    return (shape + 1 - value) * weight;
  }
}
