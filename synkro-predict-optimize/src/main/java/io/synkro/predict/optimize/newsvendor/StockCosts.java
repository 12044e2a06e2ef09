package io.synkro.predict.optimize.newsvendor;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;

/**
 * What the stock of an item costs when orders have a fixed cost and shortages are backordered.
 *
 * @param fixed cost K of an order whatever its size, zero or more
 * @param holding cost h of one unit in stock for one unit of time, positive
 * @param stockout cost p of one unit backordered for one unit of time, positive
 */
public record StockCosts(double fixed, double holding, double stockout) {
  /** {@inheritDoc} */
  public StockCosts {
    Require.nonNegative("fixed cost", fixed, "");
    Require.positive("holding cost", holding, "without it endless stock is best");
    Require.positive("stockout cost", stockout, "without it no stock is best");
  }

  /**
   * Returns the costs without the fixed one.
   *
   * @return costs of units left and short
   */
  public MismatchCosts mismatch() {
    return new MismatchCosts(holding, stockout);
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
    return new Newsvendor(mismatch(), demand);
  }
}
