package io.synkro.predict.stockout;

import static io.synkro.predict.stockout.StockoutCases.ID;
import static io.synkro.predict.stockout.StockoutCases.TODAY;
import static io.synkro.predict.stockout.StockoutCases.daily;
import static io.synkro.predict.stockout.StockoutCases.in;
import static io.synkro.predict.stockout.StockoutCases.item;
import static io.synkro.predict.stockout.StockoutCases.panel;
import static io.synkro.predict.stockout.StockoutCases.risk;
import static io.synkro.predict.stockout.StockoutCases.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.ForecastOutcome;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.StockPosition;
import io.synkro.predict.series.SeriesId;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockoutPredictorTest {
  private static final LeadTime FIVE_DAYS = LeadTime.fixed(5);

  @Test
  void probabilityFollowsTheGammaDistributionOfCumulativeDemand() {
    // scipy 1.17.1: gamma of mean 48, sd sqrt(48) exceeds 60 with 0.04917667, excess 0.17007237;
    // 4 days of Poisson demand 12 against 60 on hand have exactly 0.0395 and 0.1418
    StockoutRisk risk = risk(daily(ID, 12, Math.sqrt(12)), item(stock(60), FIVE_DAYS));
    assertThat(risk.timeUntilStockout().probabilityBy(4))
        .isCloseTo(0.04917667387448817, within(1e-9));
    assertThat(risk.odds().beforeNextReceipt()).isCloseTo(0.04917667387448817, within(1e-9));
    assertThat(risk.odds().beforeNewOrder()).isEqualTo(risk.odds().beforeNextReceipt());
    assertThat(risk.severity()).isEqualTo(Severity.NONE);
  }

  @Test
  void knownDemandRunsOutOnItsDay() {
    // by hand: 10 a day against 35 on hand runs out on day 4; 14 days need 140, so 105 are lost
    StockoutRisk risk = risk(daily(ID, 10, 0), item(stock(35), FIVE_DAYS));
    assertThat(risk.timeUntilStockout().toArray())
        .containsExactly(0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    assertThat(risk.timeUntilStockout().medianDay()).hasValue(4);
    assertThat(risk.loss().units()).isCloseTo(105, within(1e-9));
    assertThat(risk.loss().revenue()).isCloseTo(1050, within(1e-9));
    assertThat(risk.loss().margin()).isCloseTo(420, within(1e-9));
    assertThat(risk.supply().daysOfCover()).isCloseTo(3.5, within(1e-9));
    assertThat(risk.severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void receiptsCountFromTheMorningOfTheirDay() {
    // by hand: 35 last three days; 100 arrive on day 5: only day 4 lacks 5 units
    StockoutRisk risk = risk(daily(ID, 10, 0), item(stock(35, in(5, 100)), FIVE_DAYS));
    assertThat(risk.loss().units()).isCloseTo(5, within(1e-9));
    assertThat(risk.odds().beforeNextReceipt()).isEqualTo(1);
    assertThat(risk(daily(ID, 10, 0), item(stock(35, in(4, 105)), FIVE_DAYS)).loss().units())
        .isZero();
    assertThat(risk.supply().nextReceipt())
        .isEqualTo(new NextReceipt(TODAY.plusDays(5), 100, NextReceipt.Kind.OPEN_ORDER));
  }

  @Test
  void uncertainDeliveriesWeighEarlyUsualAndLateArrival() {
    // by hand: 2 and 7 days, half each, have the sd 2.5, and 2.5 * sqrt(3) = 4 days; the order of
    // day 5 comes on day 1, 5 or 9; 45 last four days, so only the late third way runs out: 1/6
    LeadTime leadTime = LeadTime.observed(2, 7);
    StockoutRisk risk = risk(daily(ID, 10, 0), item(stock(45, in(5, 100)), leadTime));
    assertThat(risk.odds().withinHorizon()).isCloseTo(1 / 6.0, within(1e-12));
    assertThat(risk.odds().beforeNextReceipt()).isCloseTo(1 / 6.0, within(1e-12));
    // 35 last three days: only the early third way is in time
    assertThat(risk(daily(ID, 10, 0), item(stock(35, in(5, 130)), leadTime)).odds().withinHorizon())
        .isCloseTo(5 / 6.0, within(1e-12));
  }

  @Test
  void lateOrdersAreTakenToArriveSoonAndAreNamed() {
    StockoutRisk risk = risk(daily(ID, 10, 0), item(stock(5, in(-3, 200)), FIVE_DAYS));
    assertThat(risk.supply().nextReceipt())
        .isEqualTo(new NextReceipt(TODAY.plusDays(1), 200, NextReceipt.Kind.LATE_ORDER));
    assertThat(risk.reasons())
        .contains("The order of 200 units was due on 2024-03-28 and has not arrived.");
  }

  @Test
  void owedUnitsAreServedFirst() {
    // by hand: 20 on hand, 5 owed, 10 a day: 1.5 days; without stock, what is owed is no new loss
    StockItem owing = item(new StockPosition(ID, 20, 5, List.of()), FIVE_DAYS);
    assertThat(risk(daily(ID, 10, 0), owing).supply().daysOfCover()).isCloseTo(1.5, within(1e-12));
    StockoutRisk out =
        risk(daily(ID, 10, 0), item(new StockPosition(ID, 0, 30, List.of()), FIVE_DAYS));
    assertThat(out.loss().units()).isCloseTo(140, within(1e-9));
    assertThat(out.severity()).isEqualTo(Severity.STOCKED_OUT);
    assertThat(out.reasons().get(0)).startsWith("Nothing is available");
    assertThat(out.reasons()).contains("30 units are still owed to customers.");
  }

  @Test
  void reasonsSayWhatTheNumbersSay() {
    StockoutRisk risk = risk(daily(ID, 10, 4), item(stock(62, in(9, 140)), FIVE_DAYS));
    assertThat(risk.reasons().get(0))
        .isEqualTo("Stock covers 6.2 days; the next receipt of 140 units is due in 9 days.");
    assertThat(risk.reasons().get(1))
        .isEqualTo(
            "The probability of running out before then is %.1f %%; within 14 days it is %.1f %% if nothing more is ordered."
                .formatted(
                    100 * risk.odds().beforeNextReceipt(), 100 * risk.odds().withinHorizon()));
    assertThat(risk(daily(ID, 0, 0), item(stock(5), FIVE_DAYS)).reasons().get(0))
        .isEqualTo(
            "Stock outlasts all expected demand; nothing is on order, and an order placed now would arrive in 5 days.");
  }

  @Test
  void severityRisesAtItsThresholds() {
    SeverityThresholds limits = SeverityThresholds.DEFAULT;
    assertThat(limits.of(0.0999)).isEqualTo(Severity.NONE);
    assertThat(limits.of(0.1)).isEqualTo(Severity.WATCH);
    assertThat(limits.of(0.3)).isEqualTo(Severity.WARNING);
    assertThat(limits.of(0.6)).isEqualTo(Severity.CRITICAL);
    assertThatThrownBy(() -> new SeverityThresholds(0.5, 0.3, 0.6))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("warning (0.3) must be above 0.5 and below 1. Maybe let it lie");
  }

  @Test
  void oneBadItemDoesNotFailTheBatch() {
    SeriesId unknown = SeriesId.of("P0", "W1");
    SeriesId failed = SeriesId.of("P2", "W1");
    SeriesId stale = SeriesId.of("P3", "W1");
    DemandForecast old = daily(stale, 1, 1);
    PanelForecast demand =
        new PanelForecast(
            List.of(
                new ForecastOutcome.Forecasted(daily(ID, 10, 3)),
                new ForecastOutcome.NotForecast(failed, "Too short."),
                new ForecastOutcome.Forecasted(old)));
    StockoutAssessment assessment =
        StockoutPredictor.builder()
            .build()
            .assess(demand, List.of(at(unknown), at(ID), at(failed)), TODAY);
    assertThat(assessment.outcomes())
        .extracting(StockoutOutcome::id)
        .containsExactly(unknown, ID, failed);
    assertThat(assessment.risks()).hasSize(1);
    assertThat(assessment.outcomes().get(0))
        .isEqualTo(
            new StockoutOutcome.NotAssessed(
                unknown,
                "There is no forecast of it. Maybe add its series to the panel that is forecast."));
    assertThat(assessment.outcomes().get(2))
        .isEqualTo(new StockoutOutcome.NotAssessed(failed, "It could not be forecast: Too short."));
    StockoutOutcome late =
        StockoutPredictor.builder()
            .build()
            .assess(demand, List.of(at(stale)), TODAY.plusDays(40))
            .outcomes()
            .get(0);
    assertThat(late)
        .isInstanceOfSatisfying(
            StockoutOutcome.NotAssessed.class,
            it -> assertThat(it.reason()).contains("Maybe forecast again"));
  }

  @Test
  void risksAreRankedByMoneyNotByProbability() {
    SeriesId cheap = SeriesId.of("P2", "W1");
    StockItem bestSeller = item(stock(900), FIVE_DAYS);
    StockoutAssessment assessment =
        StockoutPredictor.builder()
            .horizonDays(10)
            .build()
            .assess(
                panel(daily(ID, 100, 40), daily(cheap, 0.1, 0)),
                List.of(at(cheap), bestSeller),
                TODAY);
    assertThat(assessment.ranked(Severity.NONE))
        .extracting(StockoutRisk::id)
        .containsExactly(ID, cheap);
    assertThat(assessment.ranked(Severity.STOCKED_OUT))
        .extracting(StockoutRisk::id)
        .containsExactly(cheap);
  }

  private static StockItem at(SeriesId id) {
    return item(StockPosition.of(id, 0), FIVE_DAYS);
  }
}
