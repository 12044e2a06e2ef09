package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.Inputs;
import java.util.Arrays;
import java.util.Map;

/** One value for all steps. */
final class MeanFit implements UnivariateFit {
  private final double mean;
  private final int length;

  /**
   * Fits the method.
   *
   * @param values at least one
   */
  MeanFit(double[] values) {
    this.mean = WindowAverage.mean(values);
    this.length = values.length;
  }

  @Override
  public String text() {
    return "Mean";
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("mean", mean);
  }

  @Override
  public double[] fitted() {
    return forecast(length);
  }

  @Override
  public double[] forecast(int steps) {
    double[] forecast = new double[Inputs.requireSteps(steps)];
    Arrays.fill(forecast, mean);
    return forecast;
  }

  @Override
  public UnivariateFit after(double... newer) {
    Inputs.requireNewer(newer);
    return this;
  }
}
