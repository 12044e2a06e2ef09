package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.Require;

/**
 * Gamma distributed demand: continuous, never negative and skewed to the right. Source of the
 * losses: Zipkin (2000), Foundations of Inventory Management, appendix C.
 *
 * @param shape positive; the squared coefficient of variation is 1 / shape
 * @param scale units, positive; the mean is shape × scale
 */
public record GammaDemand(double shape, double scale) implements DemandDistribution {
  /** {@inheritDoc} */
  public GammaDemand {
    Require.positive("shape", shape, "");
    Require.positive("scale", scale, "");
    Require.positive("mean (shape × scale)", shape * scale, "");
  }

  /**
   * Creates the distribution with a mean and a standard deviation.
   *
   * @param mean units, positive
   * @param sd units, positive
   * @return the distribution
   */
  public static GammaDemand of(double mean, double sd) {
    Require.positive("mean", mean, "use TableDemand.constant(0) for no demand");
    Require.positive("sd", sd, "use TableDemand.constant for demand that does not vary");
    double ratio = sd / mean;
    return new GammaDemand(1 / (ratio * ratio), sd * ratio);
  }

  /**
   * Creates the exponential distribution, which has shape 1.
   *
   * @param mean units, positive
   * @return the distribution
   */
  public static GammaDemand exponential(double mean) {
    return new GammaDemand(1, mean);
  }

  /**
   * Returns the demand of several such times together, each independent of the others.
   *
   * @param times how many, above 0, need not be whole
   * @return the sum
   */
  public GammaDemand times(double times) {
    return new GammaDemand(shape * Require.positive("times", times, ""), scale);
  }

  @Override
  public double mean() {
    return shape * scale;
  }

  @Override
  public double sd() {
    return Math.sqrt(shape) * scale;
  }

  @Override
  public boolean isDiscrete() {
    return false;
  }

  @Override
  public double cdf(double x) {
    return GammaTail.at(shape, x / scale).upTo();
  }

  @Override
  public double quantile(double probability) {
    return scale * GammaTail.quantile(shape, probability);
  }

  @Override
  public double loss(double x) {
    return x <= 0 ? mean() - x : scale * GammaTail.at(shape, x / scale).loss();
  }

  @Override
  public double complementaryLoss(double x) {
    return x <= 0 ? 0 : scale * GammaTail.at(shape, x / scale).complementaryLoss();
  }

  @Override
  public double secondLoss(double x) {
    return x <= 0
        ? ((mean() - x) * (mean() - x) + sd() * sd()) / 2
        : scale * scale * GammaTail.at(shape, x / scale).secondLoss();
  }

  @Override
  public double complementarySecondLoss(double x) {
    return x <= 0 ? 0 : scale * scale * GammaTail.at(shape, x / scale).complementarySecondLoss();
  }
}
