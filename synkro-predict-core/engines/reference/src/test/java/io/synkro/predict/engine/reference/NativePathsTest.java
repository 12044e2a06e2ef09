package io.synkro.predict.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.engine.lightgbm.NativeLightGbm;
import io.synkro.predict.engine.lightgbm.NativeLightGbm.Kind;
import io.synkro.predict.engine.lightgbm.NativeRows;
import io.synkro.predict.engine.lightgbm.SingleRow;
import io.synkro.predict.engine.xgboost.NativeXgboost;
import io.synkro.predict.tabular.FeatureTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls for benchmarks return what the plain ones do, and results have the shapes we say. */
class NativePathsTest {
  private static final int ROWS = 40;
  private static final int ROUNDS = 40;

  private static Setting setting(List<Setting> settings, String name) {
    return settings.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static NativeLightGbm lightGbm(Setting setting) {
    return NativeLightGbm.load(new String(setting.train(), StandardCharsets.UTF_8));
  }

  @Test
  void allWaysOfLightGbmGiveTheSame() {
    Setting setting = setting(ModelZoo.lightGbm(), "multiclass");
    FeatureTable table = setting.rows().features(ROWS, 5);
    int columns = table.schema().size();
    float[] row = new float[columns];
    double[] wide = new double[columns];
    try (NativeLightGbm model = lightGbm(setting);
        NativeRows rows = model.rows(table, Kind.RAW);
        SingleRow single = model.singleRow(columns, Kind.RAW)) {
      double[] expected = model.predict(table, Kind.RAW, -1);
      model.predict(rows);
      for (int r = 0; r < ROWS; r++) {
        table.copyRow(r, row);
        Arrays.setAll(wide, c -> row[c]);
        assertThat(single.wrapped(row)).isEqualTo(expected[r * Labels.CLASSES]);
        single.plain(wide);
        assertResults(expected, r, single, rows);
        single.fast(wide);
        assertResults(expected, r, single, rows);
      }
      assertThatThrownBy(() -> single.fast(new double[2]))
          .hasMessageContaining("row.length (2) must be the number of features, 6");
    }
  }

  private static void assertResults(double[] expected, int row, SingleRow single, NativeRows rows) {
    for (int c = 0; c < Labels.CLASSES; c++) {
      double score = expected[row * Labels.CLASSES + c];
      assertThat(single.result(c)).isEqualTo(score);
      assertThat(rows.result(row * Labels.CLASSES + c)).isEqualTo(score);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"multiclass", "rf-multiclass", "dart-multiclass"})
  void lightGbmExplainsItsRawScores(String name) {
    Setting setting = setting(ModelZoo.lightGbm(), name);
    FeatureTable table = setting.rows().features(ROWS, 5);
    try (NativeLightGbm model = lightGbm(setting)) {
      assertThat(model.predict(table, Kind.LEAF_INDEX, -1)).hasSize(ROWS * ROUNDS * Labels.CLASSES);
      assertThat(model.predict(table, Kind.LEAF_INDEX, 3)).hasSize(ROWS * 3 * Labels.CLASSES);
      assertSumsUp(
          model.predict(table, Kind.CONTRIB, -1), model.predict(table, Kind.RAW, -1), 1e-11);
    }
  }

  private static void assertSumsUp(double[] contributions, double[] scores, double tolerance) {
    int each = contributions.length / scores.length;
    for (int i = 0; i < scores.length; i++) {
      double sum = Arrays.stream(contributions, i * each, (i + 1) * each).sum();
      assertThat(sum).isCloseTo(scores[i], within(tolerance));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"softprob", "dart-softprob", "two-targets-vector", "vector-dart"})
  void allWaysOfXgboostGiveTheSame(String name) {
    Setting setting = setting(ModelZoo.xgboost(), name);
    FeatureTable table = setting.rows().features(ROWS, 5);
    byte[] json = setting.train();
    try (NativeXgboost model = NativeXgboost.load(json);
        NativeXgboost copy = NativeXgboost.load(model.save("ubj"))) {
      double[] margins = model.margins(table);
      assertThat(copy.save("json")).isEqualTo(json);
      assertThat(copy.margins(table)).isEqualTo(margins);
      float[] inplace = model.inplace(NativeXgboost.values(table), ROWS, NativeXgboost.Kind.MARGIN);
      for (int i = 0; i < margins.length; i++) {
        assertThat((double) inplace[i]).isEqualTo(margins[i]);
      }
      assertThat(model.leaves(table).length % (ROWS * ROUNDS)).isZero();
      assertSumsUp(model.contributions(table), margins, 1e-4);
    }
  }

  @Test
  void xgboostLimitsTheTreesOfAnOutput() {
    Setting setting = setting(ModelZoo.xgboost(), "parallel"); // three trees a round
    FeatureTable table = setting.rows().features(ROWS, 5);
    try (NativeXgboost model = NativeXgboost.load(setting.train())) {
      assertThat(model.predict(table, NativeXgboost.Kind.LEAF, 6)).hasSize(ROWS * 6);
    }
  }
}
