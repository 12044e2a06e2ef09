package io.synkro.predict.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.demand.SimulatedDemand;
import io.synkro.predict.forecast.internal.MeanLearner;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One bad series beside twelve good ones, one test a line of the table of the forecaster. */
class BadSeriesTest {
  private static final int STEPS = 140;
  private static final int HORIZON = 14;
  private static final SeriesId BAD = SeriesId.of("bad", "W");
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));

  /** Demand of a day, which would usually be a Poisson count of 10 more than 10. */
  private interface Units {
    double of(int t, double usual);
  }

  /**
   * A kind of bad series.
   *
   * @param start its first step
   * @param least least mean forecast of a day; NaN if there must be no forecast
   * @param most largest mean forecast of a day
   */
  private record Bad(String name, int start, double least, double most, Units units) {
    TimeSeries series() {
      SimulatedDemand random = new SimulatedDemand(5);
      double[] values = new double[STEPS - start];
      Arrays.setAll(values, t -> units.of(start + t, 10 + random.poisson(10)));
      return new TimeSeries(BAD, AXIS, start, values);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Bad> badSeries() {
    double none = Double.NaN;
    return List.of(
        new Bad("one observation", STEPS - 1, none, none, (t, usual) -> usual),
        new Bad("too short", STEPS - 3, 10, 30, (t, usual) -> usual),
        new Bad("constant", 0, 7, 7, (t, usual) -> 7),
        new Bad("all zero", 0, none, none, (t, usual) -> 0),
        new Bad("all missing", 0, none, none, (t, usual) -> Double.NaN),
        new Bad("all negative", 0, none, none, (t, usual) -> -usual),
        new Bad("some negative", 0, 17, 23, (t, usual) -> t % 50 == 20 ? -3 : usual),
        new Bad("gap", 0, 17, 23, (t, usual) -> t >= 60 && t < 90 ? Double.NaN : usual),
        new Bad("gap at the end", 0, 17, 23, (t, usual) -> t >= 120 ? Double.NaN : usual),
        new Bad("one huge value", 0, 17, 23, (t, usual) -> t == 70 ? 1e15 : usual),
        new Bad("all huge", 0, 1.7e13, 2.3e13, (t, usual) -> 1e12 * usual),
        new Bad("not sold any more", 0, 0, 0.5, (t, usual) -> t >= 100 ? 0 : usual));
  }

  private static double[] good(int number) {
    SimulatedDemand random = new SimulatedDemand(number);
    double[] values = new double[STEPS];
    Arrays.setAll(values, t -> random.poisson(t % 7 >= 5 ? 30 : 12));
    return values;
  }

  private static SeriesPanelBuilder goodOnes() {
    SeriesPanelBuilder builder = SeriesPanel.builder(AXIS);
    for (int i = 0; i < 12; i++) {
      builder.add(
          new TimeSeries(SeriesId.of("good" + i, "W"), AXIS, 0, good(i)), Map.of(), Map.of());
    }
    return builder;
  }

  private static PanelForecast forecast(SeriesPanel sales) {
    return DemandForecaster.builder()
        .horizon(HORIZON)
        .learner(new MeanLearner(Float.NaN), MeanLearner.codes())
        .build()
        .fit(sales)
        .forecast();
  }

  /** The bad series takes part in the choice of methods and in intervals, but hardly. */
  private static void assertOthersAlike(PanelForecast with, PanelForecast without) {
    for (DemandForecast expected : without.forecasts()) {
      DemandForecast other = with.find(expected.id()).orElseThrow();
      for (int h = 0; h < HORIZON; h++) {
        assertThat(other.mean(h)).isCloseTo(expected.mean(h), within(0.1 * expected.mean(h)));
        assertThat(other.quantile(h, 0.95))
            .isCloseTo(expected.quantile(h, 0.95), within(0.15 * expected.quantile(h, 0.95)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("badSeries")
  void aBadSeriesHasItsOwnOutcomeAndTheOthersAreForecastAsWithoutIt(Bad bad) {
    PanelForecast without = forecast(goodOnes().build());
    PanelForecast with = forecast(goodOnes().add(bad.series(), Map.of(), Map.of()).build());
    assertOthersAlike(with, without);
    if (Double.isNaN(bad.least)) {
      assertThat(with.find(BAD)).isEmpty();
      assertThat(with.whyMissing(BAD)).contains("Maybe");
      return;
    }
    DemandForecast forecast = with.find(BAD).orElseThrow();
    assertThat(forecast.meanOver(HORIZON) / HORIZON)
        .isBetween(bad.least * (1 - 1e-9), bad.most * (1 + 1e-9));
    assertThat(forecast.basis())
        .isEqualTo(
            bad.name.equals("not sold any more")
                ? ForecastBasis.DISCONTINUED
                : ForecastBasis.HISTORY);
  }

  @Test
  void anInfiniteValueIsRefusedBeforeThereIsASeries() {
    for (double value : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2e15}) {
      assertThatThrownBy(() -> new TimeSeries(BAD, AXIS, 0, 1, value))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("value 1 of series bad@W")
          .hasMessageContaining("must be at most 1e15 in size");
    }
  }

  private static SeriesPanel priced(double lastPriceOfBad) {
    SeriesPanelBuilder builder =
        SeriesPanel.builder(AXIS)
            .futureSteps(HORIZON)
            .covariate("price", Availability.KNOWN_IN_FUTURE);
    for (int i = 0; i < 12; i++) {
      double[] prices = new double[STEPS + HORIZON];
      Arrays.fill(prices, 2);
      prices[prices.length - 1] = i == 0 ? lastPriceOfBad : 2;
      builder.add(
          new TimeSeries(SeriesId.of("good" + i, "W"), AXIS, 0, good(i)),
          Map.of("price", prices),
          Map.of());
    }
    return builder.build();
  }

  @Test
  void aFutureCovariateThatIsMissingLeavesTheSeriesForecastWithoutIt() {
    PanelForecast whole = forecast(priced(2));
    PanelForecast missing = forecast(priced(Double.NaN));
    assertOthersAlike(missing, whole);
    assertThat(missing.forecasts()).hasSize(12);
  }

  private static SeriesPanel inCategories(String last) {
    SeriesPanelBuilder builder = SeriesPanel.builder(AXIS).attribute("category");
    for (int i = 0; i < 12; i++) {
      builder.add(
          new TimeSeries(SeriesId.of("good" + i, "W"), AXIS, 0, good(i)),
          Map.of(),
          Map.of("category", i == 11 ? last : "old"));
    }
    return builder.build();
  }

  @Test
  void aCategoryUnknownToTheFitIsForecastByHistory() {
    ForecastModel model =
        DemandForecaster.builder()
            .horizon(HORIZON)
            .learner(new MeanLearner(Float.NaN), MeanLearner.codes())
            .build()
            .fit(inCategories("old"));
    PanelForecast known = model.forecast();
    PanelForecast unknown = model.forecast(inCategories("brand new"));
    assertThat(unknown.forecasts()).hasSize(12);
    assertOthersAlike(unknown, known);
  }
}
