package io.synkro.predict.stockout;

import io.synkro.predict.series.SeriesId;
import java.util.List;

/**
 * The risk that a product runs out in a warehouse.
 *
 * @param id product and warehouse
 * @param odds probabilities of running out
 * @param timeUntilStockout probability of having run out, by day
 * @param loss what is expected to be lost
 * @param supply stock and next receipt
 * @param severity how urgent it is
 * @param reasons what led to it, in sentences with numbers, the most important first
 */
public record StockoutRisk(
    SeriesId id,
    StockoutOdds odds,
    TimeUntilStockout timeUntilStockout,
    StockoutLoss loss,
    SupplyOutlook supply,
    Severity severity,
    List<String> reasons) {
  /** {@inheritDoc} */
  public StockoutRisk {
    reasons = List.copyOf(reasons);
  }
}
