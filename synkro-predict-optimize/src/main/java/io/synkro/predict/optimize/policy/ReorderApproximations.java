package io.synkro.predict.optimize.policy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.lotsize.EconomicOrderQuantity;
import io.synkro.predict.optimize.lotsize.PlannedBackorders;

/**
 * The classical approximations of the best continuous-review policy, for demand that is not in
 * whole units. {@link ContinuousReview#optimum} is exact and as fast; these are for comparison and
 * for textbooks. Source: Snyder &amp; Shen (2019), section 5.3.
 *
 * @param model the item, whose orders cost something and whose demand is positive and continuous
 */
public record ReorderApproximations(ContinuousReview model) {
  private static final int MOST_STEPS = 100_000;
  private static final double SETTLED = 1e-15;

  /** {@inheritDoc} */
  public ReorderApproximations {
    Require.positive("fixed cost", model.costs().fixed(), "");
    Require.positive("demandRate", model.demandRate(), "");
    Require.that(
        !model.leadTimeDemand().isDiscrete(),
        "leadTimeDemand",
        model.leadTimeDemand(),
        "must not be in whole units",
        "use ContinuousReview.optimum(), which is exact");
  }

  /**
   * Returns the economic order quantity with backorders and the best reorder point for it (EOQB).
   * Source: Zheng (1992); Snyder &amp; Shen (2019), section 5.3.2.
   *
   * @return the policy with its exact cost, at most an eighth above the least
   */
  public ReorderPlan eoqWithBackorders() {
    double quantity =
        new PlannedBackorders(economic(), model.costs().stockout()).optimum().quantity();
    return exactly(model.reorderPointFor(quantity), quantity);
  }

  /**
   * Returns the economic order quantity with the newsvendor's level as reorder point (EOQ+SS).
   * Source: Snyder &amp; Shen (2019), section 5.3.3.
   *
   * @return the policy with its exact cost
   */
  public ReorderPlan eoqWithSafetyStock() {
    return exactly(newsvendorStock(), economic().optimum().quantity());
  }

  /**
   * Returns the policy that is best if no order still leaves backorders, so that n(r + Q) counts as
   * zero: n(r) = hQ / (h + p) and hQ² / 2 = Kλ + (h + p) n₂(r). Put together they fall as r rises
   * to the newsvendor's level and have one solution below it. Source: Hadley &amp; Whitin (1963),
   * chapter 4; Snyder &amp; Shen (2019), section 5.3.4, equations 5.28 and 5.29.
   *
   * @return the policy with its exact cost
   */
  public ReorderPlan lossFunction() {
    DemandDistribution demand = model.leadTimeDemand();
    double shortage = model.costs().shortageRatio();
    double ordered =
        model.costs().fixed()
            * model.demandRate()
            / (model.costs().holding() + model.costs().stockout());
    // with n(r) >= mean - r and n2(r) <= ((mean - r)^2 + sd^2) / 2 the solution is not below this
    double distance =
        Math.sqrt((demand.sd() * demand.sd() + 2 * ordered) * shortage / (1 - shortage));
    double reorderPoint =
        LeastLevel.between(
            demand.mean() - distance,
            newsvendorStock(),
            false,
            r -> {
              double loss = demand.loss(r);
              return loss * loss / (2 * shortage) - demand.secondLoss(r) <= ordered;
            });
    return exactly(reorderPoint, demand.loss(reorderPoint) / shortage);
  }

  /**
   * Returns the policy of the expected-inventory-level approximation (EIL). It takes the stock-out
   * cost p of {@link StockCosts} <em>per unit short, however long</em>, and the mean stock as r −
   * mean demand of the lead time + Q / 2: F(r) = 1 − Qh / (pλ) and Q = √(2λ(K + p n(r)) / h), from
   * the economic order quantity upwards until both agree. Source: Whitin (1953), The Theory of
   * Inventory Management; Snyder &amp; Shen (2019), section 5.3.1, algorithm 5.1.
   *
   * @return the policy with the cost of the approximation, equation 5.16
   * @throws InvalidInputException if running out is so cheap that the two do not agree anywhere
   */
  public ReorderPlan expectedInventoryLevel() {
    double holding = model.costs().holding();
    double stockout = model.costs().stockout();
    double rate = model.demandRate();
    DemandDistribution demand = model.leadTimeDemand();
    double quantity = economic().optimum().quantity();
    for (int i = 0; i < MOST_STEPS; i++) {
      double reorderPoint = quantileBeyond(quantity * holding / (stockout * rate));
      double perOrder = model.costs().fixed() + stockout * demand.loss(reorderPoint);
      double next = Math.sqrt(2 * rate * perOrder / holding);
      if (next <= quantity * (1 + SETTLED)) {
        double held = holding * (reorderPoint - demand.mean() + quantity / 2);
        return new ReorderPlan(reorderPoint, quantity, held + perOrder * rate / quantity);
      }
      quantity = next;
    }
    throw tooCheap();
  }

  private double quantileBeyond(double probability) {
    if (probability >= 1) {
      throw tooCheap();
    }
    return model.leadTimeDemand().quantile(1 - probability);
  }

  private InvalidInputException tooCheap() {
    return new InvalidInputException(
        "stockout",
        Double.toString(model.costs().stockout()),
        "is too small a cost per unit short for this approximation",
        "use ContinuousReview.optimum() with a cost per unit short and unit of time");
  }

  private double newsvendorStock() {
    return model.costs().newsvendor(model.leadTimeDemand()).optimalStock();
  }

  private EconomicOrderQuantity economic() {
    return new EconomicOrderQuantity(
        model.costs().fixed(), model.costs().holding(), model.demandRate());
  }

  private ReorderPlan exactly(double reorderPoint, double quantity) {
    return new ReorderPlan(reorderPoint, quantity, model.costOf(reorderPoint, quantity));
  }
}
