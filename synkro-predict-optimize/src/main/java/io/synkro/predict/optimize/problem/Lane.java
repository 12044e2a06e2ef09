package io.synkro.predict.optimize.problem;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;

/**
 * A way to move packs of a product from one warehouse to another. In a period a line sends at most
 * what is on hand: the stock before the period, if it is not below zero, and what arrives in it,
 * less what is {@linkplain StockLine.Builder#withheld withheld}. Frozen lines do not send.
 *
 * @param from the line that sends
 * @param to the line that receives, of the same product
 * @param leadPeriods periods from sending to arrival, at most a million; goods sent in period t can
 *     be sold in period t + leadPeriods
 * @param packCost cost of moving a pack, zero or more
 * @param maximumPacks most packs sent in a period, at least 1
 */
public record Lane(SeriesId from, SeriesId to, int leadPeriods, double packCost, int maximumPacks) {
  /** {@inheritDoc} */
  public Lane {
    String name = "lane from " + from + " to " + to;
    Require.that(
        from.product().equals(to.product()),
        name,
        to.product(),
        "must join lines of the same product",
        "");
    Require.that(!from.equals(to), name, to, "must join two warehouses", "remove it");
    SupplyOption.requireLead(
        "leadPeriods of " + name, leadPeriods, "0 arrives in the period of sending");
    Require.nonNegative("packCost of " + name, packCost, "");
    Require.atLeast("maximumPacks of " + name, maximumPacks, 1, "use SupplyOption.ANY");
  }

  /**
   * Returns a lane without a limit of its packs.
   *
   * @param from the line that sends
   * @param to the line that receives, of the same product
   * @param leadPeriods periods from sending to arrival
   * @param packCost cost of moving a pack
   * @return the lane
   */
  public static Lane of(SeriesId from, SeriesId to, int leadPeriods, double packCost) {
    return new Lane(from, to, leadPeriods, packCost, SupplyOption.ANY);
  }

  @Override
  public String toString() {
    return "lane from " + from + " to " + to;
  }
}
