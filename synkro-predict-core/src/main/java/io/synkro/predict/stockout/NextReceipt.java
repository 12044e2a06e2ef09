package io.synkro.predict.stockout;

import java.time.LocalDate;

/**
 * The next goods that arrive, or could.
 *
 * @param day expected day of arrival
 * @param quantity units, zero for {@link Kind#NEW_ORDER}
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
    NEW_ORDER
  }
}
