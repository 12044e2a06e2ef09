package io.synkro.predict.optimize.newsvendor;

import io.synkro.predict.optimize.distribution.DemandDistribution;

/**
 * The newsvendor problem with its prices given: how much to buy of what is worth less once the
 * period is over. Source: Snyder &amp; Shen (2019), Fundamentals of Supply Chain Theory, 2nd
 * edition, chapter 4, the explicit formulation.
 *
 * @param prices what a unit is bought and sold for
 * @param costs costs of units left and short beyond the prices, such as storage and lost goodwill
 * @param demand demand of the period
 */
public record ProfitNewsvendor(UnitPrices prices, MismatchCosts costs, DemandDistribution demand) {

  /**
   * Returns the same problem in costs: a unit left costs c − v + h, a unit short r − c + p.
   *
   * @return the problem whose best stock is the same
   */
  public Newsvendor inCosts() {
    return new Newsvendor(
        new MismatchCosts(
            prices.purchase() - prices.salvage() + costs.holding(),
            prices.revenue() - prices.purchase() + costs.stockout()),
        demand);
  }

  /**
   * Returns the best stock.
   *
   * @return units; whole for a discrete demand
   */
  public double optimalStock() {
    return inCosts().optimalStock();
  }

  /**
   * Returns the expected profit of a stock: what selling all demand would earn, less the cost of
   * not knowing it.
   *
   * @param stock units at the start of the period, finite
   * @return profit of the period, negative for a loss
   */
  public double profit(double stock) {
    return (prices.revenue() - prices.purchase()) * demand.mean() - inCosts().cost(stock);
  }

  /**
   * Returns the expected profit of the best stock.
   *
   * @return profit of the period
   */
  public double optimalProfit() {
    return profit(optimalStock());
  }
}
