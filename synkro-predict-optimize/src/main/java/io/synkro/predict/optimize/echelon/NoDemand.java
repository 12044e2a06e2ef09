package io.synkro.predict.optimize.echelon;

import io.synkro.predict.optimize.distribution.DemandDistribution;

/** What is demanded in no time. */
final class NoDemand implements DemandDistribution {
  private final boolean discrete;

  NoDemand(boolean discrete) {
    this.discrete = discrete;
  }

  @Override
  public double mean() {
    return 0;
  }

  @Override
  public double sd() {
    return 0;
  }

  @Override
  public boolean isDiscrete() {
    return discrete;
  }

  @Override
  public double cdf(double x) {
    return x >= 0 ? 1 : 0;
  }

  @Override
  public double quantile(double probability) {
    return 0;
  }

  @Override
  public double loss(double x) {
    return Math.max(0, -x);
  }

  @Override
  public double secondLoss(double x) {
    return Math.max(0, -x) * Math.max(0, discrete ? -x - 1 : -x) / 2;
  }
}
