package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;

/**
 * The base-stock policy of an item with backorders: (R, S) if stock is looked at once a period, (S
 * − 1, S) if each demand is reordered at once. Source: Snyder &amp; Shen (2019), section 4.3;
 * Silver, Pyke &amp; Thomas (2017), section 6.9.
 *
 * @param costs cost of a period's order, of a unit in stock at its end and of a unit backordered
 * @param protectionDemand demand of the lead time and one review period; of the lead time alone if
 *     stock is watched continuously
 */
public record BaseStock(StockCosts costs, DemandDistribution protectionDemand) {

  /**
   * Returns the cheapest order-up-to level, the least that covers demand with the probability p /
   * (h + p). Source: Snyder &amp; Shen (2019), equations 4.17 and 4.30.
   *
   * @return level S, units
   */
  public double orderUpTo() {
    return protectionDemand.quantile(costs.criticalRatio());
  }

  /**
   * Returns the expected cost of a level, K + h n̄(S) + p n(S).
   *
   * @param orderUpTo level S, units
   * @return cost per period, without the price of the goods
   */
  public double costOf(double orderUpTo) {
    Require.that(Double.isFinite(orderUpTo), "orderUpTo", orderUpTo, "must be finite", "");
    return costs.fixed() + costs.expected(orderUpTo, protectionDemand);
  }
}
