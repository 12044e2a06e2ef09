package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.NormalDemand;

/**
 * A policy (s, S) by the revised power approximation, a formula fitted to many exact optima. It
 * needs only means and standard deviations and costs nothing to compute, where {@link
 * PeriodicReview#optimum} is exact. Levels are not rounded. Source: Ehrhardt &amp; Mosier (1984),
 * "A revision of the power approximation for computing (s, S) policies", Management Science 30, <a
 * href="https://doi.org/10.1287/mnsc.30.5.618">doi:10.1287/mnsc.30.5.618</a>; Snyder &amp; Shen
 * (2019), equations 4.77 to 4.80.
 *
 * @param reorderPoint s, units, may be negative
 * @param orderUpTo S, units, not below s
 */
public record PowerApproximation(double reorderPoint, double orderUpTo) {
  /** Orders of fewer periods than this are where the newsvendor's level limits the policy. */
  private static final double FEW_PERIODS = 1.5;

  /** {@inheritDoc} */
  public PowerApproximation {
    Require.that(Double.isFinite(reorderPoint), "reorderPoint", reorderPoint, "must be finite", "");
    Require.that(
        orderUpTo >= reorderPoint && Double.isFinite(orderUpTo),
        "orderUpTo",
        orderUpTo,
        "must be finite and not below the reorder point " + reorderPoint,
        "");
  }

  /**
   * Computes the formula as textbooks give it.
   *
   * @param costs cost of an order, which must be positive, and of a unit in stock and backordered
   *     at the end of a period
   * @param periodDemand demand of one review period, positive on average
   * @param protectionDemand demand of the lead time and one period; its standard deviation must be
   *     positive
   * @return the policy
   */
  public static PowerApproximation of(
      StockCosts costs, DemandDistribution periodDemand, DemandDistribution protectionDemand) {
    double mean = Require.positive("mean of the period demand", periodDemand.mean(), "");
    double sd = Require.positive("sd of the protection demand", protectionDemand.sd(), "");
    double fixed = Require.positive("fixed cost", costs.fixed(), "order up to a level instead");
    double quantity =
        1.30
            * Math.pow(mean, 0.494)
            * Math.pow(fixed / costs.holding(), 0.506)
            * Math.pow(1 + sd / mean * (sd / mean), 0.116);
    double z = Math.sqrt(quantity / sd * (costs.holding() / costs.stockout()));
    double reorder = 0.973 * protectionDemand.mean() + sd * (0.183 / z + 1.063 - 2.192 * z);
    return new PowerApproximation(reorder, reorder + quantity);
  }

  /**
   * Computes the formula with the authors' rule for small orders: where an order is for less than
   * 1.5 periods, neither level is above the newsvendor's of a normal demand.
   *
   * @param costs cost of an order, which must be positive, and of a unit in stock and backordered
   *     at the end of a period
   * @param periodDemand demand of one review period, positive on average
   * @param protectionDemand demand of the lead time and one period; its standard deviation must be
   *     positive
   * @return the policy
   */
  public static PowerApproximation limited(
      StockCosts costs, DemandDistribution periodDemand, DemandDistribution protectionDemand) {
    PowerApproximation plain = of(costs, periodDemand, protectionDemand);
    if (plain.orderUpTo - plain.reorderPoint > FEW_PERIODS * periodDemand.mean()) {
      return plain;
    }
    double most =
        costs
            .newsvendor(new NormalDemand(protectionDemand.mean(), protectionDemand.sd()))
            .optimalStock();
    return new PowerApproximation(
        Math.min(plain.reorderPoint, most), Math.min(plain.orderUpTo, most));
  }
}
