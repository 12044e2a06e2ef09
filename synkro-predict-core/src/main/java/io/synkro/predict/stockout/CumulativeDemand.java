package io.synkro.predict.stockout;

import io.synkro.predict.inventory.NormalDistribution;

/**
 * Demand of some days together, as a gamma distribution with its mean and standard deviation: like
 * demand, and unlike the normal distribution, it is never negative and has a long right tail.
 * Source of the choice: Burgin (1975), "The gamma distribution and inventory control", Operational
 * Research Quarterly 26, doi:10.1057/jors.1975.110. Where it varies by less than 3 % it cannot be
 * told from the normal distribution, which then takes its place.
 */
final class CumulativeDemand {
  private static final double NORMAL_FROM_SHAPE = 1000;

  private final double mean;
  private final double sd;
  private final double shape;

  CumulativeDemand(double mean, double sd) {
    this.mean = mean;
    this.sd = sd;
    this.shape = mean / sd * (mean / sd);
  }

  /** Probability that demand exceeds the stock, which is zero or more. */
  double exceeds(double stock) {
    if (isCertain()) {
      return mean > stock ? 1 : 0;
    }
    return shape > NORMAL_FROM_SHAPE
        ? NormalDistribution.upperTail((stock - mean) / sd)
        : IncompleteGamma.upper(shape, stock * shape / mean);
  }

  /** Expected units of demand beyond the stock, which is zero or more. */
  double excess(double stock) {
    if (isCertain()) {
      return Math.max(0, mean - stock);
    }
    if (shape > NORMAL_FROM_SHAPE) {
      return sd * NormalDistribution.loss((stock - mean) / sd);
    }
    double scaled = stock * shape / mean;
    return Math.max(
        0,
        mean * IncompleteGamma.upper(shape + 1, scaled)
            - stock * IncompleteGamma.upper(shape, scaled));
  }

  private boolean isCertain() {
    return mean <= 0 || sd <= 0 || sd < 1e-9 * mean;
  }
}
