package io.synkro.predict.univariate;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.Map;

/**
 * One value for all steps: what is left when a series is too short for anything else, or has only
 * ever had that value.
 */
final class ConstantFit implements UnivariateFit {
  private final String text;
  private final double value;
  private final int length;

  /**
   * Fits a constant.
   *
   * @param text such as {@code mean}
   * @param values at least one
   */
  ConstantFit(String text, double[] values) {
    this.text = text;
    this.length = values.length;
    this.value = values[0] + Arrays.stream(values).map(v -> v - values[0]).sum() / length;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("mean", value);
  }

  @Override
  public double[] fitted() {
    return forecast(length);
  }

  @Override
  public double[] forecast(int steps) {
    double[] forecast = new double[Require.atLeast("steps", steps, 1, "")];
    Arrays.fill(forecast, value);
    return forecast;
  }

  @Override
  public UnivariateFit after(double... newer) {
    return this;
  }
}
