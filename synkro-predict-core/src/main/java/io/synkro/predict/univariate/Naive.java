package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.Inputs;

/**
 * Forecasts the last value. Source: Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles
 * and Practice, section 5.2.
 */
public record Naive() implements UnivariateMethod {
  @Override
  public String name() {
    return "Naive";
  }

  @Override
  public UnivariateFit fit(double[] values, int season) {
    Inputs.require(values, season);
    return new SeasonalNaiveFit("Naive", values, 1);
  }
}
