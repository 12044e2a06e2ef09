package io.synkro.predict.stockout;

import io.synkro.predict.internal.SpecialFunctions;
import io.synkro.predict.inventory.NormalDistribution;

/**
 * Demand of some days together, as a gamma distribution with its mean and standard deviation: like
 * demand, and unlike the normal distribution, it is never negative and has a long right tail.
 * Source of the choice: Burgin (1975), "The gamma distribution and inventory control", Operational
 * Research Quarterly 26, doi:10.1057/jors.1975.110. Where it varies by less than 3 % it cannot be
 * told from the normal distribution, which then takes its place. Being continuous it overstates the
 * risk of items that sell a few whole units: Poisson demand of mean 1.4 exceeds a stock of 2 with
 * probability 0.167, a gamma distribution of the same mean and standard deviation with 0.234; at a
 * mean of 14 and a stock of 17 it is 0.173 and 0.201.
 */
final class CumulativeDemand {
  private static final double NORMAL_FROM_SHAPE = 1000;
  private static final double NEVER_BELOW_SHAPE = 1e-100;

  private final double mean;
  private final double sd;
  private final double shape;

  /** Demand beyond a stock: how likely, and how many units to expect. */
  record Shortfall(double probability, double units) {}

  CumulativeDemand(double mean, double sd) {
    this.mean = mean;
    this.sd = sd;
    this.shape = mean / sd * (mean / sd);
  }

  /**
   * Demand beyond a stock, which is zero or more. The expected units are mean Q(k + 1, x) − stock
   * Q(k, x), with Q(k + 1, x) = Q(k, x) + x^k e^-x / Γ(k + 1) (Abramowitz &amp; Stegun 1964,
   * 6.5.21).
   */
  Shortfall beyond(double stock) {
    if (isCertain()) {
      return new Shortfall(mean > stock ? 1 : 0, Math.max(0, mean - stock));
    }
    if (!isGamma()) {
      double z = (stock - mean) / sd;
      return new Shortfall(NormalDistribution.upperTail(z), sd * NormalDistribution.loss(z));
    }
    if (shape < NEVER_BELOW_SHAPE) { // the limit: next to never any demand, but then without end
      return new Shortfall(stock > 0 ? 0 : 1, mean);
    }
    double x = stock * shape / mean;
    double probability = SpecialFunctions.gammaQ(shape, x);
    double units =
        (mean - stock) * probability + mean * SpecialFunctions.gammaFactor(shape, x) / shape;
    return new Shortfall(probability, Math.max(0, units));
  }

  private boolean isGamma() {
    return !isCertain() && shape <= NORMAL_FROM_SHAPE;
  }

  private boolean isCertain() {
    return mean <= 0 || sd <= 0 || sd < 1e-9 * mean;
  }
}
