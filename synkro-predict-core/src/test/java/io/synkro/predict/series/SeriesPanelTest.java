package io.synkro.predict.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesPanelTest {
  private static final TimeAxis DAYS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
  private static final SeriesId A = SeriesId.of("A", "W");
  private static final SeriesId B = SeriesId.of("B", "W");

  private static SeriesPanel panel() {
    return SeriesPanel.builder(DAYS)
        .futureSteps(2)
        .covariate("price", Availability.KNOWN_IN_FUTURE)
        .covariate("weather", Availability.PAST_ONLY)
        .attribute("category")
        .add(
            new TimeSeries(A, DAYS, 0, 1, 2, Double.NaN, 4),
            Map.of(
                "price",
                new double[] {10, 11, 12, 13, 14, 15},
                "weather",
                new double[] {1, 2, 3, 4}),
            Map.of("category", "tools"))
        .add(
            new TimeSeries(B, DAYS, 2, 7, 8),
            Map.of("price", new double[] {20, 21, 22, 23}),
            Map.of())
        .build();
  }

  @Test
  void valuesLieWhereTheyWereAdded() {
    SeriesPanel panel = panel();
    assertThat(panel.size()).isEqualTo(2);
    assertThat(panel.observations()).isEqualTo(6);
    assertThat(panel.values(0)).containsExactly(1, 2, Double.NaN, 4);
    assertThat(panel.value(1, 1)).isEqualTo(8);
    assertThat(panel.end(1)).isEqualTo(4);
    assertThat(panel.position(B)).hasValue(1);
    assertThat(panel.position(SeriesId.of("C", "W"))).isEmpty();
    assertThat(panel.series(1).time(0)).isEqualTo(LocalDate.of(2024, 1, 3).atStartOfDay());
  }

  @Test
  void covariatesReachBeyondTheEndWhenKnown() {
    Covariate price = panel().covariate("price").orElseThrow();
    assertThat(price.value(0, 5)).isEqualTo(15);
    assertThat(price.value(1, 0)).isEqualTo(20);
    assertThat(price.value(1, 3)).isEqualTo(23);
    Covariate weather = panel().covariate("weather").orElseThrow();
    assertThat(weather.value(0, 3)).isEqualTo(4);
    assertThat(weather.value(1, 0)).isNaN();
  }

  @Test
  void attributesAreCodesIntoSortedLevels() {
    StaticAttribute category = panel().attribute("category").orElseThrow();
    assertThat(category.levels()).containsExactly("(unknown)", "tools");
    assertThat(category.value(0)).isEqualTo("tools");
    assertThat(category.value(1)).isEqualTo("(unknown)");
  }

  @Test
  void aPanelBeforeAStepKnowsOnlyPlansBeyondIt() {
    SeriesPanel past = panel().before(2, 3);
    assertThat(past.ids()).containsExactly(A);
    assertThat(past.values(0)).containsExactly(1, 2);
    Covariate price = past.covariate("price").orElseThrow();
    assertThat(price.value(0, 2)).isEqualTo(12);
    assertThat(price.value(0, 4)).isEqualTo(14);
    assertThat(past.covariate("weather").orElseThrow().futureSteps()).isZero();
    assertThat(past.attribute("category").orElseThrow().levels()).hasSize(2);
  }

  @Test
  void plansBeyondWhatIsKnownAreMissing() {
    Covariate price = panel().before(4, 5).covariate("price").orElseThrow();
    assertThat(price.value(0, 5)).isEqualTo(15);
    assertThat(price.value(0, 6)).isNaN();
  }

  @Test
  void selectedSeriesKeepTheirData() {
    SeriesPanel selected = panel().select(1);
    assertThat(selected.ids()).containsExactly(B);
    assertThat(selected.values(0)).containsExactly(7, 8);
    assertThat(selected.covariate("price").orElseThrow().value(0, 3)).isEqualTo(23);
  }

  @Test
  void aSeriesTwiceIsRefused() {
    TimeSeries series = new TimeSeries(A, DAYS, 0, 1);
    assertThatThrownBy(() -> SeriesPanel.of(List.of(series, series)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("A@W")
        .hasMessageContaining("Maybe add up its values first");
  }

  @Test
  void infiniteDemandIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> new TimeSeries(A, DAYS, 0, 1, Double.POSITIVE_INFINITY))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("value 1 of series A@W (Infinity)");
  }

  @Test
  void covariatesOfTheWrongLengthAreRefused() {
    SeriesPanelBuilder builder =
        SeriesPanel.builder(DAYS).futureSteps(2).covariate("price", Availability.KNOWN_IN_FUTURE);
    TimeSeries series = new TimeSeries(A, DAYS, 0, 1, 2);
    assertThatThrownBy(() -> builder.add(series, Map.of("price", new double[2]), Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be 4");
  }

  @Test
  void arraysAreCopiedInAndOut() {
    double[] values = {1, 2};
    TimeSeries series = new TimeSeries(A, DAYS, 0, values);
    values[0] = 99;
    series.values()[1] = 99;
    assertThat(series.values()).containsExactly(1, 2);
  }

  @Test
  void withoutPlansCovariatesEndWithTheirSeries() {
    SeriesPanel past = panel().withoutPlans();
    Covariate price = past.covariate("price").orElseThrow();
    assertThat(price.availability()).isEqualTo(Availability.PAST_ONLY);
    assertThat(price.futureSteps()).isZero();
    assertThat(past.futureSteps()).isZero();
    assertThat(price.value(0, 3)).isEqualTo(13);
    assertThat(price.value(1, 1)).isEqualTo(21);
    assertThat(past.covariate("weather").orElseThrow().value(0, 3)).isEqualTo(4);
    assertThat(past.withoutPlans()).isSameAs(past);
  }

  @Test
  void anExtendedPanelGoesOnWithMissingDemandAndRecordsItsPlans() {
    // A has steps 0 to 3; C ended with step 1 and plans two steps more
    SeriesPanel three =
        SeriesPanel.builder(DAYS)
            .futureSteps(2)
            .covariate("price", Availability.KNOWN_IN_FUTURE)
            .covariate("weather", Availability.PAST_ONLY)
            .add(
                new TimeSeries(A, DAYS, 0, 1, 2, 3, 4),
                Map.of(
                    "price",
                    new double[] {10, 11, 12, 13, 14, 15},
                    "weather",
                    new double[] {1, 2, 3, 4}),
                Map.of())
            .add(
                new TimeSeries(SeriesId.of("C", "W"), DAYS, 0, 5, 6),
                Map.of("price", new double[] {30, 31, 32, 33}),
                Map.of())
            .build();
    SeriesPanel longer = three.extended(3);
    double nan = Double.NaN;
    assertThat(longer.futureSteps()).isZero();
    assertThat(longer.end()).isEqualTo(7);
    assertThat(longer.values(0)).containsExactly(1, 2, 3, 4, nan, nan, nan);
    assertThat(longer.values(1)).containsExactly(5, 6, nan, nan, nan, nan, nan);
    Covariate price = longer.covariate("price").orElseThrow();
    assertThat(price.futureSteps()).isZero();
    assertThat(price.availability()).isEqualTo(Availability.KNOWN_IN_FUTURE);
    assertThat(recorded(price, 0, 7)).containsExactly(10, 11, 12, 13, 14, 15, nan);
    assertThat(recorded(price, 1, 7)).containsExactly(30, 31, 32, 33, nan, nan, nan);
    Covariate weather = longer.covariate("weather").orElseThrow();
    assertThat(recorded(weather, 0, 7)).containsExactly(1, 2, 3, 4, nan, nan, nan);
    // plans beyond the steps are cut
    Covariate one = three.extended(1).covariate("price").orElseThrow();
    assertThat(recorded(one, 0, 5)).containsExactly(10, 11, 12, 13, 14);
    assertThatThrownBy(() -> one.value(0, 5)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> three.extended(0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("steps (0)");
  }

  private static double[] recorded(Covariate covariate, int series, int steps) {
    return IntStream.range(0, steps).mapToDouble(t -> covariate.value(series, t)).toArray();
  }

  @Test
  void covariatesOfCutsAreThoseOfThePanelWhetherSharedOrCopied() {
    TimeAxis axis = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
    SeriesPanelBuilder builder =
        SeriesPanel.builder(axis).futureSteps(2).covariate("price", Availability.KNOWN_IN_FUTURE);
    for (int i = 0; i < 4; i++) {
      double base = 100 * i;
      double[] price = new double[12];
      Arrays.setAll(price, t -> base + t);
      builder.add(
          new TimeSeries(SeriesId.of("P" + i, "W"), axis, i, new double[10]),
          Map.of("price", price),
          Map.of());
    }
    SeriesPanel panel = builder.build();
    for (int end = 1; end <= 13; end++) {
      for (int future = 0; future <= 14; future++) {
        SeriesPanel past = panel.before(end, future);
        Covariate cut = past.covariate("price").orElseThrow();
        Covariate history = past.withoutPlans().covariate("price").orElseThrow();
        for (int i = 0; i < past.size(); i++) {
          for (int t = 0; t < past.length(i) + future; t++) {
            assertThat(cut.value(i, t))
                .isEqualTo(Double.valueOf(t < 12 ? 100 * i + t : Double.NaN));
          }
          int beyond = past.length(i) + future;
          int series = i;
          assertThatThrownBy(() -> cut.value(series, beyond))
              .isInstanceOf(InvalidInputException.class);
          assertThatThrownBy(() -> history.value(series, past.length(series)))
              .isInstanceOf(InvalidInputException.class);
          float[] copied = new float[beyond];
          assertThat(cut.copyFloats(i, copied, 0)).isEqualTo(beyond);
          assertThat(copied[0]).isEqualTo(100 * i);
        }
      }
    }
    Covariate one = panel.select(2).covariate("price").orElseThrow();
    assertThat(one.value(0, 11)).isEqualTo(211);
  }
}
