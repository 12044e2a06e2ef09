package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.Inputs;
import java.util.Map;

/** The last value and the change of a step. */
final class DriftFit implements UnivariateFit {
  private final double drift;
  private final double last;
  private final double[] fitted;

  /**
   * Fits the method.
   *
   * @param values at least two
   */
  DriftFit(double[] values) {
    int n = values.length;
    this.drift = (values[n - 1] - values[0]) / (n - 1);
    this.last = values[n - 1];
    this.fitted = new double[n];
    fitted[0] = Double.NaN;
    for (int t = 1; t < n; t++) {
      fitted[t] = values[t - 1] + drift;
    }
  }

  private DriftFit(DriftFit before, double last) {
    this.drift = before.drift;
    this.fitted = before.fitted;
    this.last = last;
  }

  @Override
  public String text() {
    return "Random walk with drift";
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("drift", drift);
  }

  @Override
  public double[] fitted() {
    return fitted.clone();
  }

  @Override
  public double[] forecast(int steps) {
    double[] forecast = new double[Inputs.requireSteps(steps)];
    for (int h = 0; h < steps; h++) {
      forecast[h] = last + (h + 1) * drift;
    }
    return forecast;
  }

  @Override
  public UnivariateFit after(double... newer) {
    Inputs.requireNewer(newer);
    double level = last;
    for (double value : newer) {
      level = Double.isNaN(value) ? level + drift : value;
    }
    return new DriftFit(this, level);
  }
}
