package io.synkro.predict.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.tabular.BinnedTable;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureBins;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(List.of(Feature.number("price"), Feature.category("store", 2)));

  private static TrainingData data(float[] price, float[] store, float... labels) {
    return TrainingData.of(new FeatureTable(SCHEMA, new float[][] {price, store}), labels);
  }

  @Test
  void leavesOutRowsOfWeightZero() {
    TrainingData data =
        data(new float[] {1, Float.POSITIVE_INFINITY, 3}, new float[] {0, 9, Float.NaN}, 10, -5, 30)
            .withWeights(new float[] {2, 0, 0.5f});
    TrainingRows rows = TrainingRows.of(data, new Objective.Poisson());
    assertThat(rows.size()).isEqualTo(2); // what is wrong in the row of weight zero does not matter
    assertThat(rows.isWeighted()).isTrue();
    assertThat(rows.value(1, 0)).isEqualTo(3);
    assertThat(rows.value(1, 1)).isNaN();
    assertThat(rows.label(1)).isEqualTo(30);
    assertThat(rows.weight(1)).isEqualTo(0.5f);
    assertThat(rows.schema()).isEqualTo(SCHEMA);
  }

  @Test
  void namesTheRowAndTheColumnThatItRefuses() {
    assertThatThrownBy(
            () ->
                TrainingRows.of(
                    data(new float[] {1, 2}, new float[] {0, 2}, 1, 2),
                    new Objective.SquaredError()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "feature store of row 1 (2.0) must be a whole number from 0 to 1, or NaN."
                + " Maybe write unknown categories as NaN.");
    assertThatThrownBy(
            () ->
                TrainingRows.of(
                    data(new float[] {1, 2}, new float[] {0, 1}, 1, -2), new Objective.Poisson()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("label of row 1 (-2.0) must be zero or more");
  }

  @Test
  void binsAndOffsetsAreThoseOfTheRowsThatCount() {
    FeatureTable table = new FeatureTable(SCHEMA, new float[][] {{1, 2, 3}, {0, 1, Float.NaN}});
    FeatureBins bins = FeatureBins.of(table, 255);
    byte[][] codes = {{0, 1, 2}, {0, 1, (byte) FeatureBins.MISSING}};
    TrainingData data =
        TrainingData.of(new BinnedTable(bins, codes), new float[] {5, 6, 7})
            .withOffsets(new double[] {0.5, 0.6, 0.7})
            .withWeights(new float[] {1, 0, 2});
    TrainingRows rows = TrainingRows.of(data, new Objective.SquaredError());
    assertThat(rows.isBinned()).isTrue();
    assertThat(rows.code(1, 0)).isEqualTo(2);
    assertThat(rows.code(1, 1)).isEqualTo(FeatureBins.MISSING);
    assertThat(rows.offsets()).isEqualTo(1);
    assertThat(rows.offset(1, 0)).isEqualTo(0.7);
    FeatureTable values = rows.values(1, 1);
    assertThat(values.value(0, 0)).isGreaterThan(2.5f);
    assertThat(values.value(0, 1)).isNaN();
    assertThatThrownBy(data::features).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesOffsetsThatAreNotOnePerOutput() {
    TrainingData data = data(new float[] {1, 2}, new float[] {0, 1}, 0, 1);
    TrainingData two = data.withOffsets(new double[4]);
    assertThat(TrainingRows.of(two, new Objective.MultiClass(2)).offsets()).isEqualTo(2);
    assertThatThrownBy(() -> TrainingRows.of(two, new Objective.SquaredError()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("offsets of a row (2) must be the number of outputs, 1");
    assertThatThrownBy(() -> data.withOffsets(new double[3]))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> data.withOffsets(new double[] {0, Double.NEGATIVE_INFINITY}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("offset of row 1");
  }

  @Test
  void labelsOfValidationDataMayAllBeZero() {
    TrainingData zeros = data(new float[] {1, 2}, new float[] {0, 1}, 0, 0);
    assertThat(TrainingRows.ofValidation(zeros, new Objective.Poisson()).size()).isEqualTo(2);
    assertThatThrownBy(() -> TrainingRows.of(zeros, new Objective.Poisson()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("sum of labels");
  }
}
