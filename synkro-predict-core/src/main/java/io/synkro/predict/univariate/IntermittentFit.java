package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.DemandRate;
import io.synkro.predict.univariate.internal.Inputs;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A method for intermittent demand after some values: its forecast is the same for every step. */
final class IntermittentFit implements UnivariateFit {
  private final String text;
  private final Map<String, Double> parameters;
  private final double[] fitted;
  private final DemandRate rate;

  private IntermittentFit(
      String text, Map<String, Double> parameters, double[] fitted, DemandRate rate) {
    this.text = text;
    this.parameters = parameters;
    this.fitted = fitted;
    this.rate = rate;
  }

  /**
   * Goes through a series.
   *
   * @param text what is fitted
   * @param parameters its parameters; their order is kept
   * @param start the method before the first value, not used by others
   * @param values the series
   */
  static IntermittentFit of(
      String text, Map<String, Double> parameters, DemandRate start, double[] values) {
    double[] fitted = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      fitted[t] = t == 0 ? Double.NaN : start.forecast();
      start.add(Math.max(0, values[t]));
    }
    Map<String, Double> kept = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    return new IntermittentFit(text, kept, fitted, start);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Map<String, Double> parameters() {
    return parameters;
  }

  @Override
  public double[] fitted() {
    return fitted.clone();
  }

  @Override
  public double[] forecast(int steps) {
    double[] forecast = new double[Inputs.requireSteps(steps)];
    Arrays.fill(forecast, rate.forecast());
    return forecast;
  }

  @Override
  public UnivariateFit after(double... newer) {
    Inputs.requireNewer(newer);
    DemandRate next = rate.copy();
    for (double value : newer) {
      if (!Double.isNaN(value)) {
        next.add(Math.max(0, value));
      }
    }
    return new IntermittentFit(text, parameters, fitted, next);
  }
}
