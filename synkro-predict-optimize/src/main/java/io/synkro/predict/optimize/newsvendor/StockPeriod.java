package io.synkro.predict.optimize.newsvendor;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;

/**
 * One of several periods.
 *
 * @param demand demand of the period, independent of that of the others
 * @param costs cost of an order, and of units left and short at the end of the period
 * @param purchase price c of a unit, zero or more
 * @param discount what money of the next period is worth in this one, γ, above 0 and at most 1
 */
public record StockPeriod(
    DemandDistribution demand, StockCosts costs, double purchase, double discount) {
  /** {@inheritDoc} */
  public StockPeriod {
    Require.nonNegative("purchase price", purchase, "");
    Require.that(
        discount > 0 && discount <= 1, "discount", discount, "must be above 0 and at most 1", "");
  }
}
