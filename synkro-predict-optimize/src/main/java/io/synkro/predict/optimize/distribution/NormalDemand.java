package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.NormalDistribution;

/**
 * Normally distributed demand. Source of the losses: Snyder &amp; Shen (2019), Fundamentals of
 * Supply Chain Theory, 2nd edition, equations C.31 to C.34.
 *
 * @param mean expected demand, units, finite; negative ones are allowed for yields and errors
 * @param sd standard deviation, units, zero or more; with zero all probability is on the mean
 */
public record NormalDemand(double mean, double sd) implements DemandDistribution {
  /** {@inheritDoc} */
  public NormalDemand {
    Require.that(Double.isFinite(mean), "mean", mean, "must be finite", "");
    Require.nonNegative("sd", sd, "");
  }

  /**
   * Returns the demand of several such times together, each independent of the others.
   *
   * @param times how many, above 0, need not be whole
   * @return the sum
   */
  public NormalDemand times(double times) {
    Require.positive("times", times, "");
    return new NormalDemand(mean * times, sd * Math.sqrt(times));
  }

  @Override
  public boolean isDiscrete() {
    return false;
  }

  @Override
  public double probability(double x) {
    return sd == 0 && x == mean ? 1 : 0;
  }

  @Override
  public double cdf(double x) {
    return NormalDistribution.cdf(standardised(x));
  }

  @Override
  public double quantile(double probability) {
    return mean + sd * NormalDistribution.quantile(probability);
  }

  @Override
  public double loss(double x) {
    return sd == 0 ? Math.max(0, mean - x) : sd * NormalDistribution.loss(standardised(x));
  }

  @Override
  public double complementaryLoss(double x) {
    return sd == 0 ? Math.max(0, x - mean) : sd * NormalDistribution.loss(-standardised(x));
  }

  @Override
  public double secondLoss(double x) {
    return second(mean - x, -standardised(x));
  }

  @Override
  public double complementarySecondLoss(double x) {
    return second(x - mean, standardised(x));
  }

  /** Without variation a stock is infinitely many standard deviations from the mean, or on it. */
  private double standardised(double x) {
    if (sd > 0) {
      return (x - mean) / sd;
    }
    return x < mean ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** Returns ½ E[((Y)⁺)²] of a Y with mean {@code distance}, {@code z} standard deviations. */
  private double second(double distance, double z) {
    if (sd == 0) {
      double over = Math.max(0, distance);
      return over * over / 2;
    }
    double within = NormalDistribution.cdf(z);
    return within == 0
        ? 0
        : Math.max(0, sd * sd / 2 * ((z * z + 1) * within + z * NormalDistribution.density(z)));
  }
}
