package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.trees.internal.Forest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected scores are read off the model text by hand. */
class LightGbmTextTest {
  private static final float NAN = Float.NaN;

  /** Price up to 1.5 goes to the store, stores 0 and 2 (bits of 5) to 0.1; then 1 more. */
  static final String MODEL =
      """
      tree
      version=v4
      num_class=1
      num_tree_per_iteration=1
      label_index=0
      max_feature_idx=1
      objective=poisson
      feature_names=price store
      feature_infos=[0:4] 0:1:2
      tree_sizes=400 100

      Tree=0
      num_leaves=3
      num_cat=1
      split_feature=0 1
      split_gain=1 1
      threshold=1.5 0
      decision_type=8 1
      left_child=1 -1
      right_child=-2 -3
      leaf_value=0.1 0.2 0.4
      leaf_count=20 30 50
      internal_count=100 70
      cat_boundaries=0 1
      cat_threshold=5
      is_linear=0
      shrinkage=0.1


      Tree=1
      num_leaves=1
      num_cat=0
      leaf_value=1
      is_linear=0
      shrinkage=1


      end of trees
      """;

  private static double score(String model, float price, float store) {
    return LightGbmText.read(model).ensemble().margins(Tables.row(price, store))[0];
  }

  @Test
  void addsUpTheLeaves() {
    assertThat(score(MODEL, 1, 0)).isEqualTo(0.1 + 1);
    assertThat(score(MODEL, 1.5f, 2)).isEqualTo(0.1 + 1); // at the threshold is left
    assertThat(score(MODEL, Math.nextUp(1.5f), 2)).isEqualTo(0.2 + 1);
    assertThat(score(MODEL, NAN, 2)).isEqualTo(0.2 + 1); // missing NaN, default right
    for (float unknown : new float[] {1, 3, 33, -1, 1e9f, NAN}) {
      assertThat(score(MODEL, 1, unknown)).as("%s", unknown).isEqualTo(0.4 + 1);
    }
    assertThat(score(MODEL, 1, -0.5f)).as("cast to category 0").isEqualTo(0.1 + 1);
  }

  @Test
  void appliesTheLinkOfTheObjective() {
    TreeModel model = TreeModels.of("lightgbm", Tables.SCHEMA, MODEL);
    assertThat(model.predict(Tables.row(1, 0))[0]).isCloseTo(Math.exp(1.1), within(1e-15));
    TreeModel binary =
        TreeModels.of("lightgbm", Tables.SCHEMA, MODEL.replace("poisson", "binary sigmoid:2"));
    assertThat(binary.predict(Tables.row(1, 0))[0])
        .isCloseTo(1 / (1 + Math.exp(-2.2)), within(1e-15));
  }

