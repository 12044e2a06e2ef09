package io.synkro.predict.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SeriesPanelBuilderTest {
  private static final TimeAxis DAYS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
  private static final SeriesId A = SeriesId.of("A", "W");
  private static final SeriesId B = SeriesId.of("B", "W");

  @Test
  void aRefusedSeriesLeavesNoTrace() {
    SeriesPanelBuilder builder =
        SeriesPanel.builder(DAYS).covariate("price", Availability.PAST_ONLY);
    refused(
        () -> builder.add(new TimeSeries(A, DAYS, 0, 1, 2), prices(5), Map.of()),
        "length of covariate price of series A@W (1) must be 2");
    refused(
        () ->
            builder.add(new TimeSeries(A, DAYS, 0, 1), prices(Double.NEGATIVE_INFINITY), Map.of()),
        "value 0 of covariate price of series A@W (-Infinity) must be finite");
    SeriesPanel panel = builder.add(new TimeSeries(B, DAYS, 0, 7), prices(9), Map.of()).build();
    assertThat(panel.ids()).containsExactly(B);
    assertThat(panel.covariate("price").orElseThrow().value(0, 0)).isEqualTo(9);
  }

  @Test
  void whatWasNotNamedIsRefused() {
    SeriesPanelBuilder builder = SeriesPanel.builder(DAYS);
    TimeSeries series = new TimeSeries(A, DAYS, 0, 1);
    refused(
        () -> builder.add(series, prices(1), Map.of()), "Maybe call covariate(\"price\") on the");
    refused(
        () -> builder.add(series, Map.of(), Map.of("brand", "x")),
        "Maybe call attribute(\"brand\") on the builder.");
  }

  @Test
  void namesComeOnceAndBeforeTheFirstSeries() {
    SeriesPanelBuilder builder =
        SeriesPanel.builder(DAYS).covariate("price", Availability.PAST_ONLY).attribute("brand");
    refused(() -> builder.covariate("price", Availability.PAST_ONLY), "must be named once");
    refused(() -> builder.attribute("brand"), "must be named once");
    refused(() -> builder.attribute(" "), "1 to 256 characters");
    refused(() -> builder.futureSteps(-1), "futureSteps (-1) must be at least 0");
    builder.add(new TimeSeries(A, DAYS, 0, 1), Map.of(), Map.of());
    refused(() -> builder.attribute("late"), "must be set before the first series is added");
    refused(() -> builder.futureSteps(3), "must be set before the first series is added");
  }

  @Test
  void aSeriesOfAnotherAxisAndAPanelOfNothingAreRefused() {
    TimeAxis weeks = TimeAxis.of(Frequency.WEEKLY, LocalDate.of(2024, 1, 1));
    refused(
        () -> SeriesPanel.builder(DAYS).add(new TimeSeries(A, weeks, 0, 1), Map.of(), Map.of()),
        "axis of series A@W");
    refused(() -> SeriesPanel.builder(DAYS).build(), "Maybe add a series before build()");
    refused(() -> SeriesPanel.of(List.of()), "must be at least one");
  }

  @Test
  void valuesAndStartsThatNoSumSurvivesAreRefused() {
    refused(() -> new TimeSeries(A, DAYS, 0), "values of series A@W (none)");
    refused(() -> new TimeSeries(A, DAYS, 0, 1, -1.1e15), "value 1 of series A@W (-1.1E15)");
    refused(() -> new TimeSeries(A, DAYS, Integer.MAX_VALUE, 1), "start of series A@W");
    SeriesPanel panel = SeriesPanel.of(List.of(new TimeSeries(A, DAYS, 0, 1, 2)));
    refused(() -> panel.withValues(new double[] {1, 1e300}), "value 1 of series A@W");
    refused(() -> panel.withValues(new double[1]), "must equal the number of observations, 2");
  }

  @Test
  void positionsOutsideThePanelAreRefused() {
    SeriesPanel panel =
        SeriesPanel.builder(DAYS)
            .covariate("price", Availability.PAST_ONLY)
            .attribute("brand")
            .add(new TimeSeries(A, DAYS, 0, 1, 2), prices(3, 4), Map.of())
            .add(new TimeSeries(B, DAYS, 0, 5), prices(6), Map.of())
            .build();
    Covariate price = panel.covariate("price").orElseThrow();
    refused(() -> price.value(0, 2), "t (2) must be from 0 to 1"); // 6 is another series' price
    refused(() -> price.value(2, 0), "series (2) must be from 0 to 1");
    refused(() -> panel.value(1, 1), "t (1) must be from 0 to 0");
    refused(() -> panel.value(-1, 0), "series (-1)");
    refused(() -> panel.id(2), "series (2)");
    refused(() -> panel.start(2), "series (2)");
    refused(() -> panel.values(2), "series (2)");
    refused(() -> panel.attribute("brand").orElseThrow().code(2), "series (2)");
    refused(() -> panel.series(0).value(2), "t (2)");
    refused(() -> panel.select(), "keep at least one series");
    refused(() -> panel.before(0, 0), "must lie after the start");
    refused(() -> panel.before(1, -1), "futureSteps (-1)");
  }

  @Test
  void levelsOfAnotherPanelGiveTheCodesThatItGave() {
    SeriesPanel fitted = brands("apple", "berry", "cherry");
    SeriesPanel newer = brands("cherry", "date", "apple").withLevelsOf(fitted);
    StaticAttribute brand = newer.attribute("brand").orElseThrow();
    assertThat(brand.levels()).containsExactly("apple", "berry", "cherry");
    assertThat(brand.code(0)).isEqualTo(2);
    assertThat(brand.code(1)).isEqualTo(StaticAttribute.NO_LEVEL);
    assertThat(brand.value(1)).isEqualTo(SeriesPanelBuilder.UNKNOWN);
    assertThat(brand.code(2)).isZero();
    assertThat(newer.withLevelsOf(brands("date")).attribute("brand").orElseThrow().code(1))
        .as("what was lost stays lost")
        .isEqualTo(StaticAttribute.NO_LEVEL);
  }

  private static SeriesPanel brands(String... brands) {
    SeriesPanelBuilder builder = SeriesPanel.builder(DAYS).attribute("brand");
    for (int i = 0; i < brands.length; i++) {
      builder.add(
          new TimeSeries(SeriesId.of("P" + i, "W"), DAYS, 0, 1),
          Map.of(),
          Map.of("brand", brands[i]));
    }
    return builder.build();
  }

  private static Map<String, double[]> prices(double... prices) {
    return Map.of("price", prices);
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
