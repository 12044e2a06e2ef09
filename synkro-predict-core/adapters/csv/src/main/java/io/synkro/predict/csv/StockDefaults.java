package io.synkro.predict.csv;

import io.synkro.predict.inventory.ItemCosts;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.ServiceLevel;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.inventory.SupplyTerms;

/**
 * What a stock file does not say: the values for columns that are absent and cells that are empty.
 * They make a first plan possible and are no substitute for the real ones; the report lists where
 * they were used.
 *
 * @param supply supplier, lead time, review, pack size and least order
 * @param costs cost, price, cost of an order and rate of holding
 * @param serviceLevel target; a {@code service_level} in the file is of the same measure
 * @param unitVolume space of a unit in cubic metres
 */
public record StockDefaults(
    SupplyTerms supply, ItemCosts costs, ServiceLevel serviceLevel, double unitVolume) {

  /**
   * Creates the defaults that a file is read with if no others are given: supplier "unknown", lead
   * time 7 days without variation, weekly review, packs of 1, no least order, unit cost 1, unit
   * price 1.5 (a margin of a third), no cost of ordering, a holding rate of 0.25 a year, a fill
   * rate of 0.95, no volume.
   *
   * @return the defaults
   */
  public static StockDefaults standard() {
    return new StockDefaults(
        new SupplyTerms(SupplierId.of("unknown"), LeadTime.fixed(7), 7, 1, 0),
        new ItemCosts(1, 1.5, 0, 0.25),
        ServiceLevel.fillRate(0.95),
        0);
  }
}
