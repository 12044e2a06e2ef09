package io.synkro.predict.optimize;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.WarehouseId;

/**
 * A way to move goods from one warehouse to another. It moves every product that is planned in both
 * and has packs of the same size there; others are not moved.
 *
 * <p>Goods are sent with the orders of a day, as far as they are on hand then and not owed to
 * customers. A warehouse that runs short of a product before its own orders can bring more sells
 * what it receives on the day of arrival and sends none of that product. Everywhere else goods
 * count, like orders, from the day after their arrival, or, where periods are longer than a day,
 * from the next day of orders, and can be sent on then.
 *
 * @param from warehouse that sends
 * @param to warehouse that receives
 * @param days from sending, at the end of a day, to being on the shelf, at least 1
 * @param unitCost cost of moving a unit, zero or more
 */
public record TransferLane(WarehouseId from, WarehouseId to, int days, double unitCost) {
  /** {@inheritDoc} */
  public TransferLane {
    String name = "lane from " + from + " to " + to;
    Require.that(!from.equals(to), name, to, "must join two warehouses", "remove it");
    Require.atLeast("days of the " + name, days, 1, "use 1 if goods are there the next morning");
    Require.nonNegative("unitCost of the " + name, unitCost, "");
  }

  /** Returns whether another lane joins the same warehouses in the same direction. */
  boolean isParallelTo(TransferLane other) {
    return from.equals(other.from) && to.equals(other.to);
  }

  @Override
  public String toString() {
    return "lane from " + from + " to " + to;
  }
}
