package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.TreeTraining;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeMemberTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
  private final MeanLearner learner = new MeanLearner(Float.NaN);

  private TreeMember member(int horizon, int maxRows) {
    return member(learner, DemandScaling.RATIO, horizon, maxRows);
  }

  private static TreeMember member(
      MeanLearner engine, DemandScaling scaling, int horizon, int maxRows) {
    LearnerOptions options = LearnerOptions.builder(new Objective.Tweedie(1.2)).seed(7).build();
    TreePlan plan =
        new TreePlan(
            "mean",
            engine,
            options,
            scaling,
            TreeTraining.builder().models(1).maxRows(maxRows).build());
    return new TreeMember(new HorizonRange(1, horizon), plan, MeanLearner.codes());
  }

  private static SeriesPanel constant(int size, int length) {
    List<TimeSeries> series = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double[] values = new double[length];
      Arrays.fill(values, i + 1);
      series.add(new TimeSeries(SeriesId.of("P" + i, "W"), AXIS, 0, values));
    }
    return SeriesPanel.of(series);
  }

  @Test
  void demandIsLearntAsAShareOfItsLevelAndForecastInUnits() {
    // constant demand is 1 x its level whatever the level, so the mean label is 1
    SeriesPanel panel = constant(3, 50);
    double[] forecast = member(2, 10_000).fit(panel).forecast(panel);
    assertThat(forecast).containsExactly(new double[] {1, 1, 2, 2, 3, 3}, within(1e-6));
    TrainingData data = learner.trainings.get(0);
    // 50 steps less a season of warm-up and one of history: 42 targets a series, seen from one and
    // two steps before, but the first from one alone
    assertThat(data.rows()).isEqualTo(3 * 83);
    assertThat(data.label(0)).isEqualTo(1);
    // weights are levels over their mean, 2
    assertThat(data.weight(0)).isEqualTo(0.5f);
    assertThat(data.weight(2 * 83)).isEqualTo(1.5f);
  }

  @Test
  void stepsWithoutAnObservationAreNoExamples() {
    double[] values = new double[50];
    Arrays.fill(values, 5);
    Arrays.fill(values, 20, 30, Double.NaN);
    member(2, 10_000)
        .fit(SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("P", "W"), AXIS, 0, values))));
    assertThat(learner.trainings.get(0).rows()).isEqualTo(83 - 2 * 10);
  }

  @Test
  void tooManyExamplesAreThinnedTheSameWayEachTime() {
    SeriesPanel panel = constant(400, 100);
    // two horizons of 400 series are 11,200 examples; about 1000 are kept (sd of the count: 30)
    member(14, 1000).fit(panel);
    member(14, 1000).fit(panel);
    assertThat(learner.trainings.get(0).rows()).isBetween(880, 1120);
    assertThat(learner.trainings.get(1).rows()).isEqualTo(learner.trainings.get(0).rows());
    // older steps are left out first: 400 series of 75 steps of the last are all kept
    member(14, 400 * 75).fit(panel);
    assertThat(learner.trainings.get(2).rows()).isEqualTo(400 * 75);
  }

  @Test
  void withoutAnyExampleTheForecastIsUnknownAndWithoutDemandZero() {
    SeriesPanel oneStep = constant(1, 1);
    assertThat(member(3, 1000).fit(oneStep).forecast(oneStep)).containsOnly(Double.NaN);
    SeriesPanel zero =
        SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("P", "W"), AXIS, 0, new double[40])));
    assertThat(member(3, 1000).fit(zero).forecast(zero)).containsExactly(0, 0, 0);
    assertThat(learner.trainings).isEmpty();
  }

  @Test
  void forecastsOfManySeriesComeInTheirOrder() {
    // 1000 series of 100 steps are more than one block of 65,536 rows; the engine fails for two
    SeriesPanelBuilder builder = SeriesPanel.builder(AXIS).attribute("group");
    SeriesPanel values = constant(1000, 30);
    for (int i = 0; i < 1000; i++) {
      String group = i == 3 || i == 700 ? "b" : "a";
      builder.add(values.series(i), Map.of(), Map.of("group", group));
    }
    SeriesPanel panel = builder.build();
    TreeMember member = member(new MeanLearner(1), DemandScaling.RATIO, 100, 1000);
    double[] forecast = member.fit(panel).forecast(panel);
    for (int i = 0; i < 1000; i++) {
      double expected = i == 3 || i == 700 ? Double.NaN : i + 1;
      assertThat(forecast[i * 100]).isCloseTo(expected, within(1e-3));
      assertThat(forecast[i * 100 + 99]).isCloseTo(expected, within(1e-3));
    }
  }

  @Test
  void changesAreLearntInUnitsOfTheSpreadAndAddedToTheLastSeason() {
    // demand rises by 1 a day, so the label is 7 over the spread 7 + 0.01 x the mean of 28 days
    double[] values = new double[60];
    Arrays.setAll(values, t -> t);
    SeriesPanel panel =
        SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("P", "W"), AXIS, 0, values)));
    TreeMember member = member(learner, DemandScaling.DIFFERENCE, 1, 10_000);
    double[] forecast = member.fit(panel).forecast(panel);
    TrainingData data = learner.trainings.get(0);
    int last = data.rows() - 1; // target 59: the 28 values before it are 31 … 58
    assertThat(data.label(last)).isCloseTo((float) (7 / (7 + 0.445 + 1e-6)), within(1e-6f));
    double sum = 0;
    double weights = 0;
    for (int r = 0; r <= last; r++) {
      sum += data.weight(r) * data.label(r);
      weights += data.weight(r);
    }
    // the value a week before the target 60, 53, and the mean label in units of the spread now
    assertThat(forecast[0]).isCloseTo(53 + sum / weights * (7 + 0.455 + 1e-6), within(1e-6));
  }

  @Test
  void furtherModelsCountTheSeedUpAndAreAveraged() {
    TreeMember one = member(2, 10_000);
    TreePlan plan = one.plan();
    TreePlan three =
        new TreePlan(
            "3",
            learner,
            plan.options(),
            plan.scaling(),
            TreeTraining.builder()
                .models(3)
                .maxRows(plan.training().maxRows(Frequency.DAILY))
                .build());
    SeriesPanel panel = constant(2, 50);
    double[] forecast =
        new TreeMember(one.range(), three, one.features()).fit(panel).forecast(panel);
    assertThat(learner.options).extracting(LearnerOptions::seed).containsExactly(7, 8, 9);
    assertThat(forecast).containsExactly(new double[] {1, 1, 2, 2}, within(1e-6));
  }
}