  // decision_type: 0 and 2 no missing values, 4 and 6 zero is missing, 8 and 10 NaN is missing;
  // 2, 6 and 10 send the missing to the left; the threshold -1 sends 0 to the right (0.2)
  @ParameterizedTest
  @CsvSource({
    "2, NaN, 0.2",
    "2, -1, 0.1",
    "4, 0, 0.2",
    "6, 0, 0.1",
    "6, NaN, 0.1",
    "6, 1e-36, 0.1",
    "6, 2e-35, 0.2",
    "8, NaN, 0.2",
    "10, NaN, 0.1",
    "10, 0, 0.2"
  })
  void sendsMissingValuesWhereTheNodeSays(int decision, float price, double leaf) {
    String model =
        MODEL
            .replace("decision_type=8 1", "decision_type=" + decision + " 1")
            .replace("threshold=1.5 0", "threshold=-1 0");
    assertThat(score(model, price, 0)).isEqualTo(leaf + 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "left_child=1 -1|left_child=0 -1|reaches node 0 twice",
        "left_child=1 -1|left_child=1 1|reaches node 1 twice",
        "left_child=1 -1|left_child=2 -1|does not exist",
        "left_child=1 -1|left_child=1 -9|does not exist",
        "left_child=1 -1|left_child=1|1 values in left_child, not 2",
        "split_feature=0 1|split_feature=0 2|feature 2",
        "split_feature=0 1|split_feature=0 -1|feature -1",
        "threshold=1.5 0|threshold=NaN 0|threshold that is none",
        "threshold=1.5 0|threshold=1.5 1|set of categories",
        "threshold=1.5 0|threshold=x 0|threshold that is none",
        "leaf_value=0.1 0.2 0.4|leaf_value=0.1 0.2 inf|not finite",
        "num_leaves=3|num_leaves=2000000000|values in leaf_value",
        "cat_boundaries=0 1|cat_boundaries=0 2|cat_threshold",
        "cat_boundaries=0 1|cat_boundaries=1 1|rise",
        "decision_type=8 1|decision_type=12 1|decision_type 12",
        "max_feature_idx=1|max_feature_idx=2|feature_names has 2 words for 3 features",
        "left_child=1 -1|left_child=1 +1|left_child that is none",
        "left_child=1 -1|left_child=1 99999999999|left_child that is none",
        "leaf_value=0.1 0.2 0.4|leaf_value=0.1 0.2 0x1p3|leaf_value that is none",
        "leaf_value=0.1 0.2 0.4|leaf_value=0.1 0.2 -|leaf_value that is none",
        "leaf_value=0.1 0.2 0.4|leaf_value=0.1 0.2 nan|not finite",
        "threshold=1.5 0|threshold=nan 0|threshold",
        "cat_threshold=5|cat_threshold=4294967296|cat_threshold that is none",
        "num_cat=1|num_cat=0|num_cat=0 and 1 such nodes",
        "num_cat=1|num_cat=2147483647|num_cat=2147483647",
        "leaf_count=20 30 50|leaf_count=20 30|2 values in leaf_count, not 3",
        "leaf_count=20 30 50|leaf_count=20 30 -50|the cover -50",
        "num_tree_per_iteration=1|num_tree_per_iteration=2|has 2 trees a round",
        "num_tree_per_iteration=1|num_tree_per_iteration=100001|num_tree_per_iteration=100001",
        "tree_sizes=400 100|tree_sizes=400|the sizes of 1",
        "feature_infos=[0:4] 0:1:2|feature_infos=[0:4]|feature_infos has 1 words",
        "feature_infos=[0:4] 0:1:2|feature_infos=[0:4] 0:x:2|info 0:x:2",
        "feature_infos=[0:4] 0:1:2|feature_infos=[0:4] 2147483647|info 2147483647",
        "label_index=0|version=v4|version twice",
        "Tree=1|Tree=2|Tree=2",
        "end of trees|end of|ends before",
        "feature_names=price store|feature_names=price price2|not those of the schema"
      })
  void refusesWhatCannotBeWalked(String good, String bad, String problem) {
    assertThat(MODEL).contains(good);
    assertThatThrownBy(() -> TreeModels.of("lightgbm", Tables.SCHEMA, MODEL.replace(good, bad)))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "shrinkage=0.1, is_linear=1",
    "version=v4, version=v9",
    "objective=poisson, objective=cross_entropy_mu",
    "objective=poisson, objective=l2"
  })
  void refusesWhatItDoesNotEvaluateByName(String good, String bad) {
    String model = MODEL.replace("is_linear=0\nshrinkage=0.1", "shrinkage=0.1").replace(good, bad);
    assertThat(model).contains(bad);
    assertThatThrownBy(() -> LightGbmText.read(model))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining(bad);
  }

  // predictions of the margin 0.1 + 1 (or of 0.4 + 1), by the formula of ConvertOutput
  @ParameterizedTest
  @CsvSource({
    "objective=regression, 1.1",
    "objective=regression sqrt, 1.21", // 1.1 * 1.1
    "objective=regression_l1 sqrt, 1.21",
    "objective=huber sqrt, 1.1", // huber switches it off
    "objective=fair, 1.1",
    "objective=mape, 1.1",
    "objective=quantile, 1.1",
    "objective=gamma, 3.004166023946433", // exp(1.1)
    "objective=tweedie, 3.004166023946433",
    "objective=cross_entropy, 0.7502601055951177", // 1 / (1 + exp(-1.1))
    "objective=cross_entropy_lambda, 1.3873353251154308", // ln(1 + exp(1.1))
    "objective=binary sigmoid:2, 0.9002495108803148", // 1 / (1 + exp(-2.2))
    "objective=lambdarank, 1.1",
    "objective=rank_xendcg, 1.1",
    "objective=custom, 1.1",
    "other=0, 1.1" // no objective: a custom one
  })
  void knowsTheObjectives(String line, double prediction) {
    TreeModel model =
        TreeModels.of("lightgbm", Tables.SCHEMA, MODEL.replace("objective=poisson", line));
    assertThat(model.predict(Tables.row(1, 0))[0]).isCloseTo(prediction, within(1e-9));
  }

  @Test
  void keepsTheSignWhenItSquares() {
    String model = MODEL.replace("poisson", "regression sqrt").replace("=0.1 0.2", "=-3 0.2");
    double[] predicted = TreeModels.of("lightgbm", Tables.SCHEMA, model).predict(Tables.row(1, 0));
    assertThat(predicted).containsExactly(-4); // sign(-3 + 1) * 2 * 2
  }

  @Test
  void averagesARandomForestAfterSummingUp() {
    String forest = MODEL.replace("objective=poisson", "objective=poisson\naverage_output");
    TreeModel model = TreeModels.of("lightgbm", Tables.SCHEMA, forest);
    assertThat(model.margins(Tables.row(1, 0))).containsExactly(0.1 + 1); // raw scores are sums
    assertThat(model.predict(Tables.row(1, 0))).containsExactly(Math.exp((0.1 + 1) / 2));
    assertThat(model.link()).isEqualTo(Link.of(Link.Kind.EXP).withRounds(2));
  }

  @Test
  void givesEveryClassItsTrees() {
    String classes =
        MODEL
            .replace("objective=poisson", "objective=multiclass num_class:2")
            .replace("iteration=1", "iteration=2");
    TreeModel model = TreeModels.of("lightgbm", Tables.SCHEMA, classes);
    assertThat(model.margins(Tables.row(1, 0))).containsExactly(0.1, 1);
    double first = 1 / (1 + Math.exp(0.9));
    assertThat(model.predict(Tables.row(1, 0)))
        .containsExactly(new double[] {first, 1 - first}, within(1e-15));
    assertThat(LightGbmText.read(classes).treesPerRound()).isEqualTo(2);
    TreeModel each =
        TreeModels.of(
            "lightgbm",
            Tables.SCHEMA,
            classes.replace("multiclass num", "multiclassova sigmoid:2 num"));
    assertThat(each.predict(Tables.row(1, 0)))
        .containsExactly(
            new double[] {1 / (1 + Math.exp(-0.2)), 1 / (1 + Math.exp(-2))}, within(1e-15));
  }

  @Test
  void keepsHowManyRowsPassed() {
    Forest forest = LightGbmText.read(MODEL).ensemble().forest();
    assertThat(forest.cover().node()).containsExactly(100, 70);
    assertThat(forest.cover().leaf()).containsExactly(20, 30, 50, 0);
    String silent = MODEL.replace("leaf_count=20 30 50\n", "");
    assertThat(LightGbmText.read(silent).ensemble().forest().isCovered()).isFalse();
  }

  @Test
  void derivesTheSchema() {
    assertThat(LightGbmText.read(MODEL).schema()).isEqualTo(Tables.SCHEMA);
    String other =
        MODEL
            .replace("price store", "a(b a{b")
            .replace("[0:4] 0:1:2", "none -1:7:3"); // -1 is LightGBM's bin of values that are none
    assertThat(LightGbmText.read(other).featureNames()).containsExactly("a(b", "a{b");
    assertThat(LightGbmText.read(other).schema().features())
        .containsExactly(Feature.number("a_b"), Feature.category("a_b_1", 8));
  }

  @Test
  void readsWindowsLineEndsAndWhatFollowsTheTrees() {
    String windows = MODEL.replace("\n", "\r\n");
    assertThat(score(windows, 1, 0)).isEqualTo(0.1 + 1);
    String more = MODEL + "\nfeature_importances:\nprice=1\n\nparameters:\n[boosting: gbdt]\n=\n";
    assertThat(score(more, 1, 0)).isEqualTo(0.1 + 1);
    assertThat(score(MODEL.stripTrailing(), 1, 0)).isEqualTo(0.1 + 1);
  }

  @Test
  void refusesATextThatIsCutShortAnywhere() {
    int end = MODEL.indexOf("end of trees") + "end of trees".length();
    for (int length = 0; length < end; length++) {
      String cut = MODEL.substring(0, length);
      assertThatThrownBy(() -> LightGbmText.read(cut))
          .as("cut at %d", length)
          .isInstanceOf(CorruptModelException.class);
    }
  }
}
