package io.synkro.predict.optimize.newsvendor;

import io.synkro.predict.internal.Require;

/**
 * What a unit is bought and sold for.
 *
 * @param revenue price of a unit sold, above {@code purchase}
 * @param purchase price of a unit bought, zero or more
 * @param salvage price of a unit that is left, below {@code purchase}; negative if it must be
 *     disposed of
 */
public record UnitPrices(double revenue, double purchase, double salvage) {
  /** {@inheritDoc} */
  public UnitPrices {
    Require.nonNegative("purchase price", purchase, "");
    Require.that(
        revenue > purchase && Double.isFinite(revenue),
        "revenue",
        revenue,
        "must be above the purchase price, " + purchase,
        "do not offer what is sold at a loss");
    Require.that(
        salvage < purchase && Double.isFinite(salvage),
        "salvage price",
        salvage,
        "must be below the purchase price, " + purchase,
        "otherwise endless stock is best");
  }
}
