package io.synkro.predict.inventory;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.util.List;

/**
 * What is there of a product in a warehouse, and what is on its way, at the end of a day.
 *
 * @param id product and warehouse
 * @param onHand units on the shelf, zero or more; owed units belong in {@code backordered}
 * @param backordered units sold that are still owed to customers, zero or more
 * @param openOrders orders that have not arrived, in any order
 */
public record StockPosition(
    SeriesId id, double onHand, double backordered, List<OpenOrder> openOrders) {
  /** {@inheritDoc} */
  public StockPosition {
    Require.nonNegative(
        "onHand of " + id, onHand, "give negative stock as onHand 0 and backordered units");
    Require.nonNegative("backordered of " + id, backordered, "");
    openOrders = List.copyOf(openOrders);
  }

  /**
   * Creates a position without open orders or backorders.
   *
   * @param id product and warehouse
   * @param onHand units on the shelf, zero or more
   * @return the position
   */
  public static StockPosition of(SeriesId id, double onHand) {
    return new StockPosition(id, onHand, 0, List.of());
  }

  /**
   * Returns the units of all open orders.
   *
   * @return units, zero or more
   */
  public double onOrder() {
    return openOrders.stream().mapToDouble(OpenOrder::quantity).sum();
  }

  /**
   * Returns the inventory position: on hand plus on order minus backordered. It is what an ordering
   * policy compares with its reorder point. Source: Silver, Pyke &amp; Thomas (2017), Inventory and
   * Production Management in Supply Chains, section 6.2.
   *
   * @return units, negative if more is owed than is there or on its way
   */
  public double inventoryPosition() {
    return onHand + onOrder() - backordered;
  }
}
