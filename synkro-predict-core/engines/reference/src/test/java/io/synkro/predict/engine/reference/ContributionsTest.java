package io.synkro.predict.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.engine.lightgbm.NativeLightGbm;
import io.synkro.predict.engine.xgboost.NativeXgboost;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected numbers are those of the engines' own {@code pred_contrib}. */
class ContributionsTest {
  private static final int ROWS = 60;

  static Stream<Setting> lightGbm() {
    return ModelZoo.lightGbm().stream();
  }

  /** XGBoost does not explain vector leaves. */
  static Stream<Setting> xgboost() {
    return ModelZoo.xgboost().stream().filter(setting -> !setting.name().contains("vector"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lightGbm")
  void areThoseOfLightGbm(Setting setting) {
    byte[] saved = setting.train();
    FeatureTable rows = setting.rows().features(ROWS, 5);
    try (NativeLightGbm reference =
        NativeLightGbm.load(new String(saved, StandardCharsets.UTF_8))) {
      double[] expected = reference.predict(rows, NativeLightGbm.Kind.CONTRIB, -1);
      assertContributions(setting, saved, rows, expected, 1e-9);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("xgboost")
  void areThoseOfXgboost(Setting setting) {
    byte[] saved = setting.train();
    FeatureTable rows = setting.rows().features(ROWS, 5);
    try (NativeXgboost reference = NativeXgboost.load(saved)) {
      // XGBoost adds in floats
      assertContributions(setting, saved, rows, reference.contributions(rows), 1e-4);
    }
  }

  private static void assertContributions(
      Setting setting, byte[] saved, FeatureTable rows, double[] expected, double tolerance) {
    TreeModel model = TreeModels.of(setting.engine(), setting.rows().schema(), saved);
    double[] actual = model.contributions(rows);
    double[] margins = model.margins(rows);
    assertThat(actual).hasSameSizeAs(expected);
    int width = rows.schema().size() + 1;
    for (int from = 0; from < actual.length; from += width) {
      double size = 0;
      double sum = 0;
      for (int f = from; f < from + width; f++) {
        size += Math.abs(expected[f]);
        sum += actual[f];
      }
      for (int f = from; f < from + width; f++) {
        assertThat(actual[f]).isCloseTo(expected[f], within(tolerance * size));
      }
      assertThat(sum).isCloseTo(margins[from / width], within(1e-6 * size));
    }
  }
}
