package io.synkro.predict.optimize.problem;

import io.synkro.predict.internal.Require;

/**
 * From how many packs on all units of an order are cheaper.
 *
 * @param packs least number of packs, at least 2
 * @param unitCost price of each unit of the order, zero or more
 */
public record PriceBreak(int packs, double unitCost) {
  /** {@inheritDoc} */
  public PriceBreak {
    Require.atLeast(
        "packs of a price break", packs, 2, "the price of one pack is that of the option itself");
    Require.nonNegative("unitCost from %d packs on".formatted(packs), unitCost, "");
  }
}
