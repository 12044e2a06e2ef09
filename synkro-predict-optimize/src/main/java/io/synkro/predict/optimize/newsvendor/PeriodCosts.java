package io.synkro.predict.optimize.newsvendor;

import io.synkro.predict.internal.Require;

/**
 * Costs of one of several periods.
 *
 * @param fixed cost of placing an order, K, zero or more
 * @param purchase price of a unit, c, zero or more
 * @param mismatch costs of units left and short at the end of the period; holding positive
 */
public record PeriodCosts(double fixed, double purchase, MismatchCosts mismatch) {
  /** {@inheritDoc} */
  public PeriodCosts {
    Require.nonNegative("fixed cost", fixed, "");
    Require.nonNegative("purchase price", purchase, "");
    Require.positive("holding cost", mismatch.holding(), "without it endless stock is best");
  }
}
