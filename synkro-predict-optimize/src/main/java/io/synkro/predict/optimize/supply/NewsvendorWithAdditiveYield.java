package io.synkro.predict.optimize.supply;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.newsvendor.MismatchCosts;
import io.synkro.predict.optimize.newsvendor.Newsvendor;

/**
 * The newsvendor problem of a known demand d if a stock of S turns out to be S + Y. Then d − S
 * stands against Y as the stock of a newsvendor against demand, with the costs swapped. Source:
 * Snyder &amp; Shen (2019), Fundamentals of Supply Chain Theory, 2nd edition, equations 9.27 and
 * 9.28.
 *
 * @param costs costs of units left and short
 * @param demand demand of the period, units, positive
 * @param yield what is added to the stock, units; may be negative
 */
public record NewsvendorWithAdditiveYield(
    MismatchCosts costs, double demand, DemandDistribution yield) {
  /** {@inheritDoc} */
  public NewsvendorWithAdditiveYield {
    Require.positive("demand", demand, "");
  }

  /**
   * Returns the best base-stock level, d − F⁻¹(h / (h + p)), where F belongs to the yield.
   *
   * @return units
   * @throws io.synkro.predict.InvalidInputException if either cost is zero
   */
  public double optimalStock() {
    return demand - swapped().optimalStock();
  }

  /**
   * Returns the expected cost of a base-stock level, p n̄(d − S) + h n(d − S), where n and n̄ are
   * the losses of the yield.
   *
   * @param stock base-stock level S, units, finite
   * @return cost of the period
   */
  public double cost(double stock) {
    return swapped().cost(demand - stock);
  }

  private Newsvendor swapped() {
    return new Newsvendor(new MismatchCosts(costs.stockout(), costs.holding()), yield);
  }
}
