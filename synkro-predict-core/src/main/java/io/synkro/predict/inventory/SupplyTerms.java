package io.synkro.predict.inventory;

import io.synkro.predict.internal.Require;
import java.time.LocalDate;

/**
 * How a product comes to a warehouse.
 *
 * @param supplier who delivers
 * @param leadTime time from placing an order to having the goods on the shelf
 * @param reviewDays days between two looks at the stock, at least 1
 * @param packSize units in a pack; orders are whole packs; positive
 * @param minimumOrder smallest order in units, zero if there is none
 */
public record SupplyTerms(
    SupplierId supplier, LeadTime leadTime, int reviewDays, double packSize, double minimumOrder) {
  /** {@inheritDoc} */
  public SupplyTerms {
    Require.atLeast("reviewDays", reviewDays, 1, "use 1 for a daily look");
    Require.positive("packSize", packSize, "use 1 if single units can be ordered");
    Require.nonNegative("minimumOrder", minimumOrder, "use 0 if there is none");
  }

  /**
   * Returns when an order placed at the end of a day is expected to arrive.
   *
   * @param placed the day
   * @return the day, the mean lead time later in whole days and at least one
   */
  public LocalDate arrivalOfOrder(LocalDate placed) {
    return placed.plusDays(Math.max(1, Math.round(leadTime.meanDays())));
  }

  /**
   * Returns when an open order is expected to arrive: on the day it is due, or, if it should have
   * arrived already, one standard deviation of the lead time from now, at the earliest tomorrow.
   *
   * @param order the order
   * @param asOf the last day that is over
   * @return a day after {@code asOf}
   */
  public LocalDate expectedArrival(OpenOrder order, LocalDate asOf) {
    return order.due().isAfter(asOf)
        ? order.due()
        : asOf.plusDays((long) Math.max(1, Math.ceil(leadTime.sdDays())));
  }
}
