package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;

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
   * Returns the critical ratio p / (h + p), the best probability of having no shortage.
   *
   * @return from 0 to 1
   */
  public double criticalRatio() {
    return stockout / (holding + stockout);
  }

  /**
   * Returns what the critical ratio leaves, h / (h + p), with its digits when it is small.
   *
   * @return from 0 to 1
   */
  public double shortageRatio() {
    return holding / (holding + stockout);
  }

  /**
   * Returns the expected cost of stock and shortage h n̄(y) + p n(y) that a level y leads to. It is
   * convex, with its lowest point at the quantile of the critical ratio. Source: Snyder &amp; Shen
   * (2019), equation 4.6.
   *
   * @param level inventory position y, units
   * @param demand demand over the time until what is ordered now arrives
   * @return cost per unit of time, zero or more
   */
  public double expected(double level, DemandDistribution demand) {
    return holding * demand.complementaryLoss(level) + stockout * demand.loss(level);
  }
}
