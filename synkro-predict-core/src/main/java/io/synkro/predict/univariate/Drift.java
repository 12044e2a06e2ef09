package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.Inputs;

/**
 * Random walk with drift: goes on from the last value by the mean change of a step, which is the
 * line through the first and the last value; the last value itself if there is only one. Source:
 * Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and Practice, section 5.2.
 */
public record Drift() implements UnivariateMethod {
  @Override
  public String name() {
    return "Random walk with drift";
  }

  @Override
  public UnivariateFit fit(double[] values, int season) {
    Inputs.require(values, season);
    return values.length < 2 ? new SeasonalNaiveFit("Naive", values, 1) : new DriftFit(values);
  }
}
