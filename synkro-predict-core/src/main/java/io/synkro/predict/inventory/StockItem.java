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
 * @param size what a unit takes of the warehouse
 */
public record StockItem(
    StockPosition position,
    SupplyTerms supply,
    ItemCosts costs,
    ServiceLevel serviceLevel,
    UnitSize size) {

  /**
   * Creates an item of which only the volume matters.
   *
   * @param position what is there and on its way
   * @param supply how it is delivered
   * @param costs its money
   * @param serviceLevel how often demand is to be met
   * @param unitVolume space of a unit in cubic metres, zero if space does not matter
   */
  public StockItem(
      StockPosition position,
      SupplyTerms supply,
      ItemCosts costs,
      ServiceLevel serviceLevel,
      double unitVolume) {
    this(
        position,
        supply,
        costs,
        serviceLevel,
        UnitSize.ofVolume(Require.nonNegative("unitVolume of " + position.id(), unitVolume, "")));
  }

  /**
   * Returns the space of a unit.
   *
   * @return cubic metres, zero or more
   */
  public double unitVolume() {
    return size.volume();
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
