package io.synkro.predict.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.engine.lightgbm.NativeLightGbm;
import io.synkro.predict.engine.xgboost.NativeXgboost;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.testkit.AdversarialRows;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected numbers are those of the native engine, for the very model that it has written. */
class EqualityTest {
  private static final int ROWS = 1500;

  static List<Setting> lightGbm() {
    return ModelZoo.lightGbm();
  }

  static List<Setting> xgboost() {
    return ModelZoo.xgboost();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lightGbm")
  void lightGbmPredictsTheSame(Setting setting) {
    byte[] saved = setting.train();
    TreeModel model = TreeModels.of(setting.engine(), setting.rows().schema(), saved);
    FeatureTable rows = adversarial(setting, saved, true);
    try (NativeLightGbm reference =
        NativeLightGbm.load(new String(saved, StandardCharsets.UTF_8))) {
      assertThat(model.margins(rows))
          .isEqualTo(reference.predict(rows, NativeLightGbm.Kind.RAW, -1));
      double[] expected = reference.predict(rows, NativeLightGbm.Kind.NORMAL, -1);
      double[] actual = model.predict(rows);
      assertThat(actual).hasSameSizeAs(expected);
      for (int i = 0; i < expected.length; i++) {
        // exp of the C library and of Java may differ in the last bit
        double ulps = Math.abs(actual[i] - expected[i]) / Math.ulp(expected[i]);
        assertThat(ulps).isLessThanOrEqualTo(2);
      }
      assertLeaves(model, rows, reference.predict(rows, NativeLightGbm.Kind.LEAF_INDEX, -1));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("xgboost")
  void xgboostPredictsTheSame(Setting setting) {
    byte[] saved = setting.train();
    TreeModel model = TreeModels.of(setting.engine(), setting.rows().schema(), saved);
    FeatureTable rows = adversarial(setting, saved, false);
    try (NativeXgboost reference = NativeXgboost.load(saved)) {
      byte[] binary = reference.save("ubj");
      assertThat(TreeModels.of("xgboost", setting.rows().schema(), binary).margins(rows))
          .isEqualTo(model.margins(rows));
      assertThat(model.margins(rows)).isEqualTo(reference.margins(rows));
      assertLinked(setting, model, rows, reference.predictions(rows));
      assertLeaves(model, rows, reference.leaves(rows));
    }
  }

  /** The native engine refuses infinite numbers if it is XGBoost. */
  private static FeatureTable adversarial(Setting setting, byte[] saved, boolean infinities) {
    List<Float> thresholds = ModelThresholds.of(setting, saved);
    return AdversarialRows.of(setting.rows().schema(), thresholds, infinities, ROWS);
  }

  /** The native engine applies the link in floats, and names the class where we say how likely. */
  private static void assertLinked(
      Setting setting, TreeModel model, FeatureTable rows, double[] expected) {
    double[] actual = model.predict(rows);
    if (setting.name().equals("softmax")) {
      for (int r = 0; r < expected.length; r++) {
        double[] classes = Arrays.copyOfRange(actual, 4 * r, 4 * r + 4);
        double most = Arrays.stream(classes).max().orElseThrow();
        assertThat(classes[(int) expected[r]]).isEqualTo(most);
      }
      return;
    }
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(2e-6 * Math.abs(expected[i]) + 1e-9));
    }
  }

  private static void assertLeaves(TreeModel model, FeatureTable rows, double[] expected) {
    int[] leaves = model.ensemble().leafIndices(rows);
    assertThat(Arrays.stream(leaves).asDoubleStream().toArray()).isEqualTo(expected);
  }
}
