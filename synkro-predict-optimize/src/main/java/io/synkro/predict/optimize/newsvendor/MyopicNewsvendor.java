package io.synkro.predict.optimize.newsvendor;

import io.synkro.predict.internal.Require;

/**
 * The newsvendor problem of one period of many, looking no further than to the price of the next:
 * what is left then saves buying it. Its best stock is optimal in every period if it never falls
 * from one to the next, and bounds the optimal one otherwise. Source: Veinott (1966), On the
 * Optimality of (s, S) Inventory Policies, SIAM Journal on Applied Mathematics 14; Zipkin (2000),
 * Foundations of Inventory Management.
 *
 * @param period costs and demand of the period
 * @param purchase price c of a unit now, zero or more
 * @param nextPurchase price c⁺ of a unit in the next period, zero or more
 * @param discount what money of the next period is worth now, γ, above 0 and at most 1
 */
public record MyopicNewsvendor(
    Newsvendor period, double purchase, double nextPurchase, double discount) {
  /** {@inheritDoc} */
  public MyopicNewsvendor {
    Require.nonNegative("purchase price", purchase, "");
    Require.nonNegative("next purchase price", nextPurchase, "");
    Require.that(
        discount > 0 && discount <= 1, "discount", discount, "must be above 0 and at most 1", "");
  }

  /**
   * Returns the best stock, F⁻¹((p − c + γ c⁺) / (p + h)).
   *
   * @return units; whole for a discrete demand
   * @throws io.synkro.predict.InvalidInputException if c − γ c⁺ is not between −h and p: buying
   *     without end, or never, would be best
   */
  public double optimalStock() {
    MismatchCosts costs = period.costs();
    double saved = purchase - discount * nextPurchase;
    Require.between(
        "purchase price less the discounted next one",
        saved,
        -costs.holding(),
        costs.stockout(),
        "compare the prices with holding and stockout cost");
    return period
        .demand()
        .quantile((costs.stockout() - saved) / (costs.stockout() + costs.holding()));
  }

  /**
   * Returns the expected cost of a stock, c y + g(y) − γ c⁺ (y − μ), where g is the cost of the
   * newsvendor problem.
   *
   * @param stock units y at the start of the period, finite
   * @return cost
   */
  public double cost(double stock) {
    return purchase * stock
        + period.cost(stock)
        - discount * nextPurchase * (stock - period.demand().mean());
  }

  /**
   * Returns the expected cost of the best stock.
   *
   * @return cost
   */
  public double optimalCost() {
    return cost(optimalStock());
  }
}
