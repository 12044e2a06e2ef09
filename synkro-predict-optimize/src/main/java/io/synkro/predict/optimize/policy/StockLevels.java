package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.ItemCosts;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.lotsize.EconomicOrderQuantity;

/**
 * The levels of a periodic-review policy (R, s, S): at each review, if the inventory position is at
 * or below the reorder point, order up to the order-up-to level.
 *
 * @param safetyStock stock held against variation: safety factor times standard deviation over the
 *     protection period, units
 * @param reorderPoint mean demand over lead time and review plus safety stock, units. A position
 *     just above it waits for the next review, so it has to last a review longer than the lead
 *     time; as reviews become continuous this is the textbook's lead-time demand plus safety stock.
 * @param orderUpTo reorder point plus what the usual order exceeds the demand of a review by,
 *     units; equal to the reorder point (a base-stock policy) unless order costs or a minimum order
 *     call for larger orders
 * @param cycleDemand mean demand of a replenishment cycle, units: the largest of the demand of a
 *     review, the economic order quantity, the minimum order and a pack
 */
public record StockLevels(
    double safetyStock, double reorderPoint, double orderUpTo, double cycleDemand) {
  private static final double DAYS_PER_YEAR = 365.2425;

  /** {@inheritDoc} */
  public StockLevels {
    Require.nonNegative("safetyStock", safetyStock, "");
    Require.nonNegative("reorderPoint", reorderPoint, "");
    Require.nonNegative("cycleDemand", cycleDemand, "");
    Require.that(
        orderUpTo >= reorderPoint && Double.isFinite(orderUpTo),
        "orderUpTo",
        orderUpTo,
        "must be finite and not below the reorder point " + reorderPoint,
        "");
  }

  /**
   * Computes the levels of an item.
   *
   * @param item supply, costs and service level
   * @param demand demand over its protection period
   * @return the levels
   */
  public static StockLevels of(StockItem item, ProtectionDemand demand) {
    int days = item.supply().reviewDays();
    double cycle = cycleDemand(item, demand, days);
    double safety = SafetyFactor.of(item.serviceLevel(), demand.sd(), cycle) * demand.sd();
    return of(item, demand, days, safety);
  }

  /**
   * Computes the levels of an item from its safety stock.
   *
   * @param item supply and costs
   * @param demand demand over its protection period
   * @param cycleDays days from a review to the next, zero or more
   * @param safetyStock units, zero or more
   * @return the levels
   */
  public static StockLevels of(
      StockItem item, ProtectionDemand demand, int cycleDays, double safetyStock) {
    double reorder = demand.mean() + safetyStock;
    double beyond = usualOrder(item, demand) - demand.perDay() * cycleDays;
    double extra = demand.mean() > 0 ? Math.max(0, beyond) : 0;
    return new StockLevels(
        safetyStock, reorder, reorder + extra, cycleDemand(item, demand, cycleDays));
  }

  private static double usualOrder(StockItem item, ProtectionDemand demand) {
    return Math.max(economicOrder(item.costs(), demand.perDay()), item.supply().minimumOrder());
  }

  private static double cycleDemand(StockItem item, ProtectionDemand demand, int cycleDays) {
    double ofCycle = demand.perDay() * cycleDays;
    return Math.max(Math.max(ofCycle, usualOrder(item, demand)), item.supply().packSize());
  }

  /**
   * Returns the economic order quantity, at most the demand of a year; see {@link
   * EconomicOrderQuantity}.
   *
   * @param costs order cost K and holding cost h a unit and year
   * @param perDay mean daily demand, zero or more
   * @return units; zero if ordering or holding costs nothing
   */
  public static double economicOrder(ItemCosts costs, double perDay) {
    double perYear = perDay * DAYS_PER_YEAR;
    double holding = costs.holdingRatePerYear() * costs.unitCost();
    return costs.orderCost() == 0 || holding == 0
        ? 0
        : Math.min(
            perYear,
            new EconomicOrderQuantity(costs.orderCost(), holding, perYear).optimum().quantity());
  }

  /**
   * Returns the mean stock on hand under the policy: safety stock plus half a cycle's demand.
   * Source: Silver, Pyke &amp; Thomas (2017), chapter 6.
   *
   * @return units
   */
  public double meanStock() {
    return safetyStock + cycleDemand / 2;
  }
}
