package io.synkro.predict.stockout;

import static io.synkro.predict.stockout.StockoutCases.ID;
import static io.synkro.predict.stockout.StockoutCases.daily;
import static io.synkro.predict.stockout.StockoutCases.in;
import static io.synkro.predict.stockout.StockoutCases.item;
import static io.synkro.predict.stockout.StockoutCases.risk;
import static io.synkro.predict.stockout.StockoutCases.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.inventory.LeadTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every stock and every demand. */
class StockoutProperties {
  private static final double ROUNDING = 1e-12;

  @Property(tries = 200)
  void moreStockNeverRaisesTheRisk(
      @ForAll @DoubleRange(min = 0.01, max = 50) double mean,
      @ForAll @DoubleRange(min = 0, max = 50) double sd,
      @ForAll @DoubleRange(min = 0, max = 500) double onHand,
      @ForAll @DoubleRange(min = 0, max = 100) double more) {
    StockoutRisk less = risk(daily(ID, mean, sd), item(stock(onHand, in(6, 20)), uncertain()));
    StockoutRisk plenty =
        risk(daily(ID, mean, sd), item(stock(onHand + more, in(6, 20)), uncertain()));
    for (int d = 1; d <= 14; d++) {
      assertThat(plenty.timeUntilStockout().probabilityBy(d))
          .isBetween(0.0, less.timeUntilStockout().probabilityBy(d) + ROUNDING);
    }
    assertThat(plenty.odds().beforeNextReceipt())
        .isLessThanOrEqualTo(less.odds().beforeNextReceipt() + ROUNDING);
    assertThat(plenty.loss().units()).isLessThanOrEqualTo(less.loss().units() + 1e-9);
  }

  @Property(tries = 200)
  void anEarlierReceiptNeverRaisesTheRisk(
      @ForAll @DoubleRange(min = 0.01, max = 50) double mean,
      @ForAll @DoubleRange(min = 0, max = 50) double sd,
      @ForAll @DoubleRange(min = 0, max = 200) double onHand,
      @ForAll @IntRange(min = 1, max = 20) int due,
      @ForAll @IntRange(min = 1, max = 10) int later) {
    StockoutRisk early = risk(daily(ID, mean, sd), item(stock(onHand, in(due, 50)), uncertain()));
    StockoutRisk late =
        risk(daily(ID, mean, sd), item(stock(onHand, in(due + later, 50)), uncertain()));
    assertThat(early.odds().withinHorizon())
        .isLessThanOrEqualTo(late.odds().withinHorizon() + ROUNDING);
    assertThat(early.odds().beforeNextReceipt())
        .isLessThanOrEqualTo(late.odds().beforeNextReceipt() + ROUNDING);
    assertThat(early.loss().units()).isLessThanOrEqualTo(late.loss().units() + 1e-9);
  }

  @Property(tries = 100)
  void noDemandMeansNoRiskAndNoStockMeansCertainty(
      @ForAll @DoubleRange(min = 0.01, max = 50) double mean,
      @ForAll @DoubleRange(min = 0, max = 50) double sd,
      @ForAll @DoubleRange(min = 0, max = 200) double onHand) {
    StockoutRisk none = risk(daily(ID, 0, 0), item(stock(onHand), uncertain()));
    assertThat(none.odds().withinHorizon()).isZero();
    assertThat(none.loss().units()).isZero();
    assertThat(none.severity()).isEqualTo(Severity.NONE);
    StockoutRisk empty = risk(daily(ID, mean, sd), item(stock(0), uncertain()));
    assertThat(empty.timeUntilStockout().probabilityBy(1)).isGreaterThan(1 - 1e-9);
    assertThat(empty.severity()).isEqualTo(Severity.STOCKED_OUT);
  }

  private static LeadTime uncertain() {
    return LeadTime.ofMeanAndSd(7, 2);
  }
}
