package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.ClassicalSeason;
import io.synkro.predict.univariate.internal.Inputs;
import io.synkro.predict.univariate.internal.ThetaParameters;
import io.synkro.predict.univariate.internal.ThetaRecursion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Theta model where it stood after a value; its recursion is copied before each use. */
final class ThetaFit implements UnivariateFit {
  private final String text;
  private final ThetaParameters parameters;
  private final ClassicalSeason seasonal;
  private final double[] fitted;
  private final ThetaRecursion state;

  private ThetaFit(ThetaFit before, ThetaRecursion state) {
    text = before.text;
    parameters = before.parameters;
    seasonal = before.seasonal;
    fitted = before.fitted;
    this.state = state;
  }

  /** Goes over the values, from which the season was taken off. */
  ThetaFit(String text, ThetaParameters parameters, ClassicalSeason seasonal, double[] adjusted) {
    this.text = text;
    this.parameters = parameters;
    this.seasonal = seasonal;
    fitted = new double[adjusted.length];
    ThetaParameters.Line line = parameters.line();
    double start =
        line == null
            ? Double.NaN // the line of the dynamic models begins at the first value
            : parameters.initialLevel() + parameters.weight() * (line.intercept() + line.slope());
    fitted[0] = seasonal.restore(start, 0);
    state = new ThetaRecursion(parameters, adjusted[0]);
    for (int t = 1; t < adjusted.length; t++) {
      fitted[t] = seasonal.restore(state.next(), t);
      state.observe(adjusted[t]);
    }
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Map<String, Double> parameters() {
    Map<String, Double> map = new LinkedHashMap<>();
    map.put("alpha", parameters.alpha());
    map.put("theta", parameters.theta());
    map.put("initial level", parameters.initialLevel());
    ThetaParameters.Line line = parameters.line();
    if (line != null) {
      map.put("intercept", line.intercept());
      map.put("slope", line.slope());
    }
    return Collections.unmodifiableMap(map);
  }

  @Override
  public double[] fitted() {
    return fitted.clone();
  }

  @Override
  public double[] forecast(int steps) {
    double[] forecast = new double[Inputs.requireSteps(steps)];
    ThetaRecursion ahead = new ThetaRecursion(state);
    for (int h = 0; h < steps; h++) {
      double next = ahead.next();
      forecast[h] = seasonal.restore(next, ahead.steps());
      ahead.observe(next);
    }
    return forecast;
  }

  @Override
  public UnivariateFit after(double... newer) {
    Inputs.requireNewer(newer);
    ThetaRecursion ahead = new ThetaRecursion(state);
    for (double value : newer) {
      ahead.observe(Double.isNaN(value) ? ahead.next() : seasonal.remove(value, ahead.steps()));
    }
    return new ThetaFit(this, ahead);
  }
}
