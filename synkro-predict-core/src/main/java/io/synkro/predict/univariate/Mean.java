package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.Inputs;

/**
 * Forecasts the mean of all values of the fit; newer values do not change it, since it is what was
 * estimated. Source: Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and Practice,
 * section 5.2.
 */
public record Mean() implements UnivariateMethod {
  @Override
  public String name() {
    return "Mean";
  }

  @Override
  public UnivariateFit fit(double[] values, int season) {
    Inputs.require(values, season);
    return new MeanFit(values);
  }
}
