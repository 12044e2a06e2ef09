package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected margins are read off the JSON by hand; sums are sums of floats. */
class XgboostJsonTest {
  /** Price below 1.5 asks for the store: 1 goes right to 0.25, others left to 0.1; else 0.5. */
  static final String MODEL =
      """
      {"learner": {"feature_names": ["price", "store"],
        "gradient_booster": {"name": "gbtree", "model": {"tree_info": [0], "trees": [{
          "left_children": [1, 3, -1, -1, -1], "right_children": [2, 4, -1, -1, -1],
          "split_indices": [0, 1, 0, 0, 0], "split_conditions": [1.5E0, 0, 0.5, 1E-1, 0.25],
          "default_left": [1, 0, 0, 0, 0], "split_type": [0, 1, 0, 0, 0],
          "categories_nodes": [1], "categories_segments": [0], "categories_sizes": [1],
          "categories": [1], "tree_param": {"size_leaf_vector": "1"}}]}},
        "learner_model_param": {"base_score": "[2E0]", "num_class": "0", "num_feature": "2",
          "num_target": "1"},
        "objective": {"name": "reg:squarederror"}}, "version": [3, 4, 0]}
      """;

  private static double margin(String model, float price, float store) {
    return XgboostJson.read(model).ensemble().margins(Tables.row(price, store))[0];
  }

  @Test
  void addsUpTheLeavesInFloats() {
    assertThat(margin(MODEL, 1, 0)).isEqualTo(2f + 0.1f);
    assertThat(margin(MODEL, 1, 1)).isEqualTo(2.25);
    assertThat(margin(MODEL, Math.nextDown(1.5f), 1)).isEqualTo(2.25);
    assertThat(margin(MODEL, 1.5f, 1)).as("at the threshold is right").isEqualTo(2.5);
    assertThat(margin(MODEL, Float.NaN, 1)).as("default left").isEqualTo(2.25);
    assertThat(margin(MODEL, 1, Float.NaN)).as("default right").isEqualTo(2.25);
    for (float unknown : new float[] {2, 40, -1, -0.5f, 1e9f}) {
      assertThat(margin(MODEL, 1, unknown)).as("%s", unknown).isEqualTo(2f + 0.1f);
    }
  }

  // margin of the base score 2 (0.75 for the logistic) plus 0.5; XGBoost < 3.1 writes no brackets
  @ParameterizedTest
  @CsvSource({
    "reg:squarederror, 2, 2.5, 2.5",
    "count:poisson, 2, 1.1931472, 3.2974425",
    "reg:tweedie, 2, 1.1931472, 3.2974425",
    "binary:logistic, 0.75, 1.5986123, 0.8318253",
    "reg:quantileerror, 2, 2.5, 2.5"
  })
  void startsAtTheMarginOfTheBaseScore(String objective, String base, double margin, double value) {
    String text = MODEL.replace("reg:squarederror", objective).replace("[2E0]", base);
    TreeModel model = TreeModels.of("xgboost", Tables.SCHEMA, text);
    // ln 2 + 0.5; ln(0.75 / 0.25) + 0.5; then exp and logistic function
    assertThat(model.margins(Tables.row(2, 0))[0]).isCloseTo(margin, within(1e-6));
    assertThat(model.predict(Tables.row(2, 0))[0]).isCloseTo(value, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 3, -1, -1, -1]|[1, 0, -1, -1, -1]|twice",
        "[1, 3, -1, -1, -1]|[1, 9, -1, -1, -1]|does not exist",
        "[1, 3, -1, -1, -1]|[1, -1, -1, -1, -1]|one child",
        "[1, 3, -1, -1, -1]|[1, 3, -1, -1]|another number",
        "indices\": [0, 1|indices\": [0, 2|feature 2",
        "indices\": [0, 1|indices\": [0, 3000000000|cannot be parsed",
        "1.5E0|NaN|cannot be parsed",
        "1.5E0|1e99|",
        "0.25|-1e99|not finite",
        "\"categories_sizes\": [1]|\"categories_sizes\": [2]|does not exist",
        "\"categories_nodes\": [1]|\"categories_nodes\": [7]|without a node",
        "\"categories\": [1]|\"categories\": [-1]|category -1",
        "\"tree_info\": [0]|\"tree_info\": [1]|output 1",
        "\"tree_info\": [0]|\"tree_info\": [0, 0]|output of 2",
        "[2E0]|[x]|base_score",
        "[2E0]|[1,2]|base_score",
        "\"num_feature\": \"2\"|\"num_feature\": \"-2\"|num_feature",
        "\"num_class\": \"0\"|\"num_class\": \"3\"|3 classes",
        "\"objective\"|\"other\"|no objective",
        "\"trees\"|\"other\"|no trees",
        "\"learner\"|\"other\"|no learner"
      })
  void refusesWhatCannotBeWalked(String good, String bad, String problem) {
    assertThat(MODEL).contains(good);
    String model = MODEL.replace(good, bad);
    if (problem == null) {
      // a float that overflows to infinity as a threshold sends everything to one side
      assertThat(margin(model, 3, 1)).isEqualTo(2.25);
      return;
    }
    assertThatThrownBy(() -> XgboostJson.read(model))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "gbtree, gblinear",
    "gbtree, dart",
    "reg:squarederror, rank:ndcg",
    "\"num_target\": \"1\", \"num_target\": \"2\"",
    "\"size_leaf_vector\": \"1\", \"size_leaf_vector\": \"3\""
  })
  void refusesWhatItDoesNotEvaluateByName(String good, String bad) {
    assertThat(MODEL).contains(good);
    assertThatThrownBy(() -> XgboostJson.read(MODEL.replace(good, bad)))
        .isInstanceOf(UnsupportedModelException.class);
  }

  @Test
  void refusesATextThatIsCutShortAnywhere() {
    for (int length = 0; length < MODEL.stripTrailing().length(); length++) {
      String cut = MODEL.substring(0, length);
      assertThatThrownBy(() -> XgboostJson.read(cut))
          .as("cut at %d", length)
          .isInstanceOf(CorruptModelException.class);
    }
  }
}
