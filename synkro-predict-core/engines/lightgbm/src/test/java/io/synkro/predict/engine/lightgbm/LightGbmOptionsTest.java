package io.synkro.predict.engine.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import io.synkro.predict.tabular.UnsupportedOptionException;
import io.synkro.predict.testkit.SyntheticTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LightGbmOptionsTest {
  private final LightGbmLearner learner = new LightGbmLearner();

  /** LightGBM computes the leaves of these anew and would break the order. */
  @Test
  void refusesMonotoneFeaturesForQuantiles() {
    for (Objective each : List.of(new Objective.AbsoluteError(), new Objective.Quantile(0.9))) {
      LearnerOptions options =
          LearnerOptions.builder(each)
              .monotone(Map.of("price", LearnerOptions.Direction.DECREASING))
              .build();
      TrainingData data = SyntheticTable.data(50, 1, each);
      assertThatThrownBy(() -> learner.fit(data, options))
          .isInstanceOf(UnsupportedOptionException.class)
          .hasMessageContaining("monotone features for " + each);
    }
  }

  /**
   * Where x is 0, one label in five is 1,000, the others 1. The gradients of both sides are equal
   * where 0.8 (m - 1) = 0.2 delta, as long as delta is below 1,000 - m.
   */
  @Test
  void huberIsPulledByTheNumberOfOutliersNotByTheirSize() {
    int rows = 1000;
    float[][] columns = new float[1][rows];
    float[] labels = new float[rows];
    for (int r = 0; r < rows; r++) {
      columns[0][r] = r % 2;
      labels[r] = r % 10 == 0 ? 1000 : 1;
    }
    FeatureTable table = new FeatureTable(new FeatureSchema(List.of(Feature.number("x"))), columns);
    TrainingData data = TrainingData.of(table, labels);
    for (double delta : new double[] {90, 450}) {
      LearnerOptions options =
          LearnerOptions.builder(new Objective.Huber(delta))
              .rounds(100)
              .learningRate(0.5)
              .rowFraction(1)
              .l2(0)
              .minRowsPerLeaf(50)
              .build();
      double[] predicted = learner.fit(data, options).predict(table);
      assertThat(predicted[0]).isCloseTo(1 + delta / 4, within(0.01));
    }
  }
}
