package io.synkro.predict.stockout;

import io.synkro.predict.series.SeriesId;

/** What became of one item: one bad item never fails the batch. */
public sealed interface StockoutOutcome {
  /**
   * Returns what was to be assessed.
   *
   * @return product and warehouse
   */
  SeriesId id();

  /**
   * The item was assessed.
   *
   * @param risk its risk
   */
  record Assessed(StockoutRisk risk) implements StockoutOutcome {
    @Override
    public SeriesId id() {
      return risk.id();
    }
  }

  /**
   * The item could not be assessed.
   *
   * @param id product and warehouse
   * @param reason what is wrong and what to try
   */
  record NotAssessed(SeriesId id, String reason) implements StockoutOutcome {}
}
