package io.synkro.predict.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expected demand is the recorded one but for what each test is about. */
class UnconstrainedDemandTest {
  private static final double NAN = Double.NaN;
  private static final SeriesId ID = SeriesId.of("P", "W");
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));

  private static UnconstrainedDemand of(double... sales) {
    return UnconstrainedDemand.of(SeriesPanel.of(List.of(new TimeSeries(ID, AXIS, 0, sales))));
  }

  private static double[] cleaned(double... sales) {
    return of(sales).panel().values(0);
  }

  private static UnconstrainedDemand with(String covariate, double[] sales, double... values) {
    return UnconstrainedDemand.of(
        SeriesPanel.builder(AXIS)
            .covariate(covariate, Availability.PAST_ONLY)
            .add(new TimeSeries(ID, AXIS, 0, sales), Map.of(covariate, values), Map.of())
            .build());
  }

  @Test
  void nothingIsOnOfferBeforeTheFirstSale() {
    assertThat(cleaned(0, -1, 0, 3, 0)).containsExactly(NAN, NAN, NAN, 3, 0);
    assertThat(cleaned(0, 0)).containsOnly(NAN);
    assertThat(cleaned(-1, -2)).containsOnly(NAN);
    assertThat(of(0, -1, 0, 3, 0).changes()).isEmpty();
  }

  @Test
  void aReturnIsTakenOffTheLatestSaleOfAsManyUnits() {
    assertThat(cleaned(9, 4, 6, -4, NAN, 2)).containsExactly(9, 0, 6, 0, NAN, 2);
  }

  @Test
  void aReturnLikeNoSaleIsTakenOffTheLatestLargerOne() {
    assertThat(cleaned(8, 5, 2, -3, 2)).containsExactly(8, 2, 2, 0, 2);
  }

  @Test
  void aReturnWithoutASaleInTheThirtyDaysBeforeLowersNothing() {
    double[] sales = new double[40];
    sales[0] = 7;
    sales[2] = 1;
    sales[31] = -7;
    assertThat(cleaned(sales)[0]).isEqualTo(7);
    sales[31] = 0;
    sales[30] = -7;
    assertThat(cleaned(sales)[0]).isZero();
    assertThat(cleaned(3, -5, 2)).containsExactly(3, 0, 2);
  }

  @Test
  void aSaleThatCameBackStillShowsThatTheProductWasOnOffer() {
    assertThat(cleaned(0, 5, 0, -5, 0)).containsExactly(NAN, 0, 0, 0, 0);
  }

  @Test
  void stepsOutOfStockAreMissingAndUnknownStockIsNot() {
    double[] sales = {5, 0, 7, 8};
    UnconstrainedDemand demand = with(CovariateNames.IN_STOCK, sales, 1, 0, NAN, 1);
    assertThat(demand.panel().values(0)).containsExactly(5, NAN, 7, 8);
  }

  @Test
  void aStepPartlyInStockKeepsItsSalesAndGainsWhatIsUsualOfTheRest() {
    double[] sales = new double[56];
    double[] inStock = new double[56];
    Arrays.fill(sales, 10);
    Arrays.fill(inStock, 1);
    sales[30] = 5;
    inStock[30] = 0.5;
    UnconstrainedDemand demand = with(CovariateNames.IN_STOCK, sales, inStock);
    // 5 and half of a usual day of 10
    assertThat(demand.panel().value(0, 30)).isCloseTo(10, within(0.05));
    assertThat(demand.observed().value(0, 30)).isNaN();
    assertThat(demand.observed().value(0, 31)).isEqualTo(10);
    assertThat(demand.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.id()).isEqualTo(ID);
              assertThat(change.time()).isEqualTo(AXIS.at(30));
              assertThat(change.reason()).isEqualTo(ChangeReason.PARTLY_OUT_OF_STOCK);
              assertThat(change.sales()).isEqualTo(5);
              assertThat(change.demand()).isEqualTo(demand.panel().value(0, 30));
            });
  }

  @Test
  void anEstimateIsNoLargerThanASaleMayBe() {
    double[] sales = new double[56];
    double[] inStock = new double[56];
    Arrays.fill(sales, 8e14);
    Arrays.fill(inStock, 1);
    inStock[30] = 0.5;
    UnconstrainedDemand demand = with(CovariateNames.IN_STOCK, sales, inStock);
    // as much again as in the half of its time in stock would be 1.6e15
    assertThat(demand.panel().value(0, 30)).isEqualTo(TimeSeries.MAX_VALUE);
    assertThat(demand.panel().value(0, 31)).isEqualTo(8e14);
  }

  @Test
  void aStepThatSoldOutHadAtLeastItsSales() {
    double[] sales = new double[56];
    double[] inStock = new double[56];
    Arrays.setAll(sales, t -> 8 + t % 5);
    Arrays.fill(inStock, 1);
    sales[30] = 11;
    inStock[30] = 0;
    sales[31] = 2;
    inStock[31] = 0;
    double[] demand = with(CovariateNames.IN_STOCK, sales, inStock).panel().values(0);
    assertThat(demand[30]).isCloseTo(13, within(0.4)); // E[D | D >= 11] for Poisson demand of 10
    assertThat(demand[31]).isCloseTo(10, within(0.3)); // hardly any news
  }

  @Test
  void aSoldOutPromotionIsComparedWithPromotions() {
    double[] sales = new double[200];
    double[] inStock = new double[200];
    double[] promotion = new double[200];
    Arrays.setAll(promotion, t -> t % 10 == 0 ? 1 : 0);
    Arrays.setAll(sales, t -> 8 + t % 5 + 30 * promotion[t]);
    Arrays.fill(inStock, 1);
    sales[100] = 12;
    inStock[100] = 0;
    SeriesPanel panel =
        SeriesPanel.builder(AXIS)
            .covariate(CovariateNames.IN_STOCK, Availability.PAST_ONLY)
            .covariate(CovariateNames.PROMOTION, Availability.PAST_ONLY)
            .add(
                new TimeSeries(ID, AXIS, 0, sales),
                Map.of(CovariateNames.IN_STOCK, inStock, CovariateNames.PROMOTION, promotion),
                Map.of())
            .build();
    // promoted steps sell 38 or 43 each
    assertThat(UnconstrainedDemand.of(panel).panel().value(0, 100)).isBetween(35.0, 44.0);
  }

  @Test
  void regularSalesKeepTheirBits() {
    SimulatedDemand random = new SimulatedDemand(3);
    double[] sales = new double[500];
    Arrays.setAll(sales, t -> random.negativeBinomial(t % 7 == 0 ? 20.5 : 7, 3) * 0.1);
    sales[0] = 0.1;
    sales[250] = NAN;
    UnconstrainedDemand demand = of(sales);
    assertThat(demand.panel().values(0)).containsExactly(sales);
    assertThat(demand.observed()).isSameAs(demand.panel());
    assertThat(demand.changes()).isEmpty();
  }

  @Test
  void whereEveryStepSoldOutNothingIsMadeUp() {
    double[] sales = new double[30];
    Arrays.fill(sales, 5);
    double[] demand = with(CovariateNames.IN_STOCK, sales, new double[30]).panel().values(0);
    assertThat(demand).containsOnly(5);
  }

  @Test
  void aLoneValueOverAThousandTimesTheNextIsAMistake() {
    assertThat(cleaned(1, 2, 3, 4, 1, 2, 1e12, 3)).containsExactly(1, 2, 3, 4, 1, 2, NAN, 3);
    assertThat(cleaned(1, 2, 3, 4, 1, 2, 4000, 3)).contains(4000);
  }

  @Test
  void aLargeOrderAmongFewSalesIsBelieved() {
    assertThat(cleaned(1, 0, 0, 0, 0, 0, 0, 5000)).endsWith(5000);
  }

  @Test
  void aOneOffEventIsMissing() {
    UnconstrainedDemand demand = with(CovariateNames.ONE_OFF, new double[] {4, 90, 5}, 0, 1, 0);
    assertThat(demand.panel().values(0)).containsExactly(4, NAN, 5);
    assertThat(demand.changes())
        .extracting(DemandChange::reason)
        .containsOnly(ChangeReason.ONE_OFF);
  }
}
