package io.synkro.predict.trees;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of an XGBoost JSON model that matter here; everything may be missing in a bad file. */
record XgboostDocument(@Nullable Learner learner) {

  record Learner(
      @JsonProperty("feature_names") @Nullable List<String> featureNames,
      @JsonProperty("gradient_booster") @Nullable Booster booster,
      @JsonProperty("learner_model_param") @Nullable Map<String, String> parameters,
      @Nullable Objective objective) {

    String boosterName() {
      return present("name of the booster", present("gradient_booster", booster).name());
    }

    String objectiveName() {
      return present("name of the objective", present("objective", objective).name());
    }

    List<String> names() {
      return featureNames == null ? List.of() : featureNames;
    }

    List<@Nullable XgboostTree> trees() {
      return present("trees", model().trees());
    }

    /** The output that each tree adds to. */
    int[] treeOutputs() {
      return present("tree_info", model().treeInfo());
    }

    private Model model() {
      return present("model", present("gradient_booster", booster).model());
    }

    int parameter(String name, int low, int high) {
      String text = parameter(name);
      try {
        int value = Integer.parseInt(text);
        if (value >= low && value <= high) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw corrupt("%s is %s".formatted(name, text), e);
      }
      throw corrupt("%s is %s".formatted(name, text), null);
    }

    private String parameter(String name) {
      return present(name, present("learner_model_param", parameters).get(name));
    }

    /**
     * Written as {@code "5E-1"} before version 3.1, as {@code "[5E-1]"} since; one, or one a class.
     */
    float[] baseScores(int outputs) {
      String text = parameter("base_score");
      boolean listed = text.startsWith("[") && text.endsWith("]");
      String[] parts = (listed ? text.substring(1, text.length() - 1) : text).split(",", -1);
      if (parts.length != 1 && parts.length != outputs) {
        throw corrupt("base_score has %d values".formatted(parts.length), null);
      }
      float[] scores = new float[outputs];
      try {
        for (int i = 0; i < outputs; i++) {
          scores[i] = Float.parseFloat(parts[parts.length == 1 ? 0 : i]);
        }
      } catch (NumberFormatException e) {
        throw corrupt("base_score is " + text, e);
      }
      return scores;
    }
  }

  record Booster(@Nullable String name, @Nullable Model model) {}

  @SuppressWarnings("ArrayRecordComponent") // read once and never compared
  record Model(
      @Nullable List<@Nullable XgboostTree> trees,
      @JsonProperty("tree_info") int @Nullable [] treeInfo) {}

  record Objective(@Nullable String name) {}

  static <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw corrupt("it has no " + name, null);
    }
    return value;
  }

  static CorruptModelException corrupt(String problem, @Nullable Throwable cause) {
    return new CorruptModelException(XgboostJson.SOURCE, problem, cause);
  }
}
