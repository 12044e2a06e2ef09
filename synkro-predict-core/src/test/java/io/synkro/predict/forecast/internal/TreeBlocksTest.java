package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.TreeTraining;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Quarters of constant demand; the fake engine answers the horizon, as a share of the level. */
class TreeBlocksTest {
  private final EchoLearner learner = new EchoLearner();

  private double[] forecast(int horizon) {
    TimeAxis axis = TimeAxis.of(Frequency.QUARTERLY, LocalDate.of(2000, 1, 1));
    double[] one = new double[80];
    Arrays.fill(one, 1);
    double[] two = new double[80];
    Arrays.fill(two, 2);
    SeriesPanel panel =
        SeriesPanel.of(
            List.of(
                new TimeSeries(SeriesId.of("P", "W"), axis, 0, one),
                new TimeSeries(SeriesId.of("Q", "W"), axis, 0, two)));
    LearnerOptions options = LearnerOptions.of(new Objective.SquaredError());
    TreePlan plan =
        new TreePlan(
            "echo",
            learner,
            options,
            DemandScaling.RATIO,
            TreeTraining.builder().models(1).maxRows(100_000).build());
    return new TreeBlocks(horizon, plan, EchoLearner.feature((p, i, origin, h) -> h))
        .fit(panel)
        .forecast(panel);
  }

  /** Least and largest horizon of each training. */
  private List<List<Float>> trained() {
    return learner.trainings.stream().map(TreeBlocksTest::range).toList();
  }

  private static List<Float> range(TrainingData data) {
    float least = Float.MAX_VALUE;
    float most = 0;
    for (int r = 0; r < data.rows(); r++) {
      least = Math.min(least, data.features().value(r, 0));
      most = Math.max(most, data.features().value(r, 0));
    }
    return List.of(least, most);
  }

  @Test
  void eachSeasonOfStepsHasItsModel() {
    double[] expected = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20};
    assertThat(forecast(10)).containsExactly(expected, within(1e-6));
    assertThat(trained()).containsExactly(List.of(1f, 4f), List.of(5f, 8f), List.of(9f, 10f));
  }

  @Test
  void theFourthBlockHasAllStepsThatAreLeft() {
    double[] forecast = forecast(22);
    assertThat(forecast[21]).isEqualTo(22);
    assertThat(forecast[22 + 12]).isEqualTo(2 * 13);
    assertThat(trained())
        .containsExactly(List.of(1f, 4f), List.of(5f, 8f), List.of(9f, 12f), List.of(13f, 22f));
  }

  @Test
  void aHorizonOfOneSeasonIsOneBlock() {
    assertThat(forecast(4)).hasSize(8);
    assertThat(trained()).containsExactly(List.of(1f, 4f));
  }
}
