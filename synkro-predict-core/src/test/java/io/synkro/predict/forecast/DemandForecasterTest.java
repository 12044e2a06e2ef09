package io.synkro.predict.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.univariate.DemandClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DemandForecasterTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
  private static final int DAYS = 200;

  /** Counts around a weekly pattern: 5 on weekdays, 15 on the last two days of a week. */
  private static double[] weekly(SplittableRandom random, double level) {
    double[] values = new double[DAYS];
    for (int t = 0; t < DAYS; t++) {
      double mean = level * (t % 7 >= 5 ? 15 : 5);
      values[t] = Math.max(0, Math.rint(mean + Math.sqrt(mean) * gaussian(random)));
    }
    return values;
  }

  private static double gaussian(SplittableRandom random) {
    double sum = 0;
    for (int k = 0; k < 12; k++) {
      sum += random.nextDouble();
    }
    return sum - 6;
  }

  private static SeriesPanel panel(int size) {
    SplittableRandom random = new SplittableRandom(7);
    List<TimeSeries> series = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      series.add(new TimeSeries(SeriesId.of("P" + i, "W"), AXIS, 0, weekly(random, 1 + i % 5)));
    }
    return SeriesPanel.of(series);
  }

  @Test
  void theWeeklyPatternIsForecastAndTheReferenceBeaten() {
    ForecastModel model = DemandForecaster.builder().horizon(14).build().fit(panel(40));
    DemandForecast first = model.forecast().forecasts().get(0);
    assertThat(first.horizon()).isEqualTo(14);
    assertThat(first.time(0)).isEqualTo(LocalDate.of(2024, 1, 1).plusDays(DAYS).atStartOfDay());
    for (int h = 0; h < 14; h++) {
      assertThat(first.mean(h)).isCloseTo((DAYS + h) % 7 >= 5 ? 15 : 5, within(4.0));
    }
    assertThat(model.backtest().best().rmsse()).isLessThan(model.backtest().reference().rmsse());
    assertThat(model.backtest().best().wape()).isLessThan(model.backtest().reference().wape());
  }

  @Test
  void ninetyPercentIntervalsHoldNinetyPercent() {
    BacktestReport report =
        DemandForecaster.builder().horizon(14).build().fit(panel(60)).backtest();
    assertThat(report.intervals().level()).isCloseTo(0.9, within(1e-9));
    assertThat(report.intervals().coverage()).isBetween(0.87, 0.93);
  }

  @Test
  void theModelCardSaysWhatWasLearntAndWhy() {
    double[] seldom = new double[DAYS];
    for (int t = 0; t < DAYS; t += 5) {
      seldom[t] = 2;
    }
    List<TimeSeries> series = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      series.add(panel(6).series(i));
    }
    series.add(new TimeSeries(SeriesId.of("seldom", "W"), AXIS, 0, seldom));
    ModelCard card =
        DemandForecaster.builder().horizon(7).build().fit(SeriesPanel.of(series)).card();
    assertThat(card.series()).isEqualTo(7);
    assertThat(card.observations()).isEqualTo(7L * DAYS);
    assertThat(card.to()).isEqualTo(LocalDate.of(2024, 1, 1).plusDays(DAYS - 1).atStartOfDay());
    assertThat(card.classes().get(DemandClass.INTERMITTENT)).isEqualTo(1);
    assertThat(card.backtest().choices())
        .extracting(MethodChoice::demand)
        .containsExactly("regular demand", "intermittent demand");
    assertThat(card.text())
        .contains("Learnt from 7 series with 1400 daily observations, 2024-01-01T00:00")
        .contains("**regular demand**: seasonal mean. No trees were trained")
        .contains("| seasonal naive |", "The 90 % interval held ");
    assertThat(card.text()).doesNotContain("NaN", "null");
  }

  @Test
  void equalInputGivesEqualForecasts() {
    List<DemandForecast> one =
        DemandForecaster.builder().horizon(7).build().fit(panel(5)).forecast().forecasts();
    List<DemandForecast> two =
        DemandForecaster.builder().horizon(7).build().fit(panel(5)).forecast().forecasts();
    for (int i = 0; i < one.size(); i++) {
      for (int h = 0; h < 7; h++) {
        assertThat(two.get(i).quantile(h, 0.95)).isEqualTo(one.get(i).quantile(h, 0.95));
      }
    }
  }

  @Test
  void oneBadSeriesDoesNotFailTheBatch() {
    SplittableRandom random = new SplittableRandom(1);
    double[] missing = new double[DAYS];
    Arrays.fill(missing, Double.NaN);
    SeriesPanel sales =
        SeriesPanel.of(
            List.of(
                new TimeSeries(SeriesId.of("good", "W"), AXIS, 0, weekly(random, 1)),
                new TimeSeries(SeriesId.of("missing", "W"), AXIS, 0, missing),
                new TimeSeries(SeriesId.of("never sold", "W"), AXIS, 0, new double[DAYS]),
                new TimeSeries(SeriesId.of("one day old", "W"), AXIS, DAYS - 1, 3)));
    PanelForecast forecast = DemandForecaster.builder().horizon(7).build().fit(sales).forecast();
    assertThat(forecast.outcomes()).hasSize(4);
    assertThat(forecast.outcomes().get(0)).isInstanceOf(ForecastOutcome.Forecasted.class);
    assertThat(forecast.outcomes().subList(1, 4))
        .allMatch(ForecastOutcome.NotForecast.class::isInstance);
    assertThat(((ForecastOutcome.NotForecast) forecast.outcomes().get(3)).reason())
        .contains("1 observations")
        .contains("Maybe");
    assertThat(forecast.find(SeriesId.of("missing", "W"))).isEmpty();
  }

  @Test
  void daysOutOfStockAreNotTakenForDaysWithoutDemand() {
    SeriesPanelBuilder builder =
        SeriesPanel.builder(AXIS).covariate(CovariateNames.IN_STOCK, Availability.PAST_ONLY);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 10; i++) {
      double[] units = weekly(random, 1);
      double[] inStock = new double[DAYS];
      Arrays.fill(inStock, 1);
      Arrays.fill(units, DAYS - 40, DAYS, 0);
      Arrays.fill(inStock, DAYS - 40, DAYS, i == 0 ? 0 : 1);
      builder.add(
          new TimeSeries(SeriesId.of("P" + i, "W"), AXIS, 0, units),
          Map.of(CovariateNames.IN_STOCK, inStock),
          Map.of());
    }
    List<DemandForecast> forecasts =
        DemandForecaster.builder().horizon(7).build().fit(builder.build()).forecast().forecasts();
    assertThat(forecasts.get(0).meanOver(7)).isGreaterThan(30);
    assertThat(forecasts.get(1).meanOver(7)).isLessThan(30);
  }

  @Test
  void aHistoryWithoutRoomForABacktestIsRefused() {
    SeriesPanel tiny =
        SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("P", "W"), AXIS, 0, 1, 2)));
    assertThatThrownBy(() -> DemandForecaster.builder().horizon(28).build().fit(tiny))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("28 steps")
        .hasMessageContaining("Maybe shorten the horizon");
  }

  @Test
  void quantileLevelsMustRise() {
    assertThatThrownBy(() -> DemandForecaster.builder().quantiles(0.5, 0.1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("strictly increasing");
  }
}
