package io.synkro.predict.inventory;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;

/**
 * All that a stock plan needs to know of a product in a warehouse besides its demand.
 *
 * @param position what is there and on its way
 * @param supply how it is delivered
 * @param costs its money
 * @param serviceLevel how often demand is to be met
 * @param unitVolume space of a unit in cubic metres, zero if space does not matter
 */
public record StockItem(
    StockPosition position,
    SupplyTerms supply,
    ItemCosts costs,
    ServiceLevel serviceLevel,
    double unitVolume) {
  /** {@inheritDoc} */
  public StockItem {
    Require.nonNegative("unitVolume of " + position.id(), unitVolume, "");
  }

  /**
   * Returns what is stored where.
   *
   * @return product and warehouse
   */
  public SeriesId id() {
    return position.id();
  }
}
