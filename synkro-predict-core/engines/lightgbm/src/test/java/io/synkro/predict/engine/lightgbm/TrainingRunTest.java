package io.synkro.predict.engine.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import io.synkro.predict.tabular.TrainingProgress;
import io.synkro.predict.tabular.TrainingRun;
import io.synkro.predict.tabular.UnsupportedOptionException;
import io.synkro.predict.testkit.SyntheticTable;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingRunTest {
  private static final Objective SQUARED = new Objective.SquaredError();

  private final LightGbmLearner learner = new LightGbmLearner();

  static List<Objective> objectives() {
    return List.of(
        SQUARED,
        new Objective.AbsoluteError(),
        new Objective.Huber(1),
        new Objective.Poisson(),
        new Objective.Tweedie(1.3),
        new Objective.Quantile(0.9),
        new Objective.Binary(),
        new Objective.MultiClass(4));
  }

  /** Rates so high that the validation loss rises again soon. */
  private static LearnerOptions options(Objective objective, int rounds) {
    return LearnerOptions.builder(objective)
        .rounds(rounds)
        .learningRate(0.5)
        .leaves(15)
        .rowFraction(1)
        .featureFraction(1)
        .build();
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void keepsTheRoundsOfTheLowestValidationLoss(Objective objective) {
    TrainingData data = SyntheticTable.data(400, 1, objective);
    List<TrainingProgress> heard = new ArrayList<>();
    TrainingRun run =
        TrainingRun.plain()
            .validatedBy(SyntheticTable.data(300, 2, objective), 5)
            .heardBy(heard::add, 1);
    TreeModel model = learner.fit(data, options(objective, 200), run);
    int best = model.rounds();
    assertThat(heard).extracting(TrainingProgress::round).last().isEqualTo(best + 5);
    double lowest = loss(heard.get(best - 1));
    for (TrainingProgress each : heard) {
      assertThat(each.rounds()).isEqualTo(200);
      assertThat(loss(each)).isGreaterThanOrEqualTo(lowest);
      assertThat(each.round() >= best || loss(each) > lowest).as("the first of equals").isTrue();
    }
    FeatureTable features = SyntheticTable.features(200, 3);
    assertThat(model.predict(features))
        .isEqualTo(learner.fit(data, options(objective, best)).predict(features));
  }

  private static double loss(TrainingProgress progress) {
    return progress.validationLoss().orElseThrow();
  }

  @Test
  void aListenerHearsOfEveryNthRoundAndOfTheLast() {
    List<TrainingProgress> heard = new ArrayList<>();
    TrainingRun run = TrainingRun.plain().heardBy(heard::add, 4);
    learner.fit(SyntheticTable.data(300, 1, SQUARED), options(SQUARED, 10), run);
    assertThat(heard).extracting(TrainingProgress::round).containsExactly(4, 8, 10);
    assertThat(heard).allMatch(progress -> progress.validationLoss().isEmpty());
    assertThat(heard).allMatch(progress -> progress.bestRound() == progress.round());
  }

  @Test
  void aListenerEndsTheTraining() {
    TrainingData data = SyntheticTable.data(300, 1, SQUARED);
    TrainingRun run = TrainingRun.plain().heardBy(progress -> progress.round() < 3, 1);
    TreeModel model = learner.fit(data, options(SQUARED, 10), run);
    assertThat(model.rounds()).isEqualTo(3);
    assertThat(model.predict(data.features()))
        .isEqualTo(learner.fit(data, options(SQUARED, 3)).predict(data.features()));
  }

  @Test
  void whatAListenerThrowsComesOutAndNothingIsLeftLocked() {
    TrainingRun run =
        TrainingRun.plain()
            .heardBy(
                progress -> {
                  throw new IllegalStateException("enough");
                },
                1);
    TrainingData data = SyntheticTable.data(300, 1, SQUARED);
    assertThatThrownBy(() -> learner.fit(data, options(SQUARED, 10), run))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("enough");
    LearnerOptions two = LearnerOptions.builder(SQUARED).rounds(2).threads(2).build();
    assertThat(learner.fit(data, two).rounds()).isEqualTo(2);
  }

  /** Without sampling it does not matter whether rounds are trained in one go. */
  @ParameterizedTest
  @MethodSource("objectives")
  void goesOnFromAnEarlierModelAsIfItHadNeverStopped(Objective objective) {
    TrainingData data = SyntheticTable.data(1000, 1, objective);
    TreeModel whole = learner.fit(data, options(objective, 12));
    TreeModel half = learner.fit(data, options(objective, 6));
    TreeModel both =
        learner.fit(data, options(objective, 6), TrainingRun.plain().startingFrom(half));
    assertThat(both.rounds()).isEqualTo(12);
    double[] expected = whole.margins(data.features());
    double[] margins = both.margins(data.features());
    double[] halfway = half.margins(data.features());
    double distance = 0;
    for (int i = 0; i < margins.length; i++) {
      assertThat(margins[i]).isCloseTo(expected[i], within(1e-6));
      distance = Math.max(distance, Math.abs(halfway[i] - expected[i]));
    }
    assertThat(distance).isGreaterThan(0.01);
  }

  @Test
  void aContinuedModelIsSavedLikeAnyOther(@TempDir Path folder) throws Exception {
    TrainingData data = SyntheticTable.data(500, 1, SQUARED);
    TreeModel first = learner.fit(data, options(SQUARED, 4));
    TrainingRun run = TrainingRun.plain().startingFrom(first);
    TreeModel model = learner.fit(data, options(SQUARED, 4), run);
    model.save(folder.resolve("model"));
    FittedLearner loaded = TreeModels.load(folder.resolve("model"));
    assertThat(loaded.predict(data.features())).isEqualTo(model.predict(data.features()));
  }

  @Test
  void anEarlierModelThatNoRoundImprovesIsReturned() {
    TrainingData data = SyntheticTable.data(500, 1, SQUARED);
    TreeModel first = learner.fit(data, options(SQUARED, 4));
    float[] labels = new float[200];
    FeatureTable features = SyntheticTable.features(200, 7);
    double[] predicted = first.predict(features);
    for (int r = 0; r < labels.length; r++) {
      labels[r] = (float) predicted[r];
    }
    TrainingRun run =
        TrainingRun.plain().startingFrom(first).validatedBy(TrainingData.of(features, labels), 3);
    assertThat(learner.fit(data, options(SQUARED, 10), run)).isSameAs(first);
  }

  @Test
  void refusesToStartFromWhatItHasNotTrained() {
    TrainingData data = SyntheticTable.data(50, 1, SQUARED);
    FittedLearner foreign =
        new FittedLearner() {
          @Override
          public FeatureSchema schema() {
            return data.schema();
          }

          @Override
          public int outputs() {
            return 1;
          }

          @Override
          public double[] predict(FeatureTable features) {
            return new double[features.rows()];
          }

          @Override
          public void save(Path file) {}
        };
    TrainingRun run = TrainingRun.plain().startingFrom(foreign);
    assertThatThrownBy(() -> learner.fit(data, options(SQUARED, 2), run))
        .isInstanceOf(UnsupportedOptionException.class)
        .hasMessageContaining("not its own");
  }

  @Test
  void offsetsAreABaselineWhoseErrorsAreLearnt() {
    TrainingData data = SyntheticTable.data(800, 1, SQUARED);
    double[] baseline = new double[800];
    float[] rest = new float[800];
    for (int r = 0; r < 800; r++) {
      baseline[r] = Math.rint(SyntheticTable.mean(data.features(), r));
      rest[r] = (float) (data.label(r) - baseline[r]);
    }
    // LightGBM begins at the mean only without offsets
    double[] zeros = new double[800];
    TrainingData residuals = TrainingData.of(data.features(), rest).withOffsets(zeros);
    double[] expected = learner.fit(residuals, options(SQUARED, 5)).predict(data.features());
    double[] predicted =
        learner.fit(data.withOffsets(baseline), options(SQUARED, 5)).predict(data.features());
    for (int r = 0; r < 800; r++) {
      assertThat(predicted[r]).isCloseTo(expected[r], within(1e-5));
    }
  }
}
