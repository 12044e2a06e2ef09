package io.synkro.predict.engine.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.engine.TrainingRows;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Lags of intermittent demand: mostly zeros, NaN before the first sale. When LightGBM bundles such
 * features it writes, for each where NaN is more frequent than zero, a pointer of its own into the
 * sample that it is given. Freeing that one ends the process ("free(): invalid pointer").
 */
class SparseFeaturesTest {
  private static final int ROWS = 20_000;
  private static final int COLUMNS = 40;
  private static final LearnerOptions OPTIONS =
      LearnerOptions.builder(new Objective.SquaredError()).rounds(30).learningRate(0.3).build();

  @Test
  void bundlingDoesNotHarmTheProcess() {
    LightGbmNatives.SHARED.load();
    TrainingRows rows = TrainingRows.of(intermittentDemand(), OPTIONS.objective());
    String parameters = LightGbmParameters.of(rows, OPTIONS, false);
    String bundled = parameters.replace("enable_bundle=false", "enable_bundle=true");
    assertThat(bundled).isNotEqualTo(parameters);
    for (int i = 0; i < 4; i++) {
      try (NativeDataset dataset = NativeDataset.of(rows, bundled)) {
        assertThat(dataset.handle()).isNotZero();
      }
    }
  }

  @Test
  void learnsFromFeaturesThatAreMostlyZero() {
    TrainingData data = intermittentDemand();
    double[] predicted = new LightGbmLearner().fit(data, OPTIONS).predict(data.features());
    double mean = Arrays.stream(labels(data)).average().orElseThrow();
    double error = 0;
    double spread = 0;
    for (int r = 0; r < ROWS; r++) {
      error += Math.pow(data.label(r) - predicted[r], 2);
      spread += Math.pow(data.label(r) - mean, 2);
    }
    // the label is the sum of two of the columns, without noise
    assertThat(error).isLessThan(0.1 * spread);
  }

  private static double[] labels(TrainingData data) {
    return IntStream.range(0, data.rows()).mapToDouble(data::label).toArray();
  }

  private static TrainingData intermittentDemand() {
    SplittableRandom random = new SplittableRandom(11);
    float[][] columns = new float[COLUMNS][ROWS];
    Arrays.fill(columns[0], Float.NaN);
    Arrays.fill(columns[1], 7);
    for (int c = 3; c < COLUMNS; c++) { // column 2 stays zero
      double zeros = 0.6 + 0.35 * (c - 3) / (COLUMNS - 4.0);
      int missing = c % 5 == 0 ? ROWS * 3 / 4 : c % 7 == 0 ? ROWS / 3 : 0;
      for (int r = 0; r < ROWS; r++) {
        columns[c][r] =
            r < missing ? Float.NaN : random.nextDouble() < zeros ? 0 : 1 + random.nextInt(20);
      }
    }
    float[] labels = new float[ROWS];
    for (int r = 0; r < ROWS; r++) {
      labels[r] = columns[3][r] + columns[4][r];
    }
    FeatureSchema schema =
        new FeatureSchema(
            IntStream.range(0, COLUMNS).mapToObj(c -> Feature.number("lag_" + c)).toList());
    return TrainingData.of(new FeatureTable(schema, columns), labels);
  }
}
