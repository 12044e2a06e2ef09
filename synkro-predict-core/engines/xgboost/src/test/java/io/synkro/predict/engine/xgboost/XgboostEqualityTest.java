package io.synkro.predict.engine.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.synkro.predict.engine.TrainingRows;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.testkit.AdversarialRows;
import io.synkro.predict.testkit.SyntheticTable;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected numbers are those of the native engine, for the very JSON that we export. */
class XgboostEqualityTest {
  record Case(Objective objective, Map<String, Object> extra) {}

  static Stream<Case> cases() {
    return Stream.of(
        new Case(new Objective.SquaredError(), Map.of()),
        new Case(new Objective.SquaredError(), Map.of("max_cat_to_onehot", 64)),
        new Case(new Objective.SquaredError(), Map.of("gamma", 5, "num_parallel_tree", 3)),
        new Case(new Objective.SquaredError(), Map.of("tree_method", "approx")),
        new Case(new Objective.AbsoluteError(), Map.of()),
        new Case(new Objective.Poisson(), Map.of()),
        new Case(new Objective.Poisson(), Map.of("base_score", 3.7)),
        new Case(new Objective.Tweedie(1.3), Map.of()),
        new Case(new Objective.Quantile(0.9), Map.of()),
        new Case(new Objective.Binary(), Map.of()),
        new Case(new Objective.MultiClass(4), Map.of()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void marginsAreTheNativeOnesToTheLastBit(Case each) throws Exception {
    TreeModel model = train(each);
    // the native engine refuses infinite numbers
    FeatureTable rows =
        AdversarialRows.of(SyntheticTable.SCHEMA, thresholds(model.modelText()), false, 5000);
    double[] margins = predictions(model, rows, true);
    assertThat(model.margins(rows)).isEqualTo(margins);
    assertThat(Arrays.stream(margins).distinct().count()).isGreaterThan(100);

    double[] expected = predictions(model, rows, false);
    double[] actual = model.predict(rows);
    for (int i = 0; i < expected.length; i++) {
      // the native engine applies the link in floats
      assertThat(actual[i]).isCloseTo(expected[i], within(2e-6 * Math.abs(expected[i]) + 1e-9));
    }
  }

  /** Like the learner, but with parameters that it does not set. */
  private static TreeModel train(Case each) throws XGBoostError {
    LearnerOptions options =
        LearnerOptions.builder(each.objective())
            .rounds(40)
            .learningRate(0.2)
            .minRowsPerLeaf(1)
            .build();
    Map<String, Object> parameters = new HashMap<>(XgboostParameters.of(options));
    parameters.putAll(each.extra());
    TrainingRows rows =
        TrainingRows.of(SyntheticTable.data(3000, 21, each.objective()), each.objective());
    DMatrix matrix = TrainingMatrix.of(rows);
    Booster booster = XGBoost.train(matrix, parameters, 40, Map.of(), null, null);
    String json = new String(booster.toByteArray("json"), StandardCharsets.UTF_8);
    booster.dispose();
    matrix.dispose();
    return TreeModels.of("xgboost", rows.schema(), json);
  }

  private static double[] predictions(TreeModel model, FeatureTable table, boolean margin)
      throws XGBoostError, IOException {
    int columns = table.schema().size();
    float[] values = new float[table.rows() * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = table.value(i / columns, i % columns);
    }
    Booster booster = XGBoost.loadModel(model.modelText().getBytes(StandardCharsets.UTF_8));
    DMatrix matrix = new DMatrix(values, table.rows(), columns, Float.NaN);
    try {
      float[][] native32 = booster.predict(matrix, margin);
      double[] result = new double[table.rows() * model.outputs()];
      for (int i = 0; i < result.length; i++) {
        result[i] = native32[i / model.outputs()][i % model.outputs()];
      }
      return result;
    } finally {
      matrix.dispose();
      booster.dispose();
    }
  }

  private static List<Float> thresholds(String json) throws IOException {
    List<Float> thresholds = new ArrayList<>();
    JsonNode trees = new ObjectMapper().readTree(json).at("/learner/gradient_booster/model/trees");
    for (JsonNode tree : trees) {
      for (int i = 0; i < tree.get("left_children").size(); i++) {
        if (tree.get("left_children").get(i).asInt() >= 0
            && tree.get("split_type").get(i).asInt() == 0) {
          thresholds.add(Float.parseFloat(tree.get("split_conditions").get(i).asText()));
        }
      }
    }
    return thresholds;
  }
}
