package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.DemandRate;

/** Smoothed size over smoothed interval, times a factor. */
final class CrostonRate implements DemandRate {
  private final double alphaSize;
  private final double alphaInterval;
  private final double factor;
  private double size = Double.NaN; // until the first sale
  private double interval = Double.NaN;
  private double waited;

  CrostonRate(double alphaSize, double alphaInterval, double factor) {
    this.alphaSize = alphaSize;
    this.alphaInterval = alphaInterval;
    this.factor = factor;
  }

  @Override
  public void add(double value) {
    waited++;
    if (value > 0) {
      boolean first = Double.isNaN(size);
      size = first ? value : alphaSize * value + (1 - alphaSize) * size;
      interval = first ? waited : alphaInterval * waited + (1 - alphaInterval) * interval;
      waited = 0;
    }
  }

  @Override
  public double forecast() {
    return Double.isNaN(size) ? 0 : factor * (size / interval);
  }

  @Override
  public CrostonRate copy() {
    CrostonRate copy = new CrostonRate(alphaSize, alphaInterval, factor);
    copy.size = size;
    copy.interval = interval;
    copy.waited = waited;
    return copy;
  }
}
