package io.synkro.predict.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.synkro.predict.engine.lightgbm.NativeLightGbm;
import io.synkro.predict.engine.xgboost.NativeXgboost;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.testkit.AdversarialRows;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import io.synkro.predict.trees.UnsupportedModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected numbers are those of the native engine, for the very model that it has written. */
class EqualityTest {
  private static final Pattern THRESHOLDS = Pattern.compile("(?m)^threshold=(.+)$");
  private static final int ROWS = 3000;

  static List<Setting> lightGbm() {
    return ModelZoo.lightGbm();
  }

  static List<Setting> xgboost() {
    return ModelZoo.xgboost();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lightGbm")
  void lightGbmPredictsTheSame(Setting setting) {
    String text = new String(setting.train(), StandardCharsets.UTF_8);
    TreeModel model = read(setting, text);
    FeatureTable rows =
        AdversarialRows.of(setting.rows().schema(), lightGbmThresholds(text), true, ROWS);
    try (NativeLightGbm reference = NativeLightGbm.load(text)) {
      assertThat(model.margins(rows))
          .isEqualTo(reference.predict(rows, NativeLightGbm.Kind.RAW, -1));
      double[] expected = reference.predict(rows, NativeLightGbm.Kind.NORMAL, -1);
      double[] actual = model.predict(rows);
      for (int i = 0; i < expected.length; i++) {
        // exp of the C library and of Java may differ in the last bit; 1 / (1 + exp) makes 3 of it
        assertThat(actual[i]).isCloseTo(expected[i], within(4 * Math.ulp(expected[i])));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("xgboost")
  void xgboostPredictsTheSame(Setting setting) throws IOException {
    byte[] json = setting.train();
    TreeModel model = read(setting, new String(json, StandardCharsets.UTF_8));
    // the native engine refuses infinite numbers
    FeatureTable rows =
        AdversarialRows.of(setting.rows().schema(), xgboostThresholds(json), false, ROWS);
    try (NativeXgboost reference = NativeXgboost.load(json)) {
      assertThat(model.margins(rows)).isEqualTo(reference.margins(rows));
      double[] expected = reference.predictions(rows);
      double[] actual = model.predict(rows);
      for (int i = 0; i < expected.length; i++) {
        // the native engine applies the link in floats
        assertThat(actual[i]).isCloseTo(expected[i], within(2e-6 * Math.abs(expected[i]) + 1e-9));
      }
    }
  }

  /** Skips what the reader refuses so far. */
  private static TreeModel read(Setting setting, String text) {
    try {
      return TreeModels.of(setting.engine(), setting.rows().schema(), text);
    } catch (UnsupportedModelException e) {
      return abort(e.getMessage());
    }
  }

  private static List<Float> lightGbmThresholds(String text) {
    return THRESHOLDS
        .matcher(text)
        .results()
        .flatMap(result -> Stream.of(result.group(1).split(" ", -1)))
        .filter(number -> !number.endsWith("inf"))
        .map(Float::valueOf)
        .toList();
  }

  private static List<Float> xgboostThresholds(byte[] json) throws IOException {
    List<Float> thresholds = new ArrayList<>();
    for (JsonNode tree : new ObjectMapper().readTree(json).findParents("split_conditions")) {
      for (int i = 0; i < tree.get("left_children").size(); i++) {
        if (tree.get("left_children").get(i).asInt() >= 0) {
          thresholds.add((float) tree.get("split_conditions").get(i).asDouble());
        }
      }
    }
    return thresholds;
  }
}
