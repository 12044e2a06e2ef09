package io.synkro.predict.inventory;

import io.synkro.predict.internal.Require;
import java.time.LocalDate;

/**
 * Goods that are ordered and have not arrived.
 *
 * @param quantity units, positive
 * @param due day on which they are promised to arrive; a day in the past means that they are late
 */
public record OpenOrder(double quantity, LocalDate due) {
  /** {@inheritDoc} */
  public OpenOrder {
    Require.positive("quantity of an open order", quantity, "leave out orders of nothing");
  }
}
