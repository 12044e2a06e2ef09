package io.synkro.predict.optimize.newsvendor;

import io.synkro.predict.optimize.distribution.DemandDistribution;

/**
 * The newsvendor problem: how much to have for the demand of one period. It also gives the
 * order-up-to level of periodic review with backorders, if {@code demand} is that over lead time
 * and review. Source: Snyder &amp; Shen (2019), Fundamentals of Supply Chain Theory, 2nd edition,
 * chapter 4.
 *
 * @param costs costs of units left and short
 * @param demand demand of the period
 */
public record Newsvendor(MismatchCosts costs, DemandDistribution demand) {

  /**
   * Returns the best stock: the least that demand does not exceed with the probability of the
   * critical ratio. Source: the same, equation 4.27.
   *
   * @return units; whole for a discrete demand
   * @throws io.synkro.predict.InvalidInputException if either cost is zero
   */
  public double optimalStock() {
    return demand.quantile(costs.criticalRatio());
  }

  /**
   * Returns the expected cost of a stock, h n̄(S) + p n(S). Source: the same, equation 4.6.
   *
   * @param stock units at the start of the period, finite
   * @return cost of the period, zero or more
   */
  public double cost(double stock) {
    return costs.holding() * demand.complementaryLoss(stock)
        + costs.stockout() * demand.loss(stock);
  }

  /**
   * Returns the expected cost of the best stock.
   *
   * @return cost of the period, zero or more
   */
  public double optimalCost() {
    return cost(optimalStock());
  }
}
