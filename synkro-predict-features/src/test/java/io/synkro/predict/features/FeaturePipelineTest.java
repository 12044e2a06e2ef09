package io.synkro.predict.features;

import static io.synkro.predict.features.Features.attribute;
import static io.synkro.predict.features.Features.difference;
import static io.synkro.predict.features.Features.ewm;
import static io.synkro.predict.features.Features.lag;
import static io.synkro.predict.features.Features.mean;
import static io.synkro.predict.features.Features.meanAll;
import static io.synkro.predict.features.Features.medianAll;
import static io.synkro.predict.features.Features.planned;
import static io.synkro.predict.features.Features.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.calendar.FourierTerms;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.BinnedTable;
import io.synkro.predict.tabular.FeatureBins;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeaturePipelineTest {
  private static final SeriesPanel PANEL =
      LiveFeaturesTest.panel(Frequency.DAILY, 150, new SplittableRandom(3));

  private static FeaturePipeline pipeline(PipelineFeature... features) {
    return FeaturePipeline.builder(Frequency.DAILY).add(features).build();
  }

  @Test
  void rowsOfAllStepsAreThoseThatOneCanAskFor() {
    FeaturePipeline pipeline = LiveFeaturesTest.pipeline(Frequency.DAILY);
    FeatureTable all = pipeline.computeAll(PANEL);
    int[] series = new int[PANEL.observations()];
    int[] origins = new int[series.length];
    int[] horizons = new int[series.length];
    int row = 0;
    for (int s = 0; s < PANEL.size(); s++) {
      for (int t = PANEL.start(s); t < PANEL.end(s); t++, row++) {
        series[row] = s;
        origins[row] = t;
        horizons[row] = 1;
      }
    }
    assertSameBits(pipeline.compute(PANEL, new FeatureRows(series, origins, horizons)), all);
  }

  @Test
  void rowsAskedForAloneAreThoseOfWholeColumns() {
    FeaturePipeline pipeline = LiveFeaturesTest.pipeline(Frequency.DAILY);
    int[] horizons = {1, 2, 7, 9, 9, 30};
    for (int s = 0; s < PANEL.size(); s++) {
      int first = Math.max(0, PANEL.start(s) - 3);
      FeatureTable many = pipeline.compute(PANEL, rows(s, first, PANEL.end(s), horizons));
      for (int origin = first, row = 0; origin <= PANEL.end(s); origin++) {
        FeatureTable few = pipeline.compute(PANEL, rows(s, origin, origin, horizons));
        for (int h = 0; h < horizons.length; h++, row++) {
          assertSameRow(few, h, many, row);
        }
      }
    }
  }

  @Test
  void severalOriginsGiveWhatEachGivesAlone() {
    FeaturePipeline pipeline = LiveFeaturesTest.pipeline(Frequency.DAILY);
    int[] horizons = {3, 1, 40};
    for (int s = 0; s < PANEL.size(); s++) {
      int first = PANEL.end(s) - 5;
      FeatureTable several = pipeline.compute(PANEL, rows(s, first, PANEL.end(s) + 12, horizons));
      for (int r = 0; r < several.rows(); r++) {
        int origin = first + r / horizons.length;
        FeatureTable alone = pipeline.compute(PANEL, rows(s, origin, origin, horizons));
        assertSameRow(several, r, alone, r % horizons.length);
      }
    }
  }

  private static float[] row(FeatureTable table, int row) {
    float[] values = new float[table.schema().size()];
    table.copyRow(row, values);
    return values;
  }

  private static FeatureRows rows(int series, int first, int last, int... horizons) {
    int[] origins =
        IntStream.rangeClosed(first, last)
            .flatMap(o -> IntStream.generate(() -> o).limit(horizons.length))
            .toArray();
    int[] each =
        IntStream.range(0, origins.length).map(r -> horizons[r % horizons.length]).toArray();
    return new FeatureRows(IntStream.of(origins).map(o -> series).toArray(), origins, each);
  }

  /** The plans of P end with it: they were never seen to happen. */
  @Test
  void plansOfAnEndedSeriesAreNotItsPast() {
    TimeAxis axis = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
    SeriesPanel panel =
        SeriesPanel.builder(axis)
            .futureSteps(4)
            .covariate("price", Availability.KNOWN_IN_FUTURE)
            .add(
                new TimeSeries(SeriesId.of("P", "W"), axis, 0, 1, 2),
                Map.of("price", new double[] {10, 11, 12, 13, 14, 15}),
                Map.of())
            .add(
                new TimeSeries(SeriesId.of("Q", "W"), axis, 0, 1, 2, 3, 4),
                Map.of("price", new double[] {20, 21, 22, 23, 24, 25, 26, 27}),
                Map.of())
            .build();
    FeatureTable table =
        pipeline(
                lag(1).of("price"),
                mean(3).of("price"),
                lag(1).of("price").sumBy("all"),
                planned("price"),
                mean(4).of("price").throughTarget())
            .compute(panel, rows(0, 4, 4, 1, 2));
    assertThat(row(table, 0)).containsExactly(Float.NaN, 11, 23, 14, (11 + 14) / 2f);
    assertThat(row(table, 1)).containsExactly(Float.NaN, 11, 23, 15, (14 + 15) / 2f);
  }

  @Test
  void theBitsAreTheSameForAnyNumberOfThreads() {
    FeaturePipeline pipeline = LiveFeaturesTest.pipeline(Frequency.DAILY);
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      assertSameBits(pipeline.computeAll(PANEL, 4, executor), pipeline.computeAll(PANEL));
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void binsAreThoseOfTheFloats() {
    FeaturePipeline pipeline = LiveFeaturesTest.pipeline(Frequency.DAILY);
    FeatureTable all = pipeline.computeAll(PANEL);
    FeatureBins bins = FeatureBins.of(all, 63);
    BinnedTable binned = pipeline.binAll(PANEL, bins, 1, Runnable::run);
    for (int c = 0; c < all.schema().size(); c++) {
      for (int r = 0; r < all.rows(); r++) {
        assertThat(binned.code(r, c)).isEqualTo(bins.code(c, all.value(r, c)));
      }
    }
  }

  static List<FeaturePipeline> others() {
    return List.of(
        pipeline(mean(8), ewm(0.1)),
        pipeline(mean(7).lagged(2), ewm(0.1)),
        pipeline(mean(7).atLeast(2), ewm(0.1)),
        pipeline(mean(7).of("price").as("mean_7"), ewm(0.1)),
        pipeline(mean(7).sumBy("all").as("mean_7"), ewm(0.1)),
        pipeline(mean(7).meanBy("all").as("mean_7"), ewm(0.1)),
        pipeline(mean(7).every(7).as("mean_7"), ewm(0.1)),
        pipeline(mean(7).every(8).as("mean_7"), ewm(0.1)),
        pipeline(lag(1).every(7).as("mean_7"), ewm(0.1)),
        pipeline(lag(1).every(8).as("mean_7"), ewm(0.1)),
        pipeline(mean(7), ewm(0.2).as("ewm_0.1")),
        pipeline(mean(7)),
        pipeline(ewm(0.1), mean(7)),
        FeaturePipeline.builder(Frequency.WEEKLY).add(mean(7), ewm(0.1)).build());
  }

  @ParameterizedTest
  @MethodSource("others")
  void anyChangeIsAnotherVersion(FeaturePipeline other) {
    FeaturePipeline pipeline = pipeline(mean(7), ewm(0.1));
    assertThat(pipeline.version()).isEqualTo(pipeline(mean(7), ewm(0.1)).version());
    assertThat(other.version()).isNotEqualTo(pipeline.version());
  }

  @Test
  void aModelRefusesAnotherVersionAndNamesTheDifference() {
    FeatureTable trained = pipeline(mean(7)).computeAll(PANEL);
    FeatureTable served = pipeline(mean(14).as("mean_7")).computeAll(PANEL);
    assertThatThrownBy(() -> trained.schema().requireSame(served.schema()))
        .hasMessageContaining(
            "Column 0 is mean_7 (a number, mean(14) of demand, daily); the model expects mean_7 (a"
                + " number, mean(7) of demand, daily).");
  }

  @Test
  void namesSayWhatAFeatureIs() {
    assertThat(
            List.of(
                mean(7).lagged(7).name(),
                mean(4).every(7).name(),
                lag(2).every(7).name(),
                mean(7).of("price").name(),
                mean(7).sumBy("warehouse").name(),
                meanAll().meanBy("category").name(),
                planned("price").name(),
                mean(7).of("price").throughTarget().name(),
                attribute("category").name(),
                ratio(mean(7), mean(28)).name()))
        .containsExactly(
            "mean_7_lag_7",
            "mean_4_every_7",
            "lag_2_every_7",
            "price_mean_7",
            "warehouse_sum_mean_7",
            "category_mean_mean_all",
            "planned_price",
            "price_mean_7_target",
            "attribute_category",
            "mean_7_over_mean_28");
  }

  @Test
  void refusesWhatItCannotCompute() {
    refuses(() -> pipeline(), "features (none) must be at least one");
    refuses(() -> pipeline(mean(7), mean(7)), "feature (mean_7) must be unique");
    refuses(() -> mean(0), "window (0) must be at least 1");
    refuses(() -> lag(10_001), "lag (10001) must be from 1 to 10000");
    refuses(() -> ewm(1.5), "weight (1.5)");
    refuses(
        () -> Features.of(RecentLevel.of(Frequency.DAILY)).every(7), "must be a rolling feature");
    refuses(() -> medianAll().every(365), "numbers of median_all_every_365 (70446) must be");
    refuses(() -> mean(7).throughTarget(), "must look at a covariate");
    refuses(() -> mean(7).atLeast(8), "least number of observations (8)");
    refuses(() -> mean(7).every(7).lagged(2), "must not be given lagged()");
    refuses(() -> mean(7).lagged(2).every(7), "must not be given every()");
    refuses(() -> mean(7).lagged(2).around(7), "must not be given around()");
    refuses(() -> planned("price").sumBy("all"), "must not be given sumBy()");
    refuses(() -> mean(7).lagged(Integer.MAX_VALUE), "must be at most 10000 steps");
    refuses(() -> lag(5).every(1 << 30), "must be at most 10000 steps");
    refuses(() -> lag(1_000).every(1_000), "must be from 1 to 10000 steps");
    refuses(() -> Features.ewmHalfLife(1e17), "halfLife");
    refuses(() -> pipeline(mean(7).as("no spaces")), "must have 1 to 128 letters");
    refuses(() -> pipeline(lag(1).of("x".repeat(250)).of("y".repeat(999))), "covariate");
    refuses(() -> pipeline(lag(1).of("nosuch")).schema(PANEL), "covariate (nosuch)");
    refuses(() -> pipeline(lag(1).of("cost")).computeAll(PANEL), "covariate (cost)");
    refuses(() -> pipeline(planned("weather")).computeAll(PANEL), "must be known in the future");
    refuses(() -> pipeline(attribute("brand")).computeAll(PANEL), "attribute (brand)");
    refuses(() -> pipeline(lag(1).sumBy("region")).computeAll(PANEL), "group (region)");
    SeriesPanel weekly = LiveFeaturesTest.panel(Frequency.WEEKLY, 60, new SplittableRandom(3));
    refuses(() -> pipeline(lag(1)).computeAll(weekly), "frequency of the panel (WEEKLY)");
  }

  @Test
  void noNameCanBeTakenForSomethingElse() {
    assertThat(
            List.of(
                lag(1).definition(),
                lag(1).of("demand").definition(),
                lag(1).of("sum(demand) by all").definition(),
                lag(1).sumBy("all").definition(),
                lag(1).of("price").throughTarget().definition(),
                lag(1).of("price\", through the target").definition(),
                lag(1).of("a\\").definition(),
                lag(1).of("a\\\\").definition()))
        .doesNotHaveDuplicates();
    SeriesPanel panel =
        SeriesPanel.builder(PANEL.axis())
            .covariate("demand", Availability.PAST_ONLY)
            .add(
                new TimeSeries(SeriesId.of("P", "W"), PANEL.axis(), 0, 1, 2, 3),
                Map.of("demand", new double[] {10, 20, 30}),
                Map.of())
            .build();
    FeatureTable table =
        pipeline(lag(1), difference(lag(1).of("demand"), lag(1)).as("both")).computeAll(panel);
    assertThat(table.value(2, 0)).isEqualTo(2);
    assertThat(table.value(2, 1)).isEqualTo(18);
  }

  @Test
  void versionsAreTheSameInAllLanguages() {
    FeaturePipeline pipeline = LiveFeaturesTest.pipeline(Frequency.DAILY);
    String version = pipeline.version();
    List<String> steps =
        FourierTerms.weekly(2).stream().map(step -> step.name() + step.definition()).toList();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(LiveFeaturesTest.pipeline(Frequency.DAILY).version()).isEqualTo(version);
      assertThat(FourierTerms.weekly(2).stream().map(step -> step.name() + step.definition()))
          .containsExactlyElementsOf(steps);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void codesOfOtherLevelsAreAnotherVersion() {
    FeaturePipeline pipeline = pipeline(attribute("category"));
    assertThat(pipeline.schema(PANEL).version())
        .isEqualTo(pipeline.schema(PANEL.select(1)).version())
        .isNotEqualTo(pipeline.schema(withCategory("x")).version());
    assertThat(pipeline.schema(withCategory("x")).version())
        .isNotEqualTo(pipeline.schema(withCategory("y")).version());
  }

  private static SeriesPanel withCategory(String category) {
    return SeriesPanel.builder(PANEL.axis())
        .attribute("category")
        .add(
            new TimeSeries(SeriesId.of("P", "W"), PANEL.axis(), 0, 1),
            Map.of(),
            Map.of("category", category))
        .build();
  }

  private static void refuses(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  private static void assertSameBits(FeatureTable actual, FeatureTable expected) {
    assertThat(actual.rows()).isEqualTo(expected.rows());
    for (int r = 0; r < expected.rows(); r++) {
      assertSameRow(actual, r, expected, r);
    }
  }

  private static void assertSameRow(
      FeatureTable actual, int row, FeatureTable expected, int other) {
    for (int c = 0; c < expected.schema().size(); c++) {
      if (Float.floatToRawIntBits(actual.value(row, c))
          != Float.floatToRawIntBits(expected.value(other, c))) {
        assertThat(actual.value(row, c))
            .as("%s, rows %d and %d", expected.schema().names().get(c), row, other)
            .isEqualTo(expected.value(other, c));
      }
    }
  }
}
