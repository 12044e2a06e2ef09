package io.synkro.predict.optimize.problem;

import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.SupplierId;
import java.util.List;

/**
 * A way to order a product for a warehouse: at most one order a period.
 *
 * @param supplier who delivers
 * @param leadPeriods periods from the order to the arrival, at most a million; goods ordered in
 *     period t can be sold in period t + leadPeriods
 * @param unitCost price of a unit, zero or more
 * @param orderCost fixed cost of an order, zero or more
 * @param minimumPacks least number of packs of an order, at least 1
 * @param maximumPacks most packs of an order, not below the minimum
 * @param breaks quantity discounts on all units, by rising numbers of packs and falling prices
 */
public record SupplyOption(
    SupplierId supplier,
    int leadPeriods,
    double unitCost,
    double orderCost,
    int minimumPacks,
    int maximumPacks,
    List<PriceBreak> breaks) {
  /** No limit of the packs of an order. */
  public static final int ANY = 1_000_000_000;

  private static final int MOST_LEAD = 1_000_000;

  /** {@inheritDoc} */
  public SupplyOption {
    String of = " of " + supplier;
    requireLead("leadPeriods" + of, leadPeriods, "0 arrives in the period of the order");
    Require.nonNegative("unitCost" + of, unitCost, "");
    Require.nonNegative("orderCost" + of, orderCost, "");
    Require.atLeast("minimumPacks" + of, minimumPacks, 1, "use 1 if there is no minimum");
    Require.atLeast("maximumPacks" + of, maximumPacks, minimumPacks, "use SupplyOption.ANY");
    breaks = List.copyOf(breaks);
    double cost = unitCost;
    int packs = 1;
    for (PriceBreak next : breaks) {
      Require.that(
          next.packs() > packs && next.unitCost() <= cost,
          "breaks" + of,
          breaks,
          "must have rising packs and falling prices",
          "sort them; a higher price for more is never taken");
      cost = next.unitCost();
      packs = next.packs();
    }
  }

  static void requireLead(String name, int leadPeriods, String remedy) {
    Require.atLeast(name, leadPeriods, 0, remedy);
    Require.that(leadPeriods <= MOST_LEAD, name, leadPeriods, "must be at most " + MOST_LEAD, "");
  }

  /**
   * Returns an option without order cost, minimum, maximum and discounts.
   *
   * @param supplier who delivers
   * @param leadPeriods periods from the order to the arrival
   * @param unitCost price of a unit
   * @return the option
   */
  public static SupplyOption of(SupplierId supplier, int leadPeriods, double unitCost) {
    return new SupplyOption(supplier, leadPeriods, unitCost, 0, 1, ANY, List.of());
  }

  /**
   * Returns what each unit of an order costs.
   *
   * @param packs size of the order
   * @return the price of the last break that it reaches
   */
  public double unitCost(int packs) {
    double cost = unitCost;
    for (PriceBreak next : breaks) {
      cost = packs >= next.packs() ? next.unitCost() : cost;
    }
    return cost;
  }
}
