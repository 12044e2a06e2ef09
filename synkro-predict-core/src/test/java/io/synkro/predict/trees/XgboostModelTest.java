package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.trees.internal.Forest;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of many trees and outputs; every expected number is read off the JSON by hand. */
class XgboostModelTest {
  /** Two trees of one leaf each and one of a split, all weights given. */
  static final String MODEL =
      """
      {"learner": {"attributes": {"best_iteration": "1"}, "feature_names": [],
        "feature_types": ["float", "c"],
        "gradient_booster": {"name": "gbtree", "model": {
          "gbtree_model_param": {"num_trees": "3", "num_parallel_tree": "1"},
          "iteration_indptr": [0, 1, 2, 3], "tree_info": [0, 0, 0], "trees": [
          {"id": 0, "left_children": [-1], "right_children": [-1], "split_indices": [0],
            "split_conditions": [0.1], "default_left": [0], "sum_hessian": [7]},
          {"id": 1, "left_children": [1, -1, -1], "right_children": [2, -1, -1],
            "split_indices": [0, 0, 0], "split_conditions": [1, 0.3, 0.7],
            "default_left": [0, 0, 0], "sum_hessian": [7, 3, 4]},
          {"id": 2, "left_children": [-1], "right_children": [-1], "split_indices": [0],
            "split_conditions": [0.25], "default_left": [0], "sum_hessian": [7]}]}},
        "learner_model_param": {"base_score": "[0]", "num_class": "0", "num_feature": "2",
          "num_target": "1"},
        "objective": {"name": "reg:squarederror"}}, "version": [3, 4, 0]}
      """;

  /** One tree whose leaves hold three numbers: below 1 the second three, else the first. */
  static final String VECTORS =
      """
      {"learner": {"gradient_booster": {"name": "gbtree", "model": {
          "gbtree_model_param": {"num_trees": "1", "num_parallel_tree": "1"},
          "iteration_indptr": [0, 1], "tree_info": [0], "trees": [
          {"left_children": [1, -1, -1], "right_children": [2, 1, 0],
            "split_indices": [0, 0, 0], "split_conditions": [1, 1e-45, 1e-45],
            "default_left": [0, 0, 0], "leaf_weights": [1, 2, 3, 4, 5, 6],
            "sum_hessian": [7, 3, 4], "tree_param": {"size_leaf_vector": "3"}}]}},
        "learner_model_param": {"base_score": "[0.5,1,2]", "num_class": "0", "num_feature": "2",
          "num_target": "3"},
        "objective": {"name": "reg:squarederror"}}, "version": [3, 4, 0]}
      """;

  private static double[] margins(String model) {
    return XgboostJson.read(model).ensemble().margins(Tables.row(2, 0));
  }

  @Test
  void addsFloatsInTheOrderOfTheTrees() {
    assertThat(margins(MODEL)).containsExactly(0.1f + 0.7f + 0.25f);
  }

  // where versions 3.4, 3.3 and those before have the weights of dart
  @ParameterizedTest
  @ValueSource(ints = {34, 33, 17})
  void weighsTheTreesOfDart(int version) {
    String weights = "\"weight_drop\": [0.7, 0.3, 1]";
    String model =
        switch (version) {
          case 34 -> MODEL.replace("\"tree_info\"", weights + ", \"tree_info\"");
          case 33 -> MODEL.replace("\"name\": \"gbtree\"", weights + ", \"name\": \"gbtree\"");
          default ->
              MODEL
                  .replace(
                      "\"gradient_booster\": {\"name\": \"gbtree\"",
                      "\"gradient_booster\": {\"name\": \"dart\", "
                          + weights
                          + ", \"gbtree\": {\"name\": \"gbtree\"")
                  .replace("[7]}]}}", "[7]}]}}}");
        };
    assertThat(margins(model)).containsExactly(0.1f * 0.7f + 0.7f * 0.3f + 0.25f);
  }

  @Test
  void givesEveryTargetItsTrees() {
    String targets =
        MODEL
            .replace("[0, 0, 0], \"trees\"", "[0, 1, 0], \"trees\"")
            .replace("\"num_target\": \"1\"", "\"num_target\": \"2\"")
            .replace("[0]\", \"num_class", "[1,2]\", \"num_class");
    assertThat(margins(targets)).containsExactly(1 + 0.1f + 0.25f, 2 + 0.7f);
    String oneScore = targets.replace("[1,2]", "1"); // before version 3.1
    assertThat(margins(oneScore)).containsExactly(1 + 0.1f + 0.25f, 1 + 0.7f);
    String both = targets.replace("\"num_class\": \"0\"", "\"num_class\": \"2\"");
    assertThatThrownBy(() -> margins(both)).hasMessageContaining("2 classes and 2 targets");
  }

