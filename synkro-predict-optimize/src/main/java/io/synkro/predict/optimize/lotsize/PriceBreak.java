package io.synkro.predict.optimize.lotsize;

import io.synkro.predict.internal.Require;

/**
 * A price that holds from some quantity on.
 *
 * @param from least quantity of the price, units, zero or more
 * @param unitCost price of a unit, positive
 */
public record PriceBreak(double from, double unitCost) {
  /** {@inheritDoc} */
  public PriceBreak {
    Require.nonNegative("from", from, "");
    Require.positive("unitCost", unitCost, "");
  }
}
