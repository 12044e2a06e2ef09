package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.Inputs;
import java.util.Arrays;
import java.util.Map;

/** The series without its seasons where it stood after a value, and the last of each season. */
final class MstlFit implements UnivariateFit {
  private final UnivariateFit rest;
  private final SeasonalDecomposition parts;
  private final double[][] last;
  private final double[] fitted;
  private final int after;

  private MstlFit(MstlFit before, UnivariateFit rest, int after) {
    this.rest = rest;
    this.parts = before.parts;
    this.last = before.last;
    this.fitted = before.fitted;
    this.after = after;
  }

  MstlFit(UnivariateFit rest, SeasonalDecomposition parts) {
    this.rest = rest;
    this.parts = parts;
    this.after = 0;
    fitted = rest.fitted();
    int[] seasons = parts.seasons();
    last = new double[seasons.length][];
    for (int k = 0; k < seasons.length; k++) {
      double[] seasonal = parts.seasonal(seasons[k]);
      last[k] = Arrays.copyOfRange(seasonal, seasonal.length - seasons[k], seasonal.length);
      for (int t = 0; t < fitted.length; t++) {
        fitted[t] += seasonal[t];
      }
    }
  }

  /** Without its season a value can be larger than what methods take. */
  static double[] bounded(double[] adjusted) {
    for (int t = 0; t < adjusted.length; t++) {
      adjusted[t] = Math.max(-Inputs.LARGEST, Math.min(Inputs.LARGEST, adjusted[t]));
    }
    return adjusted;
  }

  @Override
  public String text() {
    return "MSTL(%s), %s".formatted(Arrays.toString(parts.seasons()), rest.text());
  }

  @Override
  public Map<String, Double> parameters() {
    return rest.parameters();
  }

  @Override
  public double[] fitted() {
    return fitted.clone();
  }

  @Override
  public double[] forecast(int steps) {
    double[] forecast = rest.forecast(steps);
    for (int h = 0; h < steps; h++) {
      forecast[h] += season(after + h);
    }
    return forecast;
  }

  private double season(int step) {
    double sum = 0;
    for (double[] one : last) {
      sum += one[step % one.length];
    }
    return sum;
  }

  @Override
  public UnivariateFit after(double... newer) {
    Inputs.requireNewer(newer);
    double[] adjusted = newer.clone();
    for (int k = 0; k < newer.length; k++) {
      adjusted[k] -= season(after + k);
    }
    return new MstlFit(this, rest.after(bounded(adjusted)), after + newer.length);
  }
}
