package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.DemandRate;

/** Smoothed probability of a sale times its smoothed size. */
final class TsbRate implements DemandRate {
  private final double alphaDemand;
  private final double alphaProbability;
  private double demand = Double.NaN; // until the first sale
  private double probability = Double.NaN; // until the first value

  TsbRate(double alphaDemand, double alphaProbability) {
    this.alphaDemand = alphaDemand;
    this.alphaProbability = alphaProbability;
  }

  @Override
  public void add(double value) {
    double sold = value > 0 ? 1 : 0;
    probability =
        Double.isNaN(probability)
            ? sold
            : alphaProbability * sold + (1 - alphaProbability) * probability;
    if (value > 0) {
      demand = Double.isNaN(demand) ? value : alphaDemand * value + (1 - alphaDemand) * demand;
    }
  }

  @Override
  public double forecast() {
    return Double.isNaN(demand) ? 0 : probability * demand;
  }

  @Override
  public TsbRate copy() {
    TsbRate copy = new TsbRate(alphaDemand, alphaProbability);
    copy.demand = demand;
    copy.probability = probability;
    return copy;
  }
}
