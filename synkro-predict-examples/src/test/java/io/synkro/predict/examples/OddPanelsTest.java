package io.synkro.predict.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.engine.Engines;
import io.synkro.predict.features.DemandFeatures;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.forecast.ForecastModel;
import io.synkro.predict.forecast.ForecastOutcome;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.forecast.TreeTraining;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Panels with everything odd at once through features, a real engine, backtest and intervals. */
class OddPanelsTest {
  private static final int STEPS = 110;
  private static final int GOOD = 12;

  private static DemandForecaster forecaster(int horizon) {
    return DemandForecaster.builder()
        .horizon(horizon)
        .backtests(2)
        .learner(Engines.learner("lightgbm"), DemandFeatures.standard())
        .training(
            TreeTraining.builder()
                .options(LearnerOptions.builder(new Objective.Tweedie(1.2)).rounds(15).build())
                .build())
        .build();
  }

  private static SeriesPanelBuilder add(
      SeriesPanelBuilder builder, TimeAxis axis, String name, int start, double... values) {
    double[] unknown = new double[values.length];
    Arrays.fill(unknown, Double.NaN);
    return builder.add(
        new TimeSeries(SeriesId.of(name, "W"), axis, start, values),
        Map.of("weather forecast", unknown),
        Map.of("category", "c-" + name));
  }

  private static double[] demand(long seed) {
    return new SplittableRandom(seed).doubles(STEPS, 5, 15).toArray();
  }

  private static SeriesPanel panel(Frequency frequency) {
    TimeAxis axis = TimeAxis.of(frequency, LocalDate.of(1900, 1, 1));
    SeriesPanelBuilder builder =
        SeriesPanel.builder(axis)
            .covariate("weather forecast", Availability.PAST_ONLY)
            .covariate("weather_forecast", Availability.KNOWN_IN_FUTURE)
            .attribute("category");
    for (int i = 0; i < GOOD; i++) {
      add(builder, axis, "good" + i, 0, demand(i));
    }
    double[] negative = new double[STEPS];
    Arrays.fill(negative, -2);
    double[] huge = demand(77);
    huge[STEPS - 1] = 1e12;
    double[] missing = new double[STEPS];
    Arrays.fill(missing, Double.NaN);
    add(builder, axis, "zero", 0, new double[STEPS]);
    add(builder, axis, "missing", 0, missing);
    add(builder, axis, "negative", 0, negative);
    add(builder, axis, "huge", 0, huge);
    add(builder, axis, "one step", 0, 3);
    add(builder, axis, "last step", STEPS - 1, 3);
    add(builder, axis, "ended", 0, Arrays.copyOf(demand(78), STEPS / 2));
    return builder.build();
  }

  @ParameterizedTest
  @EnumSource(Frequency.class)
  void oddSeriesFailAloneAndSpoilNoOther(Frequency frequency) {
    PanelForecast forecast = forecaster(5).fit(panel(frequency)).forecast();

    assertThat(forecast.outcomes().stream().filter(ForecastOutcome.NotForecast.class::isInstance))
        .extracting(outcome -> outcome.id().product().value())
        .containsExactly("zero", "missing", "negative", "one step", "last step");
    for (DemandForecast one : forecast.forecasts()) {
      // demand is drawn evenly from 5 to 15: sd 2.9
      assertThat(one.meanOver(5)).as("%s", one.id()).isBetween(30.0, 70.0);
      assertThat(one.sd(0)).isBetween(1.5, 6.0);
      assertThat(one.quantile(4, 0.05)).isLessThan(one.quantile(4, 0.95));
    }
  }

  @Test
  void aCategoryForEachOfThousandsOfSeriesIsLearntFrom() {
    TimeAxis axis = TimeAxis.of(Frequency.MONTHLY, LocalDate.of(2020, 1, 1));
    SeriesPanelBuilder builder = SeriesPanel.builder(axis).attribute("category");
    for (int i = 0; i < 10_000; i++) {
      double[] values = Arrays.copyOf(demand(i % 97), 12);
      builder.add(
          new TimeSeries(SeriesId.of("P" + i, "W"), axis, 0, values),
          Map.of(),
          Map.of("category", "level " + i));
    }
    ForecastModel model = forecaster(2).fit(builder.build());
    assertThat(model.forecast().forecasts()).hasSize(10_000);
    assertThat(model.backtest().members().get(2).wape()).isLessThan(0.5);
  }

  @Test
  void equalInputGivesEqualForecasts() {
    PanelForecast one = forecaster(5).fit(panel(Frequency.DAILY)).forecast();
    PanelForecast two = forecaster(5).fit(panel(Frequency.DAILY)).forecast();
    for (int i = 0; i < one.forecasts().size(); i++) {
      for (int h = 0; h < 5; h++) {
        assertThat(two.forecasts().get(i).mean(h)).isEqualTo(one.forecasts().get(i).mean(h));
        assertThat(two.forecasts().get(i).sd(h)).isEqualTo(one.forecasts().get(i).sd(h));
      }
    }
  }
}
