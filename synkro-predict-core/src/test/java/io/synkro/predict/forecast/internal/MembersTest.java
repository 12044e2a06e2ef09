package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.ScaledFeatures;
import io.synkro.predict.forecast.TreeStrategy;
import io.synkro.predict.forecast.TreeTraining;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.univariate.Theta;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MembersTest {
  private static final double NAN = Double.NaN;

  private static SeriesPanel quarters(double... values) {
    TimeAxis axis = TimeAxis.of(Frequency.QUARTERLY, LocalDate.of(2020, 1, 1));
    return SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("P", "W"), axis, 0, values)));
  }

  @Test
  void seasonalNaiveRepeatsTheLastYear() {
    assertThat(new SeasonalNaive(6).forecast(quarters(9, 9, 9, 9, 1, 2, 3, 4)))
        .containsExactly(1, 2, 3, 4, 1, 2);
  }

  @Test
  void seasonalNaiveLooksFurtherBackWhereTheLastYearIsMissing() {
    assertThat(new SeasonalNaive(2).forecast(quarters(5, 6, 7, 8, NAN, 2, 3, 4)))
        .containsExactly(5, 2);
  }

  @Test
  void seasonalNaiveRepeatsTheLastValueOfAShortSeries() {
    assertThat(new SeasonalNaive(3).forecast(quarters(5, 6))).containsExactly(6, 6, 5);
  }

  @Test
  void seasonalMeanIsDrawnTowardsTheLevel() {
    // level (8 values) = 4; first quarter's own values 2, 2: (2 + 2 + 2 x 4) / (2 + 2) = 3
    double[] forecast = new SeasonalMean(2).forecast(quarters(2, 6, 4, 4, 2, 6, 4, 4));
    assertThat(forecast).containsExactly(3, 5);
  }

  /** Two series of which the first ended two years before the second. */
  private static SeriesPanel ended(double... values) {
    TimeAxis axis = TimeAxis.of(Frequency.QUARTERLY, LocalDate.of(2010, 1, 1));
    return SeriesPanel.of(
        List.of(
            new TimeSeries(SeriesId.of("P", "W"), axis, 0, values),
            new TimeSeries(SeriesId.of("Q", "W"), axis, 0, new double[values.length + 8])));
  }

  @Test
  void aSeriesThatEndedEarlyRepeatsItsLastSeason() {
    // the panel ends 8 quarters later, so that season positions stay the same
    assertThat(new SeasonalNaive(5).forecast(ended(9, 9, 9, 9, 1, 2, 3, 4)))
        .startsWith(1, 2, 3, 4, 1);
    // ends after a second quarter, 10 quarters before: its last year is 3, 4, 1, 2
    assertThat(new SeasonalNaive(4).forecast(ended(9, 9, 3, 4, 1, 2))).startsWith(3, 4, 1, 2);
  }

  @Test
  void theMeanOfASeriesThatEndedEarlyIsThatOfItsLastWindow() {
    // window 8: level (2 + 6) / 2 = 4, first quarter (2 + 2 + 2 x 4) / (2 + 2) = 3, second 5;
    // the 100s before the window do not count
    double[] forecast =
        new SeasonalMean(2).forecast(ended(100, 100, 100, 100, 2, 6, 2, 6, 2, 6, 2, 6));
    assertThat(forecast).startsWith(3, 5);
  }

  @Test
  void aSeriesWithoutAnyValueHasNoForecast() {
    SeriesPanel unknown = quarters(NAN, NAN, NAN, NAN, NAN);
    assertThat(new SeasonalNaive(2).forecast(unknown)).containsOnly(NAN);
    assertThat(new SeasonalMean(2).forecast(unknown)).containsOnly(NAN);
  }

  private static SeriesPanel panel(Frequency frequency) {
    TimeAxis axis = TimeAxis.of(frequency, LocalDate.of(2020, 1, 1));
    return SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("P", "W"), axis, 0, 1, 2, 3)));
  }

  private static List<String> names(Members members, Frequency frequency) {
    return members.of(panel(frequency)).stream().map(Member::name).toList();
  }

  private static Members members(@Nullable Learner learner, TreeStrategy... strategies) {
    FeatureSource source = learner == null ? null : MeanLearner.codes();
    TreeTraining training =
        strategies.length == 0
            ? TreeTraining.standard()
            : TreeTraining.builder().strategies(strategies[0], strategies).build();
    return new Members(2, learner, source, training, 1);
  }

  @Test
  void costlyMethodsTakePartInSparseSeriesOnly() {
    List<String> always = List.of("seasonal naive", "seasonal mean");
    String theta = Theta.dynamicOptimised().name();
    Members with = members(new MeanLearner(Float.NaN), TreeStrategy.DIRECT);
    for (Frequency frequency : Frequency.values()) {
      boolean dense = frequency == Frequency.HOURLY || frequency == Frequency.DAILY;
      assertThat(names(members(null), frequency)).startsWith("seasonal naive");
      assertThat(names(members(null), frequency).contains(theta)).isEqualTo(!dense);
      assertThat(names(with, frequency)).containsAll(always).endsWith("trees (mean, counts)");
      assertThat(names(with, frequency).contains(theta)).isEqualTo(!dense);
    }
  }

  @Test
  void eachStrategyIsAMember() {
    Members all =
        members(
            new MeanLearner(Float.NaN),
            TreeStrategy.DIRECT,
            TreeStrategy.BLOCKS,
            TreeStrategy.RECURSIVE);
    assertThat(names(all, Frequency.DAILY))
        .contains(
            "trees (mean, counts)",
            "trees (mean, counts, blocks)",
            "trees (mean, counts, recursive)");
  }

  @Test
  void changesAreLearntFromFeaturesThatAreScaledAlike() {
    ScaledFeatures source = MeanLearner.scaledCodes();
    Members members =
        new Members(2, new MeanLearner(Float.NaN), source, TreeTraining.standard(), 1);
    assertThat(names(members, Frequency.MONTHLY))
        .endsWith("trees (mean, counts)", "trees (mean, changes)");
    assertThat(names(members, Frequency.DAILY)).doesNotContain("trees (mean, changes)");
    List<Member> monthly = members.of(panel(Frequency.MONTHLY));
    TreeMember changes = (TreeMember) monthly.get(monthly.size() - 1);
    assertThat(changes.features()).isEqualTo(source.scaled(DemandScaling.DIFFERENCE));
    assertThat(changes.plan().scaling()).isEqualTo(DemandScaling.DIFFERENCE);
  }

  /** One column that rises with the price. */
  private static FeatureSource priced() {
    FeatureSource codes = MeanLearner.codes();
    return new ScaledFeatures() {
      @Override
      public FeatureSource scaled(DemandScaling scaling) {
        return this;
      }

      @Override
      public FeatureSchema schema(SeriesPanel panel) {
        return codes.schema(panel);
      }

      @Override
      public FeatureTable compute(SeriesPanel panel, FeatureRows rows) {
        return codes.compute(panel, rows);
      }

      @Override
      public List<String> risingWith(SeriesPanel panel, String covariate) {
        return covariate.equals("price") ? List.of("code") : List.of();
      }
    };
  }

  private static Members decreasingIn(String covariate) {
    TreeTraining training = TreeTraining.builder().decreasingIn(covariate).build();
    return new Members(2, new MeanLearner(Float.NaN), priced(), training, 1);
  }

  @Test
  void demandMayBeForbiddenToRiseWithTheColumnsOfACovariate() {
    List<Member> members = decreasingIn("price").of(panel(Frequency.DAILY));
    TreeMember trees = (TreeMember) members.get(members.size() - 1);
    assertThat(trees.plan().options().monotone())
        .isEqualTo(Map.of("code", LearnerOptions.Direction.DECREASING));
    assertThatThrownBy(() -> decreasingIn("cost").of(panel(Frequency.DAILY)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("decreasingIn (cost)");
  }

  @Test
  void treesOfMediansAreMonotoneByALossThatEnginesTake() {
    List<Member> members = decreasingIn("price").of(panel(Frequency.WEEKLY));
    assertThat(members)
        .filteredOn(TreeMember.class::isInstance)
        .extracting(m -> ((TreeMember) m).plan().options())
        .hasSize(2)
        .allSatisfy(
            options -> {
              assertThat(options.monotone()).isNotEmpty();
              assertThat(options.objective()).isNotInstanceOf(Objective.AbsoluteError.class);
            });
  }
}
