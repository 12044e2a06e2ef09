package io.synkro.predict.orders;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;

/**
 * One product of a customer's order.
 *
 * @param order the order; lines of one order were placed together
 * @param customer who ordered
 * @param item product, and the warehouse that serves it
 * @param day day of the order, in the years 1 to 9999
 * @param quantity units, not zero; negative for a return or a cancellation
 * @param unitPrice price of a unit, zero or more
 */
public record OrderLine(
    OrderId order,
    CustomerId customer,
    SeriesId item,
    LocalDate day,
    double quantity,
    double unitPrice) {
  /** {@inheritDoc} */
  public OrderLine {
    Require.that(
        quantity != 0 && Double.isFinite(quantity),
        "quantity in order " + order,
        quantity,
        "must be finite and not zero",
        "leave out lines of nothing");
    Require.that(
        day.getYear() >= 1 && day.getYear() <= 9999,
        "day of order " + order,
        day,
        "must lie in the years 1 to 9999",
        "the year is mistyped");
    Require.nonNegative(
        "unitPrice in order " + order, unitPrice, "give returns as a negative quantity");
  }

  /**
   * Returns the money of this line.
   *
   * @return quantity times price; negative for a return
   */
  public double revenue() {
    return quantity * unitPrice;
  }
}
