package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.TreeTraining;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import io.synkro.predict.tabular.TrainingProgress;
import io.synkro.predict.tabular.TrainingRun;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
  private static final int HORIZON = 7;
  private final MeanLearner mean = new MeanLearner(Float.NaN);
  private int validated;

  /** An engine whose loss on the validation data was lowest after so many rounds. */
  private Learner stopsAfter(int best) {
    return new Learner() {
      @Override
      public String name() {
        return "stops";
      }

      @Override
      public FittedLearner fit(TrainingData data, LearnerOptions options) {
        return mean.fit(data, options);
      }

      @Override
      public FittedLearner fit(TrainingData data, LearnerOptions options, TrainingRun run) {
        validated = run.validation().orElseThrow().rows();
        assertThat(run.patience()).isEqualTo(20);
        run.listener()
            .orElseThrow()
            .goesOn(new TrainingProgress(best + 20, 200, OptionalDouble.of(1), best));
        return mean.fit(data, options);
      }
    };
  }

  private TreeMember member(Learner learner) {
    LearnerOptions options = LearnerOptions.builder(new Objective.Tweedie(1.2)).rounds(200).build();
    TreeTraining training = TreeTraining.builder().earlyStopping(20).build();
    TreePlan plan = new TreePlan("x", learner, options, DemandScaling.RATIO, training);
    return new TreeMember(new HorizonRange(1, HORIZON), plan, MeanLearner.codes());
  }

  private static SeriesPanel panel(int days) {
    TimeAxis axis = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
    double[] values = new double[days];
    Arrays.fill(values, 3);
    return SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("P", "W"), axis, 0, values)));
  }

  @Test
  void theFinalTrainingHasAsManyRoundsAsForecastTheLatestHorizonBest() {
    member(stopsAfter(37)).fit(panel(60));
    TrainingData withoutLatest = mean.trainings.get(0);
    TrainingData all = mean.trainings.get(1);
    assertThat(validated).isEqualTo(HORIZON * HORIZON); // seven targets, each seen from seven days
    assertThat(withoutLatest.rows() + validated).isEqualTo(all.rows());
    assertThat(mean.options).extracting(LearnerOptions::rounds).containsExactly(200, 37);
  }

  @Test
  void aHandfulOfRoundsIsNotBelieved() {
    member(stopsAfter(1)).fit(panel(60));
    assertThat(mean.options).extracting(LearnerOptions::rounds).containsExactly(200, 10);
  }

  @Test
  void withoutExamplesBeforeTheLatestHorizonTheRoundsStay() {
    member(stopsAfter(37)).fit(panel(8));
    assertThat(mean.options).extracting(LearnerOptions::rounds).containsExactly(200);
  }
}