  @Test
  void readsLeavesOfManyNumbers() {
    Forest forest = XgboostJson.read(VECTORS).ensemble().forest();
    assertThat(forest.leafWidth()).isEqualTo(3);
    assertThat(forest.outputs()).isEqualTo(3);
    assertThat(forest.base()).containsExactly(0.5, 1, 2);
    assertThat(forest.treeOutput()).containsExactly(0);
    // node 1, the left child, has place 1 among the leaf_weights
    assertThat(forest.leafValue()).containsExactly(4, 5, 6, 1, 2, 3);
    assertThat(forest.leafId()).containsExactly(1, 2);
    assertThat(forest.cover().leaf()).containsExactly(3, 4);
    assertThat(XgboostJson.read(VECTORS).treesPerRound()).isEqualTo(1);
    String dart = VECTORS.replace("\"tree_info\"", "\"weight_drop\": [0.3], \"tree_info\"");
    assertThat(XgboostJson.read(dart).ensemble().forest().leafValue())
        .containsExactly(4 * 0.3f, 5 * 0.3f, 6 * 0.3f, 1 * 0.3f, 2 * 0.3f, 3 * 0.3f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[2, 1, 0]|[2, 2, 0]|without leaf_weights",
        "[2, 1, 0]|[2, -1, 0]|without leaf_weights",
        "[2, 1, 0]|[2, 2147483647, 0]|without leaf_weights",
        "[2, 1, 0]|[-1, 1, 0]|one child",
        "[2, 1, 0]|[0, 1, 0]|twice",
        "5, 6]|5]|another number of leaf_weights",
        "size_leaf_vector\": \"3|size_leaf_vector\": \"2|2 numbers add to 3 outputs",
        "size_leaf_vector\": \"3|size_leaf_vector\": \"2147483647|2147483647 numbers",
        "5, 6]|5, NaN]|not finite"
      })
  void refusesVectorsThatDoNotFit(String good, String bad, String problem) {
    assertThat(VECTORS).contains(good);
    assertThatThrownBy(() -> XgboostJson.read(VECTORS.replace(good, bad)))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void refusesVectorsOfOldVersionsByName() {
    String old = VECTORS.replace("leaf_weights", "base_weights");
    assertThatThrownBy(() -> XgboostJson.read(old))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining("size_leaf_vector=3 without leaf_weights");
  }

  @Test
  void makesNoFeaturesUpByTheMillion() {
    String many = MODEL.replace("\"num_feature\": \"2\"", "\"num_feature\": \"100001\"");
    assertThatThrownBy(() -> XgboostJson.read(many))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining("num_feature=100001");
  }

  @Test
  void refusesLeavesWhoseSumCouldOverflow() {
    String large = MODEL.replace("0.3, 0.7]", "-3e38, 0.7]");
    assertThatThrownBy(() -> XgboostJson.read(large))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("overflow");
  }

  @Test
  void tellsRounds() {
    ParsedTrees parsed = XgboostJson.read(MODEL);
    assertThat(parsed.treesPerRound()).isEqualTo(1);
    assertThat(parsed.bestRounds()).hasValue(2); // rounds 0 and 1
    assertThat(XgboostJson.read(VECTORS).bestRounds()).isEqualTo(OptionalInt.empty());
    String parallel =
        MODEL
            .replace("[0, 1, 2, 3]", "[0, 3]")
            .replace("parallel_tree\": \"1", "parallel_tree\": \"3")
            .replace("best_iteration\": \"1", "best_iteration\": \"0");
    assertThat(XgboostJson.read(parallel).treesPerRound()).isEqualTo(3);
    String silent = parallel.replace("\"iteration_indptr\": [0, 3], ", "");
    assertThat(XgboostJson.read(silent).treesPerRound()).isEqualTo(3);
    String uneven = MODEL.replace("[0, 1, 2, 3]", "[0, 1, 3]");
    assertThat(XgboostJson.read(uneven).treesPerRound()).as("one round of all").isEqualTo(3);
    assertThat(XgboostJson.read(uneven).bestRounds()).isEqualTo(OptionalInt.empty());
  }

  /** XGBoost never looks at the attribute, and a refreshed model may have fewer rounds. */
  @ParameterizedTest
  @ValueSource(strings = {"3", "-1", "x", "2147483647"})
  void leavesABestRoundThatThereIsNotAside(String best) {
    String model = MODEL.replace("best_iteration\": \"1", "best_iteration\": \"" + best);
    assertThat(XgboostJson.read(model).bestRounds()).isEqualTo(OptionalInt.empty());
  }

  /** Written since XGBoost 3.3, above all on GPUs: missing values left, all others right. */
  @Test
  void aThresholdOfMinusInfinityPartsMissingValues() {
    String model =
        MODEL
            .replace("\"split_conditions\": [1, 0.3", "\"split_conditions\": [-Infinity, 0.3")
            .replace("\"default_left\": [0, 0, 0]", "\"default_left\": [1, 0, 0]");
    TreeEnsemble trees = XgboostJson.read(model).ensemble();
    float rest = 0.1f + 0.7f + 0.25f;
    assertThat(trees.margins(Tables.row(-3e38f, 0))).containsExactly(rest);
    assertThat(trees.margins(Tables.row(5, 0))).containsExactly(rest);
    assertThat(trees.margins(Tables.row(Float.NaN, 0))).containsExactly(0.1f + 0.3f + 0.25f);
  }

  @Test
  void takesFlagsAsOldVersionsWroteThem() {
    String old =
        MODEL.replace("\"default_left\": [0, 0, 0]", "\"default_left\": [true, false, false]");
    assertThat(XgboostJson.read(old).ensemble().margins(Tables.row(Float.NaN, 0)))
        .containsExactly(0.1f + 0.3f + 0.25f);
    String bad = MODEL.replace("\"default_left\": [0, 0, 0]", "\"default_left\": [0.5, 0, 0]");
    assertThatThrownBy(() -> XgboostJson.read(bad)).isInstanceOf(CorruptModelException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3, 5, 0", "4, 0, 0"})
  void refusesVersionsThatMayMeanSomethingElse(String version) {
    assertThatThrownBy(() -> XgboostJson.read(MODEL.replace("3, 4, 0", version)))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining("version " + version.substring(0, 4).replace(", ", "."));
  }

  @Test
  void refusesTreesOfOneOutputBesideTreesOfAll() {
    String first =
        VECTORS.substring(VECTORS.indexOf("{\"left_children\""), VECTORS.indexOf("]}},"));
    String one = first.replace("\"size_leaf_vector\": \"3\"", "\"size_leaf_vector\": \"1\"");
    String mixed =
        VECTORS
            .replace(first, first + ", " + one)
            .replace("num_trees\": \"1", "num_trees\": \"2")
            .replace("\"tree_info\": [0]", "\"tree_info\": [0, 0]")
            .replace("[0, 1]", "[0, 1, 2]");
    assertThatThrownBy(() -> XgboostJson.read(mixed))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining("multi_strategy");
  }

  @Test
  void keepsSumsOfSecondDerivativesUnlessTheyAreNone() {
    Forest forest = XgboostJson.read(MODEL).ensemble().forest();
    assertThat(forest.cover().node()).containsExactly(7);
    assertThat(forest.cover().leaf()).containsExactly(7, 3, 4, 7);
    String negative = MODEL.replace("[7, 3, 4]", "[7, 7, -1e-9]");
    assertThat(XgboostJson.read(negative).ensemble().forest().isCovered()).isFalse();
    String none = MODEL.replace("[7, 3, 4]", "[7, 3, NaN]");
    assertThat(XgboostJson.read(none).ensemble().forest().isCovered()).isFalse();
  }

  @Test
  void derivesTheSchema() {
    assertThat(XgboostJson.read(MODEL).schema().features())
        .containsExactly(Feature.number("f0"), Feature.category("f1", 1)); // no set asks for it
    assertThat(XgboostJson.read(XgboostJsonTest.MODEL).schema().features())
        .containsExactly(Feature.number("price"), Feature.category("store", 2)); // {1}: 0 and 1
  }

  // margins 3, 1, 2 in a row of three outputs
  @ParameterizedTest
  @CsvSource({
    "reg:quantileerror, 1, 2, 3", // ascending
    // 3; 3 + 1e-6 + ln(1 + e); and 1e-6 + ln(1 + e^2) more
    "reg:expectileerror, 3, 4.3132626875, 6.4401917",
    "multi:softprob, 0.66524096, 0.09003057, 0.24472847", // exp(0), exp(-2), exp(-1) over the sum
    "multi:softmax, 0.66524096, 0.09003057, 0.24472847"
  })
  void appliesLinksToRows(String objective, double first, double second, double third) {
    double[] row = {3, 1, 2};
    XgboostObjective.of(objective).link().apply(row, 3);
    assertThat(row).containsExactly(new double[] {first, second, third}, within(2e-6));
  }

  @Test
  void undoesTheLinkOfExpectiles() {
    float[] scores = {1, 3, 3.5f};
    double[] margins = XgboostObjective.of("reg:expectileerror").margins(scores);
    Link.of(Link.Kind.RISING).apply(margins, 3);
    assertThat(margins).containsExactly(new double[] {1, 3, 3.5}, within(1e-6));
    double[] equal = XgboostObjective.of("reg:expectileerror").margins(new float[] {1, 1});
    // a gap of nothing counts as 1e-6: x + ln(1 - exp(-x)) = ln(exp(x) - 1), about ln(1e-6)
    assertThat(equal[1]).isCloseTo(Math.log(1e-6), within(1e-5));
  }
}
