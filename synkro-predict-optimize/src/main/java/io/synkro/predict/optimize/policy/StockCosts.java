package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.newsvendor.MismatchCosts;
import io.synkro.predict.optimize.newsvendor.Newsvendor;

/**
 * What the stock of an item costs when shortages are backordered.
 *
 * @param fixed cost of an order whatever its size, zero or more
 * @param holding cost of one unit in stock for one unit of time, positive
 * @param stockout cost of one unit backordered for one unit of time, positive
 */
public record StockCosts(double fixed, double holding, double stockout) {
  /** {@inheritDoc} */
  public StockCosts {
    Require.nonNegative("fixed", fixed, "");
    Require.positive("holding", holding, "");
    Require.positive("stockout", stockout, "");
  }

  /**
   * Returns what an inventory position costs and which is best, without the fixed cost. With the
   * demand of the lead time and a review period that is the base-stock policy (R, S), with the
   * demand of the lead time (S − 1, S).
   *
   * @param demand demand until what is ordered at the position has arrived and been sold from
   * @return the newsvendor problem, with the position as its stock
   */
  public Newsvendor newsvendor(DemandDistribution demand) {
    return new Newsvendor(new MismatchCosts(holding, stockout), demand);
  }

  /** The share of time a best position is short, h / (h + p), with its digits when it is small. */
  double shortageRatio() {
    return holding / (holding + stockout);
  }
}
