package io.synkro.predict.optimize.lotsize;

import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * The economic order quantity when larger orders are cheaper by the unit. Costs include the price
 * of the goods. Source: Hadley &amp; Whitin (1963), Analysis of Inventory Systems, chapter 2;
 * Snyder &amp; Shen (2019), section 3.4.
 *
 * @param fixedCost cost K of an order whatever its size, zero or more
 * @param holdingRate cost of holding for one unit of time, as a share i of the price paid, positive
 * @param demandRate demand λ in units per unit of time, zero or more
 * @param breaks prices, the first from 0 on, with rising quantities and falling prices
 */
public record QuantityDiscounts(
    double fixedCost, double holdingRate, double demandRate, List<PriceBreak> breaks) {
  /**
   * A quantity, the price it is bought at and what it costs.
   *
   * @param quantity units of each order, zero or more
   * @param region index of the price break that the quantity falls in, from 0
   * @param cost cost per unit of time, with the price of the goods
   */
  public record Plan(double quantity, int region, double cost) {
    /** {@inheritDoc} */
    public Plan {
      Require.nonNegative("quantity", quantity, "");
      Require.atLeast("region", region, 0, "");
      Require.nonNegative("cost", cost, "");
    }
  }

  /** {@inheritDoc} */
  public QuantityDiscounts {
    Require.nonNegative("fixedCost", fixedCost, "");
    Require.positive("holdingRate", holdingRate, "write 25 % as 0.25");
    Require.nonNegative("demandRate", demandRate, "");
    breaks = List.copyOf(breaks);
    Require.that(
        !breaks.isEmpty() && breaks.get(0).from() == 0,
        "breaks",
        breaks,
        "must begin with the price from 0 on",
        "");
    for (int j = 1; j < breaks.size(); j++) {
      PriceBreak before = breaks.get(j - 1);
      PriceBreak here = breaks.get(j);
      Require.that(
          here.from() > before.from() && here.unitCost() < before.unitCost(),
          "break " + j,
          here,
          "must have a larger quantity and a lower price than " + before,
          "");
    }
  }

  /**
   * Returns the cheapest plan when the price of an order's size holds for all its units. In each
   * region that is its economic order quantity, or its least quantity where that is larger; an
   * economic order quantity beyond the region is cheaper still at the next price. Source: Snyder
   * &amp; Shen (2019), equations 3.18 and 3.19.
   *
   * @return quantity, region and cost; the smallest quantity among equals
   */
  public Plan allUnits() {
    Plan best = allUnitsIn(0);
    for (int j = 1; j < breaks.size(); j++) {
      Plan other = allUnitsIn(j);
      best = other.cost() < best.cost() ? other : best;
    }
    return best;
  }

  /**
   * Returns the cost of a given quantity when its price holds for all units: cλ + Kλ / Q + icQ / 2.
   *
   * @param quantity units of each order, positive
   * @return cost per unit of time, with the price of the goods
   */
  public double allUnitsCostOf(double quantity) {
    Require.positive("quantity", quantity, "");
    return allUnitsCost(quantity, regionOf(quantity));
  }

  /**
   * Returns the cheapest plan when each price holds only for the units beyond its break. Source:
   * Snyder &amp; Shen (2019), equations 3.20 to 3.22.
   *
   * @return quantity, region and cost; the smallest quantity among equals
   */
  public Plan incremental() {
    Plan best = incrementalIn(0);
    for (int j = 1; j < breaks.size(); j++) {
      Plan other = incrementalIn(j);
      best = other.cost() < best.cost() ? other : best;
    }
    return best;
  }

  /**
   * Returns the cost of a given quantity when each price holds only for the units beyond its break:
   * cλ + ic̄ / 2 + (K + c̄)λ / Q + icQ / 2, where c̄ + cQ is the price of the order.
   *
   * @param quantity units of each order, positive
   * @return cost per unit of time, with the price of the goods
   */
  public double incrementalCostOf(double quantity) {
    Require.positive("quantity", quantity, "");
    return incrementalCost(quantity, regionOf(quantity));
  }

  private Plan allUnitsIn(int region) {
    double economic = order(fixedCost, region).optimum().quantity();
    double quantity = Math.max(breaks.get(region).from(), economic);
    return new Plan(quantity, regionOf(quantity), allUnitsCost(quantity, regionOf(quantity)));
  }

  private double allUnitsCost(double quantity, int region) {
    return breaks.get(region).unitCost() * demandRate + lotCost(order(fixedCost, region), quantity);
  }

  private Plan incrementalIn(int region) {
    double quantity = order(fixedCost + saved(region), region).optimum().quantity();
    return new Plan(quantity, regionOf(quantity), incrementalCost(quantity, regionOf(quantity)));
  }

  private double incrementalCost(double quantity, int region) {
    double saved = saved(region);
    return breaks.get(region).unitCost() * demandRate
        + holdingRate * saved / 2
        + lotCost(order(fixedCost + saved, region), quantity);
  }

  private EconomicOrderQuantity order(double fixed, int region) {
    return new EconomicOrderQuantity(
        fixed, holdingRate * breaks.get(region).unitCost(), demandRate);
  }

  /** Zero units at a time is the limit where an order itself costs nothing. */
  private static double lotCost(EconomicOrderQuantity order, double quantity) {
    return quantity == 0 ? 0 : order.costOf(quantity);
  }

  /** What the units before the break cost beyond the price of the region: c̄ of the textbook. */
  private double saved(int region) {
    double sum = 0;
    for (int j = 1; j <= region; j++) {
      sum += breaks.get(j).from() * (breaks.get(j - 1).unitCost() - breaks.get(j).unitCost());
    }
    return sum;
  }

  private int regionOf(double quantity) {
    int region = breaks.size() - 1;
    while (breaks.get(region).from() > quantity) {
      region--;
    }
    return region;
  }
}
