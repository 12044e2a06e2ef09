package io.synkro.predict.stockout;

import io.synkro.predict.inventory.StockItem;
import java.time.LocalDate;

/**
 * The next goods that arrive, or could.
 *
 * @param day expected day of arrival
 * @param quantity units; zero for a {@link Kind#NEW_ORDER} that is not planned
 * @param kind where they come from
 */
public record NextReceipt(LocalDate day, double quantity, Kind kind) {
  /** Where a receipt comes from. */
  public enum Kind {
    /** An open order that is due in the future. */
    OPEN_ORDER,
    /** An open order that should have arrived already. */
    LATE_ORDER,
    /** Nothing is on order: the day on which an order placed now would arrive. */
    NEW_ORDER,
    /** A transfer from another warehouse that is planned. */
    TRANSFER
  }

  /**
   * Returns the next receipt of an item.
   *
   * @param item what is on order and how it is delivered
   * @param asOf the last day that is over
   * @return the earliest open order, all orders of its day together; if there is none, a new order
   *     of nothing placed on {@code asOf}
   */
  public static NextReceipt of(StockItem item, LocalDate asOf) {
    return new ReceiptSchedule(item, asOf).nextReceipt();
  }
}
