package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.Require;

/**
 * A demand and a constant on top of it.
 *
 * @param base what varies
 * @param shift what is added to it, units, finite, may be negative; whole if the base is discrete
 */
public record ShiftedDemand(DemandDistribution base, double shift) implements DemandDistribution {
  /** {@inheritDoc} */
  public ShiftedDemand {
    Require.that(
        Double.isFinite(shift) && (!base.isDiscrete() || shift == Math.rint(shift)),
        "shift",
        shift,
        "must be finite, and whole as the demand is",
        "");
  }

  @Override
  public double mean() {
    return base.mean() + shift;
  }

  @Override
  public double sd() {
    return base.sd();
  }

  @Override
  public boolean isDiscrete() {
    return base.isDiscrete();
  }

  @Override
  public double probability(double x) {
    return base.probability(x - shift);
  }

  @Override
  public double cdf(double x) {
    return base.cdf(x - shift);
  }

  @Override
  public double quantile(double probability) {
    return base.quantile(probability) + shift;
  }

  @Override
  public double loss(double x) {
    return base.loss(x - shift);
  }

  @Override
  public double complementaryLoss(double x) {
    return base.complementaryLoss(x - shift);
  }

  @Override
  public double secondLoss(double x) {
    return base.secondLoss(x - shift);
  }

  @Override
  public double complementarySecondLoss(double x) {
    return base.complementarySecondLoss(x - shift);
  }
}
