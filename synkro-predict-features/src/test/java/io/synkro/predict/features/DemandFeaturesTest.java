package io.synkro.predict.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.FeatureTable;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Demand of day t is t + 1, so that every expected value can be worked out in the head. */
class DemandFeaturesTest {
  private static final int DAYS = 100;
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));

  private static SeriesPanel rising() {
    double[] values = IntStream.rangeClosed(1, DAYS).asDoubleStream().toArray();
    double[] price = IntStream.range(0, DAYS + 7).mapToDouble(t -> t < DAYS ? 10 : 8).toArray();
    return SeriesPanel.builder(AXIS)
        .futureSteps(7)
        .covariate("price", Availability.KNOWN_IN_FUTURE)
        .attribute("category")
        .add(
            new TimeSeries(SeriesId.of("P", "W"), AXIS, 0, values),
            Map.of("price", price),
            Map.of("category", "tools"))
        .build();
  }

  private static float feature(String name, int origin, int horizon) {
    SeriesPanel panel = rising();
    FeatureTable table =
        DemandFeatures.standard()
            .compute(
                panel, new FeatureRows(new int[] {0}, new int[] {origin}, new int[] {horizon}));
    return table.value(0, table.schema().names().indexOf(name));
  }

  @Test
  void aPreparedSourceHasTheSameFeaturesAlsoOfPanelsOfAnotherKind() {
    SeriesPanel planned = rising();
    FeatureSource plain = DemandFeatures.standard();
    FeatureSource prepared = plain.preparedFor(planned);
    FeatureRows rows = new FeatureRows(new int[] {0, 0}, new int[] {100, 40}, new int[] {3, 1});
    for (SeriesPanel panel : new SeriesPanel[] {planned, planned.withoutPlans()}) {
      assertThat(prepared.schema(panel)).isEqualTo(plain.schema(panel));
      FeatureTable expected = plain.compute(panel, rows);
      FeatureTable actual = prepared.compute(panel, rows);
      for (int r = 0; r < 2; r++) {
        for (int c = 0; c < expected.schema().size(); c++) {
          assertThat(Float.floatToIntBits(actual.value(r, c)))
              .isEqualTo(Float.floatToIntBits(expected.value(r, c)));
        }
      }
    }
    assertThat(prepared.schema(planned)).isNotEqualTo(prepared.schema(planned.withoutPlans()));
  }

  @Test
  void demandIsDividedByTheMeanOfEightWeeks() {
    // the 56 values before day 100 are 45 … 100, mean 72.5
    assertThat(feature("log_level", 100, 1)).isCloseTo((float) Math.log(72.5), within(1e-6f));
    assertThat(feature("lag_1", 100, 1)).isCloseTo((float) (100 / 72.5), within(1e-6f));
    assertThat(feature("mean_7", 100, 1)).isCloseTo((float) (97 / 72.5), within(1e-6f));
  }

  @Test
  void theSameWeekdayIsTakenFromTheLastKnownWeek() {
    // target day 100 + 9 - 1 = 108; two weeks back is day 94, whose demand is 95
    assertThat(feature("season_back_1", 100, 9)).isCloseTo((float) (95 / 72.5), within(1e-6f));
    assertThat(feature("season_back_2", 100, 9)).isCloseTo((float) (88 / 72.5), within(1e-6f));
  }

  @Test
  void theCalendarIsThatOfTheTarget() {
    // 2024-01-01 + 100 days is Wednesday 2024-04-10
    assertThat(feature("weekday", 100, 1)).isEqualTo(3f);
    assertThat(feature("day_of_month", 100, 1)).isEqualTo(10f);
    assertThat(feature("month", 100, 1)).isEqualTo(4f);
  }

  @Test
  void plannedPricesAreThoseOfTheTarget() {
    assertThat(feature("covariate_price", 100, 3)).isEqualTo(8f);
    assertThat(feature("covariate_price_change", 100, 3)).isCloseTo(0.8f, within(1e-6f));
    assertThat(feature("covariate_price", 60, 3)).isEqualTo(10f);
    // what it was before the origin, and beside the other prices of the warehouse, here its own
    assertThat(feature("covariate_price_last", 100, 3)).isEqualTo(10f);
    assertThat(feature("covariate_price_recent", 100, 3)).isEqualTo(10f);
    assertThat(feature("covariate_price_to_others", 100, 3)).isCloseTo(0.8f, within(1e-6f));
  }

  private static SeriesPanel one(Map<String, double[]> covariates, Map<String, String> attributes) {
    SeriesPanelBuilder builder = SeriesPanel.builder(AXIS);
    new TreeSet<>(covariates.keySet()).forEach(c -> builder.covariate(c, Availability.PAST_ONLY));
    new TreeSet<>(attributes.keySet()).forEach(builder::attribute);
    return builder
        .add(new TimeSeries(SeriesId.of("P", "W"), AXIS, 0, 1, 2), covariates, attributes)
        .build();
  }

  private static FeatureTable firstRow(SeriesPanel panel) {
    return DemandFeatures.standard()
        .compute(panel, new FeatureRows(new int[] {0}, new int[] {2}, new int[] {1}));
  }

  @Test
  void namesThatEnginesCannotTellApartAreNumbered() {
    double[] values = {1, 2};
    Map<String, double[]> covariates =
        Map.of("a b", values, "a_b", values, "a_b_change", values, "x".repeat(256), values);
    assertThat(DemandFeatures.standard().schema(one(covariates, Map.of("価格", "1"))).names())
        .contains(
            "covariate_a_b",
            "covariate_a_b_change",
            "covariate_a_b_2",
            "covariate_a_b_2_change",
            "covariate_a_b_change_2",
            "covariate_" + "x".repeat(90),
            "attribute___")
        .doesNotHaveDuplicates();
  }

  @Test
  void whatFloatsCannotHoldIsMissing() {
    SeriesPanel panel = one(Map.of("big", new double[] {1e300, 1e300}), Map.of());
    FeatureTable row = firstRow(panel);
    assertThat(row.value(0, row.schema().names().indexOf("covariate_big"))).isNaN();
    SeriesPanel steep = one(Map.of("steep", new double[] {0, Double.MIN_VALUE}), Map.of());
    FeatureTable other = firstRow(steep);
    for (int c = 0; c < other.schema().size(); c++) {
      assertThat(other.value(0, c)).isNotEqualTo(Float.POSITIVE_INFINITY);
    }
  }

  @Test
  void aCategoryThatTheFitDidNotKnowIsMissing() {
    SeriesPanel fitted = one(Map.of(), Map.of("brand", "apple"));
    SeriesPanel newer = one(Map.of(), Map.of("brand", "berry")).withLevelsOf(fitted);
    assertThat(DemandFeatures.standard().schema(newer))
        .isEqualTo(DemandFeatures.standard().schema(fitted));
    FeatureTable row = firstRow(newer);
    assertThat(row.value(0, row.schema().size() - 1)).isNaN();
    assertThat(firstRow(fitted).value(0, row.schema().size() - 1)).isZero();
  }

  @Test
  void theColumnsThatRiseWithACovariateAreKnown() {
    DemandFeatures features = DemandFeatures.standard();
    assertThat(features.risingWith(rising(), "price"))
        .containsExactly("covariate_price", "covariate_price_change", "covariate_price_to_others");
    assertThat(features.schema(rising()).names())
        .containsAll(features.risingWith(rising(), "price"));
    assertThat(features.risingWith(rising(), "cost")).isEmpty();
  }

  @Test
  void featuresWithoutAnyHistoryAreMissing() {
    assertThat(feature("year_back", 100, 1)).isNaN();
    assertThat(feature("lag_3", 2, 1)).isNaN();
  }

  @Test
  void changesAreRelativeToTheLastSeasonAndInUnitsOfTheSpread() {
    FeatureSource changes = DemandFeatures.standard().scaled(DemandScaling.DIFFERENCE);
    FeatureTable row =
        changes.compute(rising(), new FeatureRows(new int[] {0}, new int[] {100}, new int[] {9}));
    // a week changes demand by 7; the 28 values before day 100 are 73 … 100, mean 86.5
    double spread = 7 + 0.865 + 1e-6;
    // the last week has a mean of 97, the weeks before 90 and 83; the target's weekday had 95
    assertThat(value(row, "lag_1")).isCloseTo((float) ((100 - 97) / spread), within(1e-6f));
    assertThat(value(row, "growth_1")).isCloseTo((float) (7 / spread), within(1e-6f));
    assertThat(value(row, "position_1")).isCloseTo((float) ((95 - 97) / spread), within(1e-6f));
    assertThat(value(row, "position_2")).isCloseTo((float) ((88 - 90) / spread), within(1e-6f));
    assertThat(value(row, "position_growth_1")).isCloseTo((float) (7 / spread), within(1e-6f));
    assertThat(value(row, "level")).isCloseTo((float) (97 / spread), within(1e-5f));
    assertThat(DemandFeatures.standard().scaled(DemandScaling.RATIO).schema(rising()))
        .isEqualTo(DemandFeatures.standard().schema(rising()));
  }

  private static float value(FeatureTable table, String name) {
    return table.value(0, table.schema().names().indexOf(name));
  }
}
