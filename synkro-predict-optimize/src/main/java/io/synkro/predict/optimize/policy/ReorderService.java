package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;

/**
 * The service of a continuous-review policy (r, Q) whose shortages are backordered, from the
 * reorder point to the service and back. Of demand in whole units, reorder points and quantities
 * are whole, and a target is met by the least reorder point that reaches it. The inventory position
 * is spread evenly over the quantity above the reorder point. Source: Silver, Pyke &amp; Thomas
 * (2017), chapter 6; Axsäter (2015), Inventory Control, 3rd edition, chapter 5.
 *
 * @param leadTimeDemand demand during the lead time
 */
public record ReorderService(DemandDistribution leadTimeDemand) {

  /**
   * Returns the share of cycles without a shortage, F(r) (type 1, P1).
   *
   * @param reorderPoint units
   * @return from 0 to 1
   */
  public double cycleService(double reorderPoint) {
    return leadTimeDemand.cdf(reorderPoint);
  }

  /**
   * Returns the reorder point for a share of cycles without a shortage.
   *
   * @param target above 0 and below 1
   * @return the least sufficient reorder point, units
   */
  public double reorderPointForCycles(double target) {
    return leadTimeDemand.quantile(requireShare(target));
  }

  /**
   * Returns the share of demand that is not served from the shelf, (n(r) − n(r + Q)) / Q: what is
   * backordered just before an order arrives, less what still is just after it. With all its digits
   * when it is small. Source: Hadley &amp; Whitin (1963), Analysis of Inventory Systems, chapter 4;
   * Axsäter (2015), chapter 5. It is exact for demand that is continuous or unit by unit, where
   * each order is placed at the reorder point and not below.
   *
   * @param reorderPoint units
   * @param quantity units of each order, positive
   * @return from 0 to 1
   */
  public double backorderedShare(double reorderPoint, double quantity) {
    LeastLevel.requireWhole("reorderPoint", reorderPoint, leadTimeDemand);
    requireQuantity(quantity);
    return Math.min(1, unitsBackordered(reorderPoint, quantity) / quantity);
  }

  /**
   * Returns the share of demand served from the shelf, 1 − (n(r) − n(r + Q)) / Q (type 2, P2).
   *
   * @param reorderPoint units
   * @param quantity units of each order, positive
   * @return from 0 to 1
   */
  public double fillRate(double reorderPoint, double quantity) {
    return 1 - backorderedShare(reorderPoint, quantity);
  }

  /**
   * Returns the reorder point for a share of demand served from the shelf.
   *
   * @param target above 0 and below 1
   * @param quantity units of each order, positive
   * @return the least sufficient reorder point, units; negative if large orders alone are more than
   *     enough
   */
  public double reorderPointForFillRate(double target, double quantity) {
    return reorderPointForShortage(1 - requireShare(target), quantity);
  }

  /**
   * Returns the share of time with stock on the shelf (ready rate, P3): the mean of P(demand &lt;
   * y) over the inventory positions y. It is the same number as the fill rate, and holds for demand
   * in larger lots too, if these lead to all positions. Source: Axsäter (2015), chapter 5.
   *
   * @param reorderPoint units
   * @param quantity units of each order, positive
   * @return from 0 to 1
   */
  public double readyRate(double reorderPoint, double quantity) {
    return fillRate(reorderPoint, quantity);
  }

  /**
   * Returns the reorder point for a share of time with stock on the shelf.
   *
   * @param target above 0 and below 1
   * @param quantity units of each order, positive
   * @return the least sufficient reorder point, units
   */
  public double reorderPointForReadyRate(double target, double quantity) {
    return reorderPointForFillRate(target, quantity);
  }

  /**
   * Returns the textbook's fill rate 1 − n(r) / Q, which takes every order to end all backorders.
   * It is too low where orders are small beside the variation of demand. Source: Silver, Pyke &amp;
   * Thomas (2017), chapter 6.
   *
   * @param reorderPoint units
   * @param quantity units of each order, positive
   * @return from 0 to 1
   */
  public double approximateFillRate(double reorderPoint, double quantity) {
    requireQuantity(quantity);
    return Math.max(0, 1 - leadTimeDemand.loss(reorderPoint) / quantity);
  }

  /**
   * Returns the reorder point for a fill rate as the textbook counts it, n(r) = (1 − target) Q.
   *
   * @param target above 0 and below 1
   * @param quantity units of each order, positive
   * @return the least sufficient reorder point, units
   */
  public double reorderPointForApproximateFillRate(double target, double quantity) {
    requireQuantity(quantity);
    return LeastLevel.forUnitsShort(leadTimeDemand, (1 - requireShare(target)) * quantity);
  }

  /** The least reorder point that backorders no more than a share, given with all its digits. */
  double reorderPointForShortage(double share, double quantity) {
    requireQuantity(quantity);
    double allowed = share * quantity;
    // where all positions of a cycle are below the quantile it is too many, where all are above not
    double quantile = leadTimeDemand.quantile(1 - share);
    return LeastLevel.between(
        quantile - quantity,
        quantile,
        leadTimeDemand.isDiscrete(),
        r -> unitsBackordered(r, quantity) <= allowed);
  }

  private double unitsBackordered(double reorderPoint, double quantity) {
    return Math.max(
        0, leadTimeDemand.loss(reorderPoint) - leadTimeDemand.loss(reorderPoint + quantity));
  }

  private void requireQuantity(double quantity) {
    Require.positive("quantity", quantity, "");
    LeastLevel.requireWhole("quantity", quantity, leadTimeDemand);
  }

  static double requireShare(double target) {
    return Require.between("target", target, 0, 1, "write 95 % as 0.95");
  }
}
