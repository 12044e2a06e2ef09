package io.synkro.predict.optimize.lotsize;

import io.synkro.predict.internal.Require;

/**
 * A quantity to order each time and what it costs.
 *
 * @param quantity units, zero or more; zero if orders may be as small as one likes
 * @param cost cost per unit of time, zero or more
 */
public record LotSize(double quantity, double cost) {
  /** {@inheritDoc} */
  public LotSize {
    Require.nonNegative("quantity", quantity, "");
    Require.nonNegative("cost", cost, "");
  }
}
