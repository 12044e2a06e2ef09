package io.synkro.predict.engine.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.tabular.BinnedTable;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureBins;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import io.synkro.predict.tabular.TrainingRun;
import io.synkro.predict.testkit.SyntheticTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinnedTrainingTest {
  private static final Objective OBJECTIVE = new Objective.SquaredError();
  private static final LearnerOptions OPTIONS =
      LearnerOptions.builder(OBJECTIVE).rounds(30).learningRate(0.2).build();
  private static final int ROWS = 3000;

  private final LightGbmLearner learner = new LightGbmLearner();

  /** Numbers of which there are few, so that bins lose nothing: negative, zero, positive. */
  private static TrainingData coarse() {
    TrainingData fine = SyntheticTable.data(ROWS, 1, OBJECTIVE);
    float[][] columns = new float[fine.schema().size()][ROWS];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < ROWS; r++) {
        float value = fine.features().value(r, c);
        columns[c][r] = c < 3 ? (float) Math.floor(value * 4) : value;
      }
    }
    return TrainingData.of(new FeatureTable(fine.schema(), columns), labels(fine));
  }

  private static float[] labels(TrainingData data) {
    float[] labels = new float[data.rows()];
    for (int r = 0; r < labels.length; r++) {
      labels[r] = data.label(r);
    }
    return labels;
  }

  private static BinnedTable encoded(FeatureTable table, FeatureBins bins) {
    byte[][] codes = new byte[table.schema().size()][table.rows()];
    float[] column = new float[table.rows()];
    for (int c = 0; c < codes.length; c++) {
      table.copyColumn(c, 0, column.length, column);
      bins.encode(c, column, column.length, codes[c], 0);
    }
    return new BinnedTable(bins, codes);
  }

  @Test
  void binsThatLoseNothingGiveThePredictionsOfNumbers() {
    TrainingData numbers = coarse();
    FeatureBins bins = FeatureBins.of(numbers.features(), FeatureBins.MOST);
    TrainingData binned = TrainingData.of(encoded(numbers.features(), bins), labels(numbers));
    assertThat(learner.fit(binned, OPTIONS).predict(numbers.features()))
        .isEqualTo(learner.fit(numbers, OPTIONS).predict(numbers.features()));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 63, 255})
  void predictsTheSameForAllValuesOfABin(int most) {
    TrainingData numbers = SyntheticTable.data(ROWS, 2, OBJECTIVE);
    FeatureBins bins = FeatureBins.of(numbers.features(), most);
    BinnedTable codes = encoded(numbers.features(), bins);
    double[] predicted =
        learner.fit(TrainingData.of(codes, labels(numbers)), OPTIONS).predict(numbers.features());
    assertThat(
            learner.fit(TrainingData.of(codes, labels(numbers)), OPTIONS).predict(valuesOf(codes)))
        .isEqualTo(predicted);
    assertThat(squaredError(numbers, predicted)).isLessThan(1.5);
  }

  private static double squaredError(TrainingData data, double[] predicted) {
    double sum = 0;
    for (int r = 0; r < data.rows(); r++) {
      sum += Math.pow(data.label(r) - predicted[r], 2);
    }
    return sum / data.rows();
  }

  private static FeatureTable valuesOf(BinnedTable codes) {
    FeatureBins bins = codes.bins();
    float[][] columns = new float[bins.schema().size()][codes.rows()];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < codes.rows(); r++) {
        columns[c][r] = bins.value(c, codes.code(r, c));
      }
    }
    return new FeatureTable(bins.schema(), columns);
  }

  /**
   * The first column misses nothing where it is trained on, and all where it is validated: NaN then
   * is zero, which is in the middle of it.
   */
  @Test
  void validationLossIsThatOfTheModel() {
    TrainingData numbers = centred(SyntheticTable.data(ROWS, 3, OBJECTIVE));
    FeatureBins bins = FeatureBins.of(numbers.features(), 63);
    TrainingData training = TrainingData.of(encoded(numbers.features(), bins), labels(numbers));
    TrainingData other = SyntheticTable.data(500, 4, OBJECTIVE);
    float[][] columns = new float[other.schema().size()][500];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < 500; r++) {
        columns[c][r] = c == 0 ? Float.NaN : other.features().value(r, c);
      }
    }
    FeatureTable table = new FeatureTable(other.schema(), columns);
    for (TrainingData validation :
        List.of(
            TrainingData.of(table, labels(other)),
            TrainingData.of(encoded(table, bins), labels(other)))) {
      List<Double> losses = new ArrayList<>();
      TrainingRun run =
          TrainingRun.plain()
              .validatedBy(validation, 30)
              .heardBy(progress -> losses.add(progress.validationLoss().orElseThrow()), 1);
      double[] predicted = learner.fit(training, OPTIONS, run).predict(table);
      double lowest = losses.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
      assertThat(squaredError(TrainingData.of(table, labels(other)), predicted))
          .isCloseTo(lowest, withPercentage(1e-4));
    }
  }

  private static TrainingData centred(TrainingData data) {
    float[][] columns = new float[data.schema().size()][data.rows()];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < data.rows(); r++) {
        columns[c][r] = data.features().value(r, c) - (c == 0 ? 2 : 0);
      }
    }
    return TrainingData.of(new FeatureTable(data.schema(), columns), labels(data));
  }

  /** Only some rows show LightGBM which bins there are. */
  @Test
  void knowsOfAMissingValueThatIsNotInTheSample() {
    int rows = 210_000;
    int[] sample = SampledColumns.choose(rows);
    int left = 0;
    while (Arrays.binarySearch(sample, left) >= 0) {
      left++;
    }
    float[][] column = new float[1][rows];
    Arrays.fill(column[0], 1);
    Arrays.fill(column[0], 0, 1000, 2);
    column[0][left] = Float.NaN;
    FeatureSchema schema = new FeatureSchema(List.of(Feature.number("x")));
    FeatureTable table = new FeatureTable(schema, column);
    float[] labels = new float[rows];
    labels[left] = 1000;
    LearnerOptions options =
        LearnerOptions.builder(OBJECTIVE)
            .rounds(1)
            .learningRate(1)
            .minRowsPerLeaf(1)
            .rowFraction(1)
            .l2(0)
            .build();
    BinnedTable binned = encoded(table, FeatureBins.of(table, 63));
    double[] predicted = learner.fit(TrainingData.of(binned, labels), options).predict(table);
    assertThat(predicted[left]).isCloseTo(1000, within(0.01));
    assertThat(predicted[rows - 1]).isCloseTo(0, within(0.01));
  }

  @Test
  void refusesBinsThatThereAreNot() {
    TrainingData numbers = SyntheticTable.data(50, 5, OBJECTIVE);
    FeatureBins bins = FeatureBins.of(numbers.features(), 40);
    byte[][] codes = new byte[numbers.schema().size()][50];
    codes[2][7] = (byte) 40;
    TrainingData wrong = TrainingData.of(new BinnedTable(bins, codes), labels(numbers));
    assertThatThrownBy(() -> learner.fit(wrong, OPTIONS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("bin of feature noise of row 7 (40)");
  }

  @Test
  void refusesValidationDataOfOtherBins() {
    TrainingData numbers = SyntheticTable.data(200, 6, OBJECTIVE);
    FeatureBins some = FeatureBins.of(numbers.features(), 40);
    FeatureBins others = FeatureBins.of(numbers.features(), 63);
    TrainingData training = TrainingData.of(encoded(numbers.features(), some), labels(numbers));
    TrainingData validation = TrainingData.of(encoded(numbers.features(), others), labels(numbers));
    TrainingRun run = TrainingRun.plain().validatedBy(validation, 5);
    for (TrainingData each : List.of(training, numbers)) {
      assertThatThrownBy(() -> learner.fit(each, OPTIONS, run))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("other bins");
    }
  }
}
