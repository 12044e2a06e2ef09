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
    "reg:linear, 2, 2.5, 2.5",
    "reg:squaredlogerror, 2, 2.5, 2.5",
    "reg:pseudohubererror, 2, 2.5, 2.5",
    "reg:absoluteerror, 2, 2.5, 2.5",
    "binary:logitraw, 2, 2.5, 2.5",
    "rank:pairwise, 2, 2.5, 2.5",
    "rank:ndcg, 2, 2.5, 2.5",
    "rank:map, 2, 2.5, 2.5",
    "count:poisson, 2, 1.1931472, 3.2974425", // ln 2 + 0.5, and its exponential
    "reg:tweedie, 2, 1.1931472, 3.2974425",
    "reg:gamma, 2, 1.1931472, 3.2974425",
    "survival:aft, 2, 1.1931472, 3.2974425",
    "survival:cox, 2, 1.1931472, 3.2974425",
    "binary:logistic, 0.75, 1.5986123, 0.8318253", // ln(0.75 / 0.25) + 0.5, logistic function
    "reg:logistic, 0.75, 1.5986123, 0.8318253",
    "reg:logistic, 0, -13.3155106, 0.0000016", // held at 1e-6: ln(1e-6) + 0.5
    "binary:hinge, 2, 2.5, 1",
    "binary:hinge, -0.5, 0, 0", // above zero only
    "reg:quantileerror, 2, 2.5, 2.5",
    "reg:expectileerror, 2, 2.5, 2.5"
  })
  void startsAtTheMarginOfTheBaseScore(String objective, String base, double margin, double value) {
    String text = MODEL.replace("reg:squarederror", objective).replace("[2E0]", base);
    TreeModel model = TreeModels.of("xgboost", Tables.SCHEMA, text);
    assertThat(model.margins(Tables.row(2, 0))[0]).isCloseTo(margin, within(1e-6));
    assertThat(model.predict(Tables.row(2, 0))[0]).isCloseTo(value, within(1e-6));
  }

  @Test
  void leavesTheBaseScoreOfAnUntrainedModelAlone() {
    String text =
        MODEL
            .replace("reg:squarederror", "count:poisson")
            .replaceAll("\"trees\": \\[\\{[^}]*}}]", "\"trees\": []")
            .replace("\"tree_info\": [0]", "\"tree_info\": [], \"iteration_indptr\": [0]");
    assertThat(margin(text, 1, 0)).isEqualTo(2); // NeedFit of learner.cc: no link yet
    String given = text.replace("\"num_class\"", "\"boost_from_average\": \"0\", \"num_class\"");
    assertThat(margin(given, 1, 0)).isEqualTo((float) Math.log(2));
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
        "1.5E0|NaN|threshold that is not a number",
        "1.5E0|1e99|",
        "0.25|-1e99|not finite",
        "\"categories_sizes\": [1]|\"categories_sizes\": [2]|does not exist",
        "\"categories_nodes\": [1]|\"categories_nodes\": [7]|without a node",
        "\"categories\": [1]|\"categories\": [-1]|category -1",
        "\"tree_info\": [0]|\"tree_info\": [1]|output 1",
        "\"tree_info\": [0]|\"tree_info\": [0, 0]|tree_info is of 2",
        "\"tree_info\": [0]|\"tree_info\": [0], \"weight_drop\": [1, 1]|weight_drop is of 2",
        "\"tree_info\": [0]|\"tree_info\": [0], \"iteration_indptr\": [0, 2]|iteration_indptr",
        "\"tree_info\": [0]|\"tree_info\": [0], \"iteration_indptr\": [1, 1]|iteration_indptr",
        "\"tree_info\": [0]|\"tree_info\": [0], \"iteration_indptr\": []|iteration_indptr",
        "\"tree_info\": [0]|\"tree_info\": [null]|cannot be parsed",
        "\"tree_info\": [0]|\"tree_info\": [0.5]|cannot be parsed",
        "\"tree_info\": [0]|\"tree_info\": [\"\"]|cannot be parsed",
        "\"tree_info\": [0]|\"tree_info\": [0], \"tree_info\": [0]|Duplicate",
        "[\"price\", \"store\"]|[\"price\", null]|cannot be parsed",
        "[\"price\", \"store\"]|[\"price\"]|1 words for 2 features",
        "\"size_leaf_vector\": \"1\"|\"num_nodes\": \"4\"|num_nodes",
        "\"size_leaf_vector\": \"1\"|\"size_leaf_vector\": \"3\"|3 numbers add to 1 outputs",
        "{\"learner\": |{\"learner\": null, \"other\": |no learner",
        "\"left_children\"|\"id\": 1, \"left_children\"|id of another",
        "[3, 4, 0]}|[3, 4, 0]} 1|cannot be parsed",
        "[2E0]|[x]|base_score",
        "[2E0]|[1,2]|base_score",
        "\"num_feature\": \"2\"|\"num_feature\": \"-2\"|num_feature",
        "\"num_class\": \"0\"|\"num_class\": \"100001\"|num_class",
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
  @CsvSource(
      delimiter = '|',
      value = {
        "gbtree|gblinear|booster=gblinear",
        "reg:squarederror|reg:magic|objective=reg:magic",
        "[3, 4, 0]|[4, 0, 0]|version 4"
      })
  void refusesWhatItDoesNotEvaluateByName(String good, String bad, String named) {
    assertThat(MODEL).contains(good);
    assertThatThrownBy(() -> XgboostJson.read(MODEL.replace(good, bad)))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining(named);
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
