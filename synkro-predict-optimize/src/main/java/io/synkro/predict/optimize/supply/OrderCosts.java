package io.synkro.predict.optimize.supply;

import io.synkro.predict.internal.Require;

/**
 * Costs of ordering and holding.
 *
 * @param fixed cost of an order, zero or more
 * @param holding cost of holding a unit for a unit of time, positive
 */
public record OrderCosts(double fixed, double holding) {
  /** {@inheritDoc} */
  public OrderCosts {
    Require.nonNegative("fixed cost", fixed, "");
    Require.positive("holding cost", holding, "without it one endless order is best");
  }
}
