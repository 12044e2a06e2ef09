package io.synkro.predict.optimize.conflict;

/**
 * Why no plan exists: at these prices the least use of all lines costs more than all that there is,
 * or one line cannot be served even if all is there for it alone. Immutable after it is made.
 */
final class Proof {
  /** By row, price of a unit. */
  final double[] prices;

  /** By line of the situation, the price of its least use; infinite if it cannot be served. */
  final double[] values;

  /** By how much the use costs more than what there is; infinite if a line cannot be served. */
  final double margin;

  Proof(double[] prices, double[] values, double margin) {
    this.prices = prices;
    this.values = values;
    this.margin = margin;
  }

  /** Returns the price of what a direction adds to the rows. */
  double price(double[] direction) {
    double sum = 0;
    for (int r = 0; r < prices.length; r++) {
      sum += direction[r] > 0 ? prices[r] * direction[r] : 0;
    }
    return sum;
  }
}
