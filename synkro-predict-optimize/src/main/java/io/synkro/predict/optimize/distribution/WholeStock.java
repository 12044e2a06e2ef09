package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.Require;

/** A stock in whole units. */
final class WholeStock {
  private WholeStock() {}

  /** Refuses stocks for which the second-order loss of a discrete demand is not defined. */
  static double require(double stock) {
    Require.that(
        stock == Math.rint(stock) || Double.isInfinite(stock),
        "stock",
        stock,
        "must be whole, as the demand is",
        "round it down");
    return stock;
  }
}
