package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.newsvendor.Newsvendor;

/**
 * The continuous-review policy (r, Q) of an item with backorders: what it costs and which is
 * cheapest, exactly. With g(y) for the expected cost of an inventory position y, the policy costs
 * (Kλ + ∫ g(y) dy) / Q over the positions from r to r + Q, or the sum over r + 1, ..., r + Q if
 * demand is in whole units; reorder points and quantities are whole then too. Source: Zheng (1992),
 * "On properties of stochastic inventory systems", Management Science 38, <a
 * href="https://doi.org/10.1287/mnsc.38.1.87">doi:10.1287/mnsc.38.1.87</a>; Snyder &amp; Shen
 * (2019), sections 5.2 and 5.4.
 *
 * @param costs cost K of an order, h of holding and p of backorders
 * @param demandRate mean demand λ in units per unit of time, zero or more
 * @param leadTimeDemand demand during the lead time
 */
public record ContinuousReview(
    StockCosts costs, double demandRate, DemandDistribution leadTimeDemand) {
  /** {@inheritDoc} */
  public ContinuousReview {
    Require.nonNegative("demandRate", demandRate, "");
  }

  /**
   * Returns the expected cost of a policy, by the second-order loss functions. Source: Snyder &amp;
   * Shen (2019), equations 5.7 and 5.48; Zipkin (2000), Foundations of Inventory Management,
   * chapter 6.
   *
   * @param reorderPoint units
   * @param quantity units of each order, positive
   * @return cost per unit of time, without the price of the goods
   */
  public double costOf(double reorderPoint, double quantity) {
    LeastLevel.requireWhole("reorderPoint", reorderPoint, leadTimeDemand);
    Require.positive("quantity", quantity, "");
    LeastLevel.requireWhole("quantity", quantity, leadTimeDemand);
    return cost(reorderPoint, reorderPoint + quantity, quantity);
  }

  /**
   * Returns the best reorder point for a quantity: that at which stock is short for the share h /
   * (h + p) of the time. Source: Snyder &amp; Shen (2019), equation 5.9, g(r) = g(r + Q), with g
   * written in loss functions.
   *
   * @param quantity units of each order, positive
   * @return the reorder point, units, may be negative
   */
  public double reorderPointFor(double quantity) {
    double covered =
        new ReorderService(leadTimeDemand).reorderPointForShortage(costs.shortageRatio(), quantity);
    return leadTimeDemand.isDiscrete() ? covered - 1 : covered;
  }

  /**
   * Returns the cheapest policy. Its positions are exactly those that cost less by themselves than
   * the policy does on average, so a policy is bettered by taking the positions below its average,
   * until it is the best. This is Newton's method on a convex function: it ends after a few steps
   * however large the quantity is, and for whole units it ends at the policy that Federgruen &amp;
   * Zheng find position by position. Source: Zheng (1992); Federgruen &amp; Zheng (1992), "An
   * efficient algorithm for computing an optimal (r, Q) policy in continuous review stochastic
   * inventory systems", Operations Research 40, <a
   * href="https://doi.org/10.1287/opre.40.4.808">doi:10.1287/opre.40.4.808</a>.
   *
   * @return the cheapest policy; the smallest quantity among equals
   * @throws io.synkro.predict.InvalidInputException if demand is not in whole units and orders cost
   *     nothing, so that they would be endlessly small
   */
  public ReorderPlan optimum() {
    double perQuantity = costs.fixed() * demandRate;
    Require.that(
        leadTimeDemand.isDiscrete() || perQuantity > 0,
        "fixed cost times demand rate",
        perQuantity,
        "must be positive",
        "use a base-stock policy where orders cost nothing");
    Newsvendor positions = costs.newsvendor(leadTimeDemand);
    double bottom = positions.optimalStock();
    double withoutVariation = Math.sqrt(2 * perQuantity * costs.stockout() * costs.shortageRatio());
    ReorderPlan plan = below(positions.cost(bottom) + withoutVariation, bottom);
    ReorderPlan next = below(plan.cost(), bottom);
    while (next.cost() < plan.cost()) {
      plan = next;
      next = below(plan.cost(), bottom);
    }
    return next; // costs as much, and its ends have more digits
  }

  /** The policy of the positions that cost less than a limit, at least the best position. */
  private ReorderPlan below(double limit, double bottom) {
    Newsvendor positions = costs.newsvendor(leadTimeDemand);
    boolean whole = leadTimeDemand.isDiscrete();
    double mean = leadTimeDemand.mean();
    double left = Math.min(bottom, mean - limit / costs.stockout()); // g(y) >= p (mean - y)
    double right = Math.max(bottom, mean + limit / costs.holding()); // g(y) >= h (y - mean)
    double from =
        LeastLevel.between(
            whole ? Math.floor(left) - 1 : left, bottom, whole, y -> positions.cost(y) < limit);
    double until =
        LeastLevel.between(
            bottom, whole ? Math.ceil(right) + 1 : right, whole, y -> positions.cost(y) >= limit);
    double reorder = whole ? from - 1 : from;
    double quantity = until - from;
    return new ReorderPlan(reorder, quantity, cost(reorder, reorder + quantity, quantity));
  }

  private double cost(double low, double high, double quantity) {
    DemandDistribution demand = leadTimeDemand;
    double held = demand.complementarySecondLoss(high) - demand.complementarySecondLoss(low);
    double waited = demand.secondLoss(low) - demand.secondLoss(high);
    double ordered = costs.fixed() * demandRate;
    return (ordered + costs.holding() * Math.max(0, held) + costs.stockout() * Math.max(0, waited))
        / quantity;
  }
}
