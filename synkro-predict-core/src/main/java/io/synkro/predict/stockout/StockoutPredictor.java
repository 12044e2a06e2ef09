package io.synkro.predict.stockout;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.forecast.DemandAhead;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.StockItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Predicts stock-outs from a demand forecast and what is on hand and on order, without training.
 *
 * <p>For each day it compares the demand up to then, a gamma distribution with the forecast's mean
 * and standard deviation, with stock plus receipts up to then. Receipts of a day arrive before its
 * demand. Open orders arrive when they are due, earlier or later as the lead time varies; an order
 * that is late already is taken to arrive after one standard deviation of the lead time, at the
 * earliest tomorrow. Unmet demand is lost, but units already owed to customers are served first.
 *
 * <p>The gamma distribution knows no whole units and overstates the risk of slow movers, the more
 * the fewer they sell. If Poisson demand with a mean of 1.4 units meets a stock of 2, the true
 * probability of running out is 0.167, and 0.234 is reported; with a mean of 14 and a stock of 17
 * it is 0.173 and 0.201.
 *
 * <p>Probabilities up to the next receipt are exact for independent daily demand; across receipts
 * they and the expected losses are lower bounds, good where demand is steady and too low where it
 * comes in bursts. Simulated with a daily mean of 10, a stock of 60 and 50 units on day 7, it is
 * 0.920 within 14 days, and 0.918 is reported, for a standard deviation of 6 units a day; with 15
 * units a day and a receipt of 80, 0.564 and 0.447.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class StockoutPredictor {
  private final int horizonDays;
  private final SeverityThresholds thresholds;

  private StockoutPredictor(Builder builder) {
    this.horizonDays = builder.horizonDays;
    this.thresholds = builder.thresholds;
  }

  /**
   * Starts a configuration.
   *
   * @return a builder with a horizon of 28 days and the default thresholds
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Assesses items.
   *
   * @param demand forecasts of their demand, of any frequency
   * @param items what is assessed
   * @param asOf the day at whose end stock and open orders are as the items say
   * @return one outcome for each item, in their order; an item without a forecast, or whose
   *     forecast is of another time, is not assessed and says why
   */
  public StockoutAssessment assess(PanelForecast demand, List<StockItem> items, LocalDate asOf) {
    List<StockoutOutcome> outcomes = new ArrayList<>(items.size());
    for (StockItem item : items) {
      Optional<DemandForecast> forecast = demand.find(item.id());
      outcomes.add(
          forecast.isPresent()
              ? outcome(forecast.get(), item, asOf)
              : new StockoutOutcome.NotAssessed(item.id(), demand.whyMissing(item.id())));
    }
    return new StockoutAssessment(asOf, horizonDays, outcomes);
  }

  private StockoutOutcome outcome(DemandForecast forecast, StockItem item, LocalDate asOf) {
    try {
      return new StockoutOutcome.Assessed(risk(DemandAhead.after(asOf, forecast), item, asOf));
    } catch (SynkroPredictException refused) {
      return new StockoutOutcome.NotAssessed(item.id(), String.valueOf(refused.getMessage()));
    }
  }

  private StockoutRisk risk(DemandAhead demand, StockItem item, LocalDate asOf) {
    double available = item.position().onHand() - item.position().backordered();
    ReceiptSchedule receipts = new ReceiptSchedule(item, asOf);
    FirstPassage passage = FirstPassage.of(demand, available, receipts, horizonDays);
    SupplyOutlook supply =
        new SupplyOutlook(
            available, demand.daysOfCover(Math.max(0, available)), receipts.nextReceipt());
    double lost = passage.lostUnits();
    StockoutLoss loss =
        new StockoutLoss(lost, lost * item.costs().unitPrice(), lost * item.costs().unitMargin());
    StockoutOdds odds = passage.odds();
    boolean stockedOut = available <= 0 && demand.meanOver(horizonDays) > 0;
    return new StockoutRisk(
        item.id(),
        odds,
        passage.time(),
        loss,
        supply,
        stockedOut ? Severity.STOCKED_OUT : thresholds.of(odds.beforeReplenishment()),
        new RiskReasons(item, supply, asOf).sentences(odds, loss, horizonDays));
  }

  /** Collects the configuration; not safe for use by many threads. */
  public static final class Builder {
    private int horizonDays = 28;
    private SeverityThresholds thresholds = SeverityThresholds.DEFAULT;

    private Builder() {}

    /**
     * Sets how far to look ahead.
     *
     * @param days from 1 to 3660
     * @return this builder
     */
    public Builder horizonDays(int days) {
      Require.that(
          days >= 1 && days <= 3660, "horizonDays", days, "must be from 1 to 3660", "use 28");
      this.horizonDays = days;
      return this;
    }

    /**
     * Sets from which probabilities a risk counts as severe.
     *
     * @param limits the thresholds
     * @return this builder
     */
    public Builder thresholds(SeverityThresholds limits) {
      this.thresholds = limits;
      return this;
    }

    /**
     * Builds the predictor.
     *
     * @return the predictor
     */
    public StockoutPredictor build() {
      return new StockoutPredictor(this);
    }
  }
}
