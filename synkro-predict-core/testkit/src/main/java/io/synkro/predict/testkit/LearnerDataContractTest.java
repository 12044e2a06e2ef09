package io.synkro.predict.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What training data every {@link Learner} must take and refuse; a part of its contract. */
abstract class LearnerDataContractTest {
  static final Objective SQUARED = new Objective.SquaredError();

  /**
   * Returns the engine to test.
   *
   * @return a learner
   */
  protected abstract Learner learner();

  /**
   * Loads what {@link FittedLearner#save} has written.
   *
   * @param file the file
   * @return the model
   * @throws IOException if it cannot be read
   */
  protected abstract FittedLearner load(Path file) throws IOException;

  /**
   * Returns options that a small data set can be learned with in a moment.
   *
   * @param objective what to minimise
   * @return a builder to change them further
   */
  protected static LearnerOptions.Builder options(Objective objective) {
    return LearnerOptions.builder(objective)
        .rounds(40)
        .learningRate(0.2)
        .leaves(15)
        .minRowsPerLeaf(5)
        .rowFraction(0.8)
        .featureFraction(0.8);
  }

  FittedLearner fit(TrainingData data, LearnerOptions.Builder options) {
    return learner().fit(data, options.build());
  }

  static TrainingData labelled(FeatureTable features, float label) {
    float[] labels = new float[features.rows()];
    Arrays.fill(labels, label);
    return TrainingData.of(features, labels);
  }

  @Test
  void learnsFromConstantAndMissingColumns() {
    FeatureSchema schema =
        new FeatureSchema(
            List.of(
                Feature.number("same"), Feature.number("missing"), Feature.category("gone", 3)));
    float[][] columns = new float[3][50];
    Arrays.fill(columns[0], 3);
    Arrays.fill(columns[1], Float.NaN);
    Arrays.fill(columns[2], Float.NaN);
    FeatureTable features = new FeatureTable(schema, columns);
    FittedLearner model = fit(labelled(features, 2), options(SQUARED));
    assertThat(model.predict(features)[0]).isCloseTo(2, within(0.05));
  }

  static float[][] columns(FeatureTable table, int... chosen) {
    float[][] columns = new float[table.schema().size()][chosen.length];
    for (int c = 0; c < columns.length; c++) {
      for (int i = 0; i < chosen.length; i++) {
        columns[c][i] = table.value(chosen[i], c);
      }
    }
    return columns;
  }

  @Test
  void refusesWeightsThatAreAllZero() {
    TrainingData data = SyntheticTable.data(20, 12, SQUARED).withWeights(new float[20]);
    assertThatThrownBy(() -> fit(data, options(SQUARED)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("weights");
  }

  @Test
  void refusesLabelsThatAnObjectiveCannotHave() {
    FeatureTable features = SyntheticTable.features(30, 13);
    record Case(Objective objective, float label) {}
    for (Case each :
        List.of(
            new Case(new Objective.Poisson(), -1),
            new Case(new Objective.Tweedie(1.5), -0.5f),
            new Case(new Objective.Poisson(), 0), // all zero: no log of the mean
            new Case(new Objective.Binary(), 2),
            new Case(new Objective.Binary(), 0.5f),
            new Case(new Objective.MultiClass(3), 3),
            new Case(new Objective.MultiClass(3), -1))) {
      assertThatThrownBy(() -> fit(labelled(features, each.label()), options(each.objective())))
          .as("%s", each)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("label");
    }
  }

  @Test
  void refusesInfiniteNumbersAndUnknownCategoriesWhenTraining() {
    for (int column : new int[] {0, 4}) {
      for (float bad : new float[] {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
        assertThatThrownBy(() -> fit(withValue(column, bad), options(SQUARED)))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("row 17");
      }
    }
    for (float bad : new float[] {-1, 6, 0.5f}) {
      assertThatThrownBy(() -> fit(withValue(4, bad), options(SQUARED)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("weekday");
    }
  }

  private static TrainingData withValue(int column, float value) {
    float[][] columns = columns(SyntheticTable.features(40, 14), IntStream.range(0, 40).toArray());
    columns[column][17] = value;
    return labelled(new FeatureTable(SyntheticTable.SCHEMA, columns), 1);
  }

  @Test
  void survivesNumbersOfAnySize() {
    TrainingData data = SyntheticTable.data(300, 15, SQUARED);
    float[] sizes = {Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, 1e-36f, -0f, 1e30f};
    float[][] columns = columns(data.features(), IntStream.range(0, 300).toArray());
    float[] labels = new float[300];
    for (int r = 0; r < 300; r++) {
      columns[2][r] = sizes[r % sizes.length];
      labels[r] = data.label(r);
    }
    FeatureTable features = new FeatureTable(SyntheticTable.SCHEMA, columns);
    double[] predictions =
        fit(TrainingData.of(features, labels), options(SQUARED)).predict(features);
    for (double prediction : predictions) {
      assertThat(prediction).isFinite();
    }
  }

  @Test
  void learnsFromManyCategoriesAndNamesOfEveryAllowedCharacter(@TempDir Path folder)
      throws IOException {
    int categories = 10_000;
    int special = 50;
    int rows = 12 * categories; // LightGBM leaves categories of fewer than 10 rows aside
    FeatureSchema schema =
        new FeatureSchema(
            List.of(Feature.category("item.code-1", categories), Feature.number("lag_7.mean-28")));
    SplittableRandom random = new SplittableRandom(17);
    float[][] columns = new float[2][rows];
    float[] labels = new float[rows];
    for (int r = 0; r < rows; r++) {
      columns[0][r] = r % categories;
      columns[1][r] = (float) random.nextDouble();
      labels[r] = (r % categories < special ? 20 : 0) + columns[1][r];
    }
    FeatureTable features = new FeatureTable(schema, columns);
    TrainingData data = TrainingData.of(features, labels);
    FittedLearner model = fit(data, options(SQUARED).rowFraction(1).featureFraction(1));
    double[] predictions = model.predict(features);
    // without the categories every prediction would be near the mean, 0.6
    assertThat(Arrays.stream(predictions, 0, special).average()).hasValueCloseTo(20.0, within(3.0));
    assertThat(Arrays.stream(predictions, special, categories).average())
        .hasValueCloseTo(0.5, within(0.3));
    Path file = folder.resolve("model");
    model.save(file);
    assertThat(load(file).predict(features)).isEqualTo(predictions);
  }
}
