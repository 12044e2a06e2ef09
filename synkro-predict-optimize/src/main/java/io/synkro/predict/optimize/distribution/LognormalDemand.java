package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.NormalDistribution;

/**
 * Lognormally distributed demand: its logarithm is normal. Source of the losses: Snyder &amp; Shen
 * (2019), Fundamentals of Supply Chain Theory, 2nd edition, equation 4.102.
 *
 * @param logMean mean μ of the logarithm of demand in units, finite
 * @param logSd standard deviation σ of the logarithm, positive
 */
public record LognormalDemand(double logMean, double logSd) implements DemandDistribution {
  /** {@inheritDoc} */
  public LognormalDemand {
    Require.that(Double.isFinite(logMean), "logMean", logMean, "must be finite", "");
    Require.positive("logSd", logSd, "use TableDemand.constant for demand that does not vary");
    double mean = moment(logMean, logSd, 1);
    Require.positive("mean exp(μ + σ²/2)", mean, "give μ and σ of the logarithm");
    Require.nonNegative("sd", mean * Math.sqrt(Math.expm1(logSd * logSd)), "");
  }

  /**
   * Creates the distribution with a mean and a standard deviation.
   *
   * @param mean units, positive
   * @param sd units, positive
   * @return the distribution
   */
  public static LognormalDemand of(double mean, double sd) {
    Require.positive("mean", mean, "");
    Require.positive("sd", sd, "use TableDemand.constant for demand that does not vary");
    double ratio = sd / mean;
    double variance = Math.log1p(ratio * ratio);
    return new LognormalDemand(Math.log(mean) - variance / 2, Math.sqrt(variance));
  }

  @Override
  public double mean() {
    return moment(logMean, logSd, 1);
  }

  @Override
  public double sd() {
    return mean() * Math.sqrt(Math.expm1(logSd * logSd));
  }

  @Override
  public boolean isDiscrete() {
    return false;
  }

  @Override
  public double cdf(double x) {
    return x <= 0 ? 0 : NormalDistribution.cdf((Math.log(x) - logMean) / logSd);
  }

  @Override
  public double quantile(double probability) {
    return Math.exp(logMean + logSd * NormalDistribution.quantile(probability));
  }

  @Override
  public double loss(double x) {
    if (x <= 0) {
      return mean() - x;
    }
    return x == Double.POSITIVE_INFINITY ? 0 : Math.max(0, above(x, 1) - x * above(x, 0));
  }

  @Override
  public double complementaryLoss(double x) {
    return x <= 0 ? 0 : Math.max(0, x * upTo(x, 0) - upTo(x, 1));
  }

  @Override
  public double secondLoss(double x) {
    if (x <= 0) {
      return ((mean() - x) * (mean() - x) + sd() * sd()) / 2;
    }
    return x == Double.POSITIVE_INFINITY
        ? 0
        : Math.max(0, (above(x, 2) - 2 * x * above(x, 1) + x * x * above(x, 0)) / 2);
  }

  @Override
  public double complementarySecondLoss(double x) {
    return x <= 0 ? 0 : Math.max(0, (x * x * upTo(x, 0) - 2 * x * upTo(x, 1) + upTo(x, 2)) / 2);
  }

  /** Returns E[X^power]. */
  private static double moment(double logMean, double logSd, int power) {
    return Math.exp(power * (logMean + power * logSd * logSd / 2));
  }

  /** Returns E[X^power; X > x]. */
  private double above(double x, int power) {
    double z = (Math.log(x) - logMean) / logSd - power * logSd;
    return moment(logMean, logSd, power) * NormalDistribution.upperTail(z);
  }

  /** Returns E[X^power; X ≤ x]. */
  private double upTo(double x, int power) {
    double z = (Math.log(x) - logMean) / logSd - power * logSd;
    return moment(logMean, logSd, power) * NormalDistribution.cdf(z);
  }
}
