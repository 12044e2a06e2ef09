package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.Inputs;

/**
 * Forecasts the value of the same step of the season before; the last value if the series does not
 * cover two seasons. Source: Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and
 * Practice, section 5.2.
 */
public record SeasonalNaive() implements UnivariateMethod {
  @Override
  public String name() {
    return "Seasonal naive";
  }

  @Override
  public UnivariateFit fit(double[] values, int season) {
    Inputs.require(values, season);
    return season > 1 && values.length / 2 >= season
        ? new SeasonalNaiveFit("Seasonal naive", values, season)
        : new SeasonalNaiveFit("Naive", values, 1);
  }
}
