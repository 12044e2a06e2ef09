package io.synkro.predict.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.SchemaMismatchException;
import io.synkro.predict.tabular.TrainingData;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link Learner} must do. Extend it and return the engine:
 *
 * <pre>{@code
 * class MyLearnerContractTest extends LearnerContractTest {
 *   protected Learner learner() { return new MyLearner(); }
 *   protected FittedLearner load(Path file) throws IOException { return MyModel.load(file); }
 * }
 * }</pre>
 */
public abstract class LearnerContractTest extends LearnerDataContractTest {
  /** Creates the test. */
  protected LearnerContractTest() {}

  static Stream<Objective> objectives() {
    return Stream.of(
        SQUARED,
        new Objective.AbsoluteError(),
        new Objective.Poisson(),
        new Objective.Tweedie(1.3),
        new Objective.Quantile(0.9),
        new Objective.Binary(),
        new Objective.MultiClass(4));
  }

  private static double squaredError(TrainingData data, double[] predictions) {
    double sum = 0;
    for (int r = 0; r < data.rows(); r++) {
      sum += Math.pow(data.label(r) - predictions[r], 2);
    }
    return sum / data.rows();
  }

  @Test
  void learnsBetterThanTheMean() {
    TrainingData test = SyntheticTable.data(1000, 2, SQUARED);
    FittedLearner model = fit(SyntheticTable.data(2000, 1, SQUARED), options(SQUARED));
    double mean = 0;
    for (int r = 0; r < test.rows(); r++) {
      mean += test.label(r) / test.rows();
    }
    double[] means = new double[test.rows()];
    Arrays.fill(means, mean);
    // the function explains most of the variance: noise is uniform in (-1, 1), variance 1/3
    assertThat(squaredError(test, model.predict(test.features())))
        .isLessThan(0.2 * squaredError(test, means));
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void predictsOnTheScaleOfTheLabels(Objective objective) {
    TrainingData data = SyntheticTable.data(1500, 3, objective);
    FittedLearner model = fit(data, options(objective));
    double[] predictions = model.predict(data.features());
    int outputs = objective instanceof Objective.MultiClass many ? many.classes() : 1;
    assertThat(model.outputs()).isEqualTo(outputs);
    assertThat(predictions).hasSize(data.rows() * outputs);
    double hits = 0;
    for (int r = 0; r < data.rows(); r++) {
      hits += outputs > 1 ? score(data, predictions, r, outputs) : data.label(r) - predictions[r];
      if (objective instanceof Objective.Binary) {
        assertThat(predictions[r]).isBetween(0.0, 1.0);
      } else if (objective instanceof Objective.Poisson || objective instanceof Objective.Tweedie) {
        assertThat(predictions[r]).isPositive();
      }
    }
    if (outputs > 1) {
      assertThat(hits / data.rows()).as("mean probability of the true class").isGreaterThan(0.5);
    } else if (!(objective instanceof Objective.Quantile)) {
      assertThat(hits / data.rows()).as("mean error").isCloseTo(0, within(0.3));
    } else {
      assertThat(share(data, predictions)).as("share below the quantile").isBetween(0.8, 0.98);
    }
  }

  private static double score(TrainingData data, double[] predictions, int row, int outputs) {
    double sum = 0;
    for (int k = 0; k < outputs; k++) {
      assertThat(predictions[row * outputs + k]).isBetween(0.0, 1.0);
      sum += predictions[row * outputs + k];
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    return predictions[row * outputs + (int) data.label(row)];
  }

  private static double share(TrainingData data, double[] predictions) {
    double below = 0;
    for (int r = 0; r < data.rows(); r++) {
      below += data.label(r) <= predictions[r] ? 1 : 0;
    }
    return below / data.rows();
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void equalSeedsGiveEqualModelsWhateverTheThreads(Objective objective, @TempDir Path folder)
      throws IOException {
    TrainingData data = SyntheticTable.data(3000, 4, objective);
    byte[] first = saved(fit(data, options(objective).seed(7)), folder.resolve("a"));
    byte[] again = saved(fit(data, options(objective).seed(7)), folder.resolve("b"));
    byte[] twoThreads =
        saved(fit(data, options(objective).seed(7).threads(2)), folder.resolve("c"));
    byte[] otherSeed = saved(fit(data, options(objective).seed(8)), folder.resolve("d"));
    assertThat(again).isEqualTo(first);
    assertThat(twoThreads).isEqualTo(first);
    assertThat(otherSeed).isNotEqualTo(first);
  }

  private static byte[] saved(FittedLearner model, Path file) throws IOException {
    model.save(file);
    return Files.readAllBytes(file);
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void aSavedModelPredictsTheSame(Objective objective, @TempDir Path folder) throws IOException {
    FittedLearner model = fit(SyntheticTable.data(800, 5, objective), options(objective));
    Path file = folder.resolve("model");
    Files.writeString(file, "an older model, to be replaced");
    model.save(file);
    FittedLearner loaded = load(file);
    FeatureTable features = SyntheticTable.features(500, 6);
    assertThat(loaded.predict(features)).isEqualTo(model.predict(features));
    assertThat(loaded.schema()).isEqualTo(model.schema());
    assertThat(loaded.outputs()).isEqualTo(model.outputs());
    assertThat(folder.toFile().list()).containsExactly("model");
  }

  @Test
  void takesMissingUnknownAndInfiniteValuesWhenPredicting() {
    FittedLearner model = fit(SyntheticTable.data(800, 7, SQUARED), options(SQUARED));
    float[] odd = {
      Float.NaN, -1, 6, 40, 1e9f, -1e9f, 0.5f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
    };
    float[][] columns = new float[SyntheticTable.SCHEMA.size()][];
    Arrays.fill(columns, odd);
    double[] predictions = model.predict(new FeatureTable(SyntheticTable.SCHEMA, columns));
    assertThat(predictions).hasSize(odd.length).doesNotContain(Double.NaN);
  }

  @Test
  void monotoneFeaturesMoveNoPredictionTheOtherWay() {
    TrainingData data = SyntheticTable.data(2000, 17, SQUARED);
    LearnerOptions.Builder free = options(SQUARED);
    assertThat(risesWithPrice(fit(data, free))).as("without the option").isPositive();
    Map<String, LearnerOptions.Direction> falling =
        Map.of("price", LearnerOptions.Direction.DECREASING);
    assertThat(risesWithPrice(fit(data, free.monotone(falling)))).isZero();
  }

  /** How often a prediction rises when only the price does. */
  private static int risesWithPrice(FittedLearner model) {
    int prices = 41;
    FeatureTable rows = SyntheticTable.features(60, 18);
    int rises = 0;
    for (int r = 0; r < rows.rows(); r++) {
      int[] same = new int[prices];
      Arrays.fill(same, r);
      float[][] columns = columns(rows, same);
      for (int i = 0; i < prices; i++) {
        columns[0][i] = 0.1f * i;
      }
      double[] predictions = model.predict(new FeatureTable(SyntheticTable.SCHEMA, columns));
      for (int i = 1; i < prices; i++) {
        rises += predictions[i] > predictions[i - 1] ? 1 : 0;
      }
    }
    return rises;
  }

  @Test
  void refusesMonotoneFeaturesThatAreNoNumbersOfTheTable() {
    TrainingData data = SyntheticTable.data(50, 17, SQUARED);
    for (String name : List.of("weekday", "prize")) {
      LearnerOptions.Builder options =
          options(SQUARED).monotone(Map.of(name, LearnerOptions.Direction.INCREASING));
      assertThatThrownBy(() -> fit(data, options))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("monotone (" + name + ")");
    }
  }

  @Test
  void treesGrowNoDeeperThanTheyMay() {
    TrainingData data = SyntheticTable.data(2000, 19, SQUARED);
    LearnerOptions.Builder stumps = options(SQUARED).maxDepth(1);
    LearnerOptions.Builder twoLeaves = options(SQUARED).leaves(2);
    FeatureTable features = SyntheticTable.features(200, 20);
    assertThat(fit(data, stumps).predict(features))
        .isEqualTo(fit(data, twoLeaves).predict(features));
  }

  @Test
  void otherWaysToGrowTreesMatter() {
    TrainingData data = SyntheticTable.data(1000, 21, SQUARED);
    FeatureTable features = SyntheticTable.features(200, 22);
    double[] plain = fit(data, options(SQUARED)).predict(features);
    assertThat(fit(data, options(SQUARED).nodeFeatureFraction(0.5)).predict(features))
        .isNotEqualTo(plain);
    double[] constant = fit(data, options(SQUARED).minGainToSplit(1e9)).predict(features);
    assertThat(Arrays.stream(constant).distinct().count()).isEqualTo(1);
  }

  @Test
  void refusesAnotherSchema() {
    FittedLearner model = fit(SyntheticTable.data(200, 8, SQUARED), options(SQUARED));
    FeatureTable other =
        new FeatureTable(
            new FeatureSchema(List.of(Feature.number("price"))), new float[][] {{1, 2}});
    assertThatThrownBy(() -> model.predict(other))
        .isInstanceOf(SchemaMismatchException.class)
        .hasMessageContaining("1 columns");
  }

  @Test
  void predictsNoRows() {
    FittedLearner model = fit(SyntheticTable.data(200, 8, SQUARED), options(SQUARED));
    assertThat(model.predict(SyntheticTable.features(0, 1))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void learnsConstantLabels(Objective objective) {
    FeatureTable features = SyntheticTable.features(300, 9);
    FittedLearner model = fit(labelled(features, 1), options(objective));
    double[] predictions = model.predict(features);
    int outputs = model.outputs();
    for (int r = 0; r < features.rows(); r++) {
      // 1 is the second class of a classifier
      assertThat(predictions[r * outputs + (outputs > 1 ? 1 : 0)]).isCloseTo(1, within(0.1));
    }
  }

  @Test
  void learnsFromOneRow() {
    FeatureTable one = SyntheticTable.features(1, 10);
    FittedLearner model = fit(labelled(one, 5), options(SQUARED));
    // with a penalty on leaves an engine that does not start at the mean stays a little below
    assertThat(model.predict(one)[0]).isCloseTo(5, within(0.1));
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void rowsOfWeightZeroDoNotMatter(Objective objective) {
    TrainingData data = SyntheticTable.data(600, 11, objective);
    float[] weights = new float[600];
    for (int r = 0; r < 600; r++) {
      weights[r] = r % 3 == 0 ? 0 : 1 + r % 2;
    }
    int[] kept = IntStream.range(0, 600).filter(r -> weights[r] > 0).toArray();
    float[] keptWeights = new float[kept.length];
    float[] keptLabels = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      keptWeights[i] = weights[kept[i]];
      keptLabels[i] = data.label(kept[i]);
    }
    FeatureTable some = new FeatureTable(SyntheticTable.SCHEMA, columns(data.features(), kept));
    TrainingData unweighted = TrainingData.of(some, keptLabels);
    double[] expected =
        fit(unweighted.withWeights(keptWeights), options(objective)).predict(data.features());
    assertThat(fit(data.withWeights(weights), options(objective)).predict(data.features()))
        .isEqualTo(expected);
    assertThat(fit(unweighted, options(objective)).predict(data.features()))
        .as("weights matter")
        .isNotEqualTo(expected);
  }

  @Test
  void leavesNothingBehindInTheTemporaryFolder() throws InterruptedException {
    fit(SyntheticTable.data(200, 16, SQUARED), options(SQUARED));
    Thread training =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              try {
                fit(SyntheticTable.data(2000, 16, SQUARED), options(SQUARED));
              } catch (SynkroPredictException interrupted) {
                // allowed: to train to the end, or to stop and say so
              }
            });
    training.start();
    training.join();
    fit(SyntheticTable.data(200, 16, SQUARED), options(SQUARED));
    assertThat(ownTemporaryFiles()).isEmpty();
  }

  /** Engines name their temporary files "synkro-engine-pid-...". */
  private static List<String> ownTemporaryFiles() {
    String[] names = new File(System.getProperty("java.io.tmpdir")).list();
    String pid = "-" + ProcessHandle.current().pid() + "-";
    return Stream.of(names == null ? new String[0] : names)
        .filter(name -> name.startsWith("synkro") && name.contains(pid))
        .toList();
  }
}
