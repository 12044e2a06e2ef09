package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;

/**
 * The service of periodic-review policies whose shortages are backordered, from the levels to the
 * service and back: (R, S), which orders up to a level at each review, and (R, s, nQ), which orders
 * as many batches as bring the inventory position above the reorder point. Of demand in whole
 * units, levels and batches are whole, and a target is met by the least level that reaches it. A
 * share of demand is exact: what is backordered just before a delivery arrives, less what still is
 * just after the one before. Source: Hadley &amp; Whitin (1963), Analysis of Inventory Systems,
 * chapter 5; Johnson, Lee, Davis &amp; Hall (1995), "Expressions for item fill rates in periodic
 * inventory systems", Naval Research Logistics 42.
 *
 * @param leadTimeDemand demand during the lead time
 * @param protectionDemand demand during the lead time and a review period after it, with a larger
 *     mean
 */
public record PeriodicService(
    DemandDistribution leadTimeDemand, DemandDistribution protectionDemand) {
  /** {@inheritDoc} */
  public PeriodicService {
    Require.positive(
        "mean demand of a review period", protectionDemand.mean() - leadTimeDemand.mean(), "");
    Require.that(
        leadTimeDemand.isDiscrete() == protectionDemand.isDiscrete(),
        "leadTimeDemand",
        leadTimeDemand,
        "must be in whole units exactly if the protection demand is",
        "");
  }

  /**
   * Returns the share of cycles without a shortage if orders fill up to a level (type 1, P1).
   *
   * @param orderUpTo level S, units
   * @return from 0 to 1
   */
  public double cycleService(double orderUpTo) {
    return protectionDemand.cdf(orderUpTo);
  }

  /**
   * Returns the order-up-to level for a share of cycles without a shortage.
   *
   * @param target above 0 and below 1
   * @return the least sufficient level, units
   */
  public double orderUpToForCycles(double target) {
    return protectionDemand.quantile(ReorderService.requireShare(target));
  }

  /**
   * Returns the share of demand served from the shelf if orders fill up to a level (type 2, P2).
   *
   * @param orderUpTo level S, units
   * @return from 0 to 1
   */
  public double fillRate(double orderUpTo) {
    return share(unitsBackordered(orderUpTo) / reviewDemand());
  }

  /**
   * Returns the order-up-to level for a share of demand served from the shelf.
   *
   * @param target above 0 and below 1
   * @return the least sufficient level, units
   */
  public double orderUpToForFillRate(double target) {
    double allowed = (1 - ReorderService.requireShare(target)) * reviewDemand();
    double high =
        protectionDemand.mean() + LeastLevel.scarfDistance(protectionDemand.sd(), allowed);
    double served = target * reviewDemand();
    double low =
        leadTimeDemand.mean() - Math.max(0, LeastLevel.scarfDistance(leadTimeDemand.sd(), served));
    boolean whole = protectionDemand.isDiscrete();
    return LeastLevel.between(
        whole ? Math.floor(low) - 1 : low,
        whole ? Math.ceil(high) : high,
        whole,
        level -> unitsBackordered(level) <= allowed);
  }

  /**
   * Returns the share of demand served from the shelf if orders are batches. After a review the
   * inventory position is spread evenly over the batch above the reorder point.
   *
   * @param reorderPoint position s at or below which batches are ordered, units
   * @param batch units Q of a batch, positive
   * @return from 0 to 1
   */
  public double fillRate(double reorderPoint, double batch) {
    LeastLevel.requireWhole("reorderPoint", reorderPoint, protectionDemand);
    requireBatch(batch);
    return share(unitsBackordered(reorderPoint, batch) / (batch * reviewDemand()));
  }

  /**
   * Returns the reorder point for a share of demand served from the shelf if orders are batches.
   *
   * @param target above 0 and below 1
   * @param batch units Q of a batch, positive
   * @return the least sufficient reorder point, units
   */
  public double reorderPointForFillRate(double target, double batch) {
    double level = orderUpToForFillRate(target);
    requireBatch(batch);
    double allowed = (1 - target) * batch * reviewDemand();
    // with all positions at or below that level it is too many, with all above not
    return LeastLevel.between(
        level - batch - (protectionDemand.isDiscrete() ? 1 : 0),
        level,
        protectionDemand.isDiscrete(),
        reorder -> unitsBackordered(reorder, batch) <= allowed);
  }

  private double unitsBackordered(double level) {
    return protectionDemand.loss(level) - leadTimeDemand.loss(level);
  }

  /** The same, summed over the positions of a batch. */
  private double unitsBackordered(double reorderPoint, double batch) {
    double high = reorderPoint + batch;
    return (protectionDemand.secondLoss(reorderPoint) - protectionDemand.secondLoss(high))
        - (leadTimeDemand.secondLoss(reorderPoint) - leadTimeDemand.secondLoss(high));
  }

  private double reviewDemand() {
    return protectionDemand.mean() - leadTimeDemand.mean();
  }

  private void requireBatch(double batch) {
    Require.positive("batch", batch, "");
    LeastLevel.requireWhole("batch", batch, protectionDemand);
  }

  private static double share(double backordered) {
    return 1 - Math.min(1, Math.max(0, backordered));
  }
}
