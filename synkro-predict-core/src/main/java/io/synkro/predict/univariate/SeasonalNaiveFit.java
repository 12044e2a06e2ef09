package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.Inputs;
import java.util.Arrays;
import java.util.Map;

/** Repeats the last season, which is the last value for a season of one step. */
final class SeasonalNaiveFit implements UnivariateFit {
  private final String text;
  private final double[] fitted;

  /** The last season, the oldest step first. */
  private final double[] last;

  /**
   * Fits the method.
   *
   * @param text what it is called
   * @param values at least a season of them
   * @param season steps of a season
   */
  SeasonalNaiveFit(String text, double[] values, int season) {
    this.text = text;
    this.fitted = new double[values.length];
    Arrays.fill(fitted, 0, season, Double.NaN);
    System.arraycopy(values, 0, fitted, season, values.length - season);
    this.last = Arrays.copyOfRange(values, values.length - season, values.length);
  }

  private SeasonalNaiveFit(SeasonalNaiveFit before, double[] last) {
    this.text = before.text;
    this.fitted = before.fitted;
    this.last = last;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of();
  }

  @Override
  public double[] fitted() {
    return fitted.clone();
  }

  @Override
  public double[] forecast(int steps) {
    double[] forecast = new double[Inputs.requireSteps(steps)];
    for (int h = 0; h < steps; h++) {
      forecast[h] = last[h % last.length];
    }
    return forecast;
  }

  @Override
  public UnivariateFit after(double... newer) {
    Inputs.requireNewer(newer);
    int season = last.length;
    double[] repeated = last.clone(); // at the place of the step within the season
    for (int t = 0; t < newer.length; t++) {
      repeated[t % season] = Double.isNaN(newer[t]) ? repeated[t % season] : newer[t];
    }
    double[] moved = new double[season];
    for (int s = 0; s < season; s++) {
      moved[s] = repeated[(newer.length % season + s) % season];
    }
    return new SeasonalNaiveFit(this, moved);
  }
}
