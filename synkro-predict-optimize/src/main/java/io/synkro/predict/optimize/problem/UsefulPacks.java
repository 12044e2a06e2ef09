package io.synkro.predict.optimize.problem;

/**
 * How many packs of a line can pay: N lift the stock of every period to at least its minimum and to
 * where a unit more saves nothing, and Q is the largest of the minimum orders and price breaks of
 * its options.
 *
 * <p>Some best plan orders at most N + Q packs of a line without lanes. For take a plan with more,
 * and its order that arrives last. If that has more than Q packs, let it have one less: it keeps
 * its minimum and its price, at least the least unit cost u a unit is saved, and the stock from
 * then on, still of N packs or more, costs no more in any period but the last, and there at most u
 * a unit. If it has Q packs or fewer, leave it out: more than N packs remain, and the same holds.
 * Less is used of every shared limit, so no price of one makes a difference.
 */
public final class UsefulPacks {
  private UsefulPacks() {}

  /**
   * Returns N + Q of a line without lanes.
   *
   * @param line the line
   * @return packs over all periods; 0 if it has no options
   */
  public static double of(StockLine line) {
    double[] bare = new double[line.periods()];
    for (int t = 0; t < bare.length; t++) {
      bare[t] = line.stockWithoutOrders(t);
    }
    return line.supply().isEmpty() ? 0 : needed(line, leastUnitCost(line), bare) + largest(line);
  }

  /**
   * Returns N.
   *
   * @param line the line
   * @param unitCost what a unit costs at least
   * @param bare stock at the end of each period before any packs are added, shape {@code [periods]}
   * @return packs, zero or more
   */
  public static double needed(StockLine line, double unitCost, double[] bare) {
    double needed = 0;
    for (int t = 0; t < bare.length; t++) {
      double enough = line.cost(t).sufficient(t == bare.length - 1 ? unitCost : 0);
      double target = Math.max(enough, line.minimumStock(t));
      needed = Math.max(needed, Math.ceil((target - bare[t]) / line.packSize()));
    }
    return needed;
  }

  /**
   * Returns Q.
   *
   * @param line the line
   * @return packs; 0 if the line has no options
   */
  public static int largest(StockLine line) {
    int largest = 0;
    for (SupplyOption option : line.supply()) {
      largest = Math.max(largest, option.minimumPacks());
      for (PriceBreak tier : option.breaks()) {
        largest = tier.packs() <= option.maximumPacks() ? Math.max(largest, tier.packs()) : largest;
      }
    }
    return largest;
  }

  /**
   * Returns the least price of a unit.
   *
   * @param line the line
   * @return that of the cheapest price break of all options; infinite if there are none
   */
  public static double leastUnitCost(StockLine line) {
    return line.supply().stream()
        .mapToDouble(option -> option.unitCost(option.maximumPacks()))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
