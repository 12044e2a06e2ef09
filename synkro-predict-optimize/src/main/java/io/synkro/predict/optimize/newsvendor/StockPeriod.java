package io.synkro.predict.optimize.newsvendor;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;

/**
 * One of several periods.
 *
 * @param demand demand of the period, independent of that of the others
 * @param costs costs of the period
 * @param discount what money of the next period is worth in this one, γ, above 0 and at most 1
 */
public record StockPeriod(DemandDistribution demand, PeriodCosts costs, double discount) {
  /** {@inheritDoc} */
  public StockPeriod {
    Require.that(
        discount > 0 && discount <= 1, "discount", discount, "must be above 0 and at most 1", "");
  }

  /** Returns g(y), the expected cost of a stock at the end of the period. */
  double mismatch(double stock) {
    return new Newsvendor(costs.mismatch(), demand).cost(stock);
  }
}
