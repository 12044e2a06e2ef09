package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;

/**
 * The periodic-review policy (s, S) of an item with backorders and demand in whole units: what it
 * costs and which is cheapest, exactly. An order placed at a review counts from the period whose
 * end it is the first to serve, whose stock or shortage is paid for then. Source: Zheng &amp;
 * Federgruen (1991), "Finding optimal (s, S) policies is about as simple as evaluating a single
 * policy", Operations Research 39, <a
 * href="https://doi.org/10.1287/opre.39.4.654">doi:10.1287/opre.39.4.654</a>; Snyder &amp; Shen
 * (2019), section 4.4.
 *
 * @param costs cost K of an order, h of a unit in stock and p of a unit backordered at the end of a
 *     period
 * @param periodDemand demand of one review period, in whole units, positive on average
 * @param protectionDemand demand from a review to the end of the period that its order is the first
 *     to serve: that of the lead time and one period, in whole units
 */
public record PeriodicReview(
    StockCosts costs, DemandDistribution periodDemand, DemandDistribution protectionDemand) {
  /** {@inheritDoc} */
  public PeriodicReview {
    Require.positive("mean of the period demand", periodDemand.mean(), "");
    Require.that(
        periodDemand.isDiscrete() && protectionDemand.isDiscrete(),
        "demand",
        periodDemand.isDiscrete() ? protectionDemand : periodDemand,
        "must be in whole units",
        "use PowerApproximation");
  }

  /**
   * Creates the policy's model for orders that arrive at once.
   *
   * @param costs cost of an order, of a unit in stock and of a unit backordered
   * @param periodDemand demand of one review period, in whole units, positive on average
   * @return the model
   */
  public static PeriodicReview withoutLeadTime(StockCosts costs, DemandDistribution periodDemand) {
    return new PeriodicReview(costs, periodDemand, periodDemand);
  }

  /**
   * Returns the expected cost of a policy, (K + Σ m(j) G(S − j)) / M(S − s) over j from 0 to S − s
   * − 1, with G for the expected cost of a period by its inventory position. Source: Zheng &amp;
   * Federgruen (1991).
   *
   * @param reorderPoint s, whole units
   * @param orderUpTo S, whole units above s, by at most 32,768
   * @return cost per period, without the price of the goods
   */
  public double costOf(double reorderPoint, double orderUpTo) {
    LeastLevel.requireWhole("reorderPoint", reorderPoint, periodDemand);
    LeastLevel.requireWhole("orderUpTo", orderUpTo, periodDemand);
    Require.that(
        orderUpTo > reorderPoint,
        "orderUpTo",
        orderUpTo,
        "must be above the reorder point " + reorderPoint,
        "");
    double units = Math.min(orderUpTo - reorderPoint, Integer.MAX_VALUE);
    return new LevelSearch(this, orderUpTo).cost(-(int) units, 0);
  }

  /**
   * Returns the cheapest policy.
   *
   * @return the cheapest policy; the least levels among equals
   * @throws io.synkro.predict.InvalidInputException if order-up-to level and reorder point are more
   *     than 32,768 units apart
   */
  public OrderUpToPlan optimum() {
    return new LevelSearch(this, costs.newsvendor(protectionDemand).optimalStock()).optimum();
  }
}
