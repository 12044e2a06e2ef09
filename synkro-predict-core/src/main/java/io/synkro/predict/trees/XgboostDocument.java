package io.synkro.predict.trees;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an XGBoost model that matter here, in JSON or UBJSON; everything may be missing in a
 * bad file. Source: {@code SaveModel} in {@code src/learner.cc}, {@code src/gbm/gbtree.cc} and
 * {@code src/gbm/gbtree_model.cc} of XGBoost 3.4.0.
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
record XgboostDocument(@Nullable Learner learner, int @Nullable [] version) {

  record Learner(
      @JsonProperty("feature_names") @Nullable List<String> featureNames,
      @JsonProperty("feature_types") @Nullable List<String> featureTypes,
      @Nullable Map<String, String> attributes,
      @JsonProperty("gradient_booster") @Nullable Booster booster,
      @JsonProperty("learner_model_param") @Nullable Map<String, String> parameters,
      @Nullable Objective objective) {

    String objectiveName() {
      return present("name of the objective", present("objective", objective).name());
    }

    List<String> names() {
      return featureNames == null ? List.of() : featureNames;
    }

    List<String> types() {
      return featureTypes == null ? List.of() : featureTypes;
    }

    @Nullable String attribute(String name) {
      return attributes == null ? null : attributes.get(name);
    }

    int parameter(String name, int low, int high) {
      return whole(name, text(name), low, high);
    }

    int parameter(String name, int missing, int low, int high) {
      String text = present("learner_model_param", parameters).get(name);
      return text == null ? missing : whole(name, text, low, high);
    }

    /**
     * Written as {@code "5E-1"} before version 3.1, as {@code "[5E-1]"} since; one, or one an
     * output.
     */
    float[] baseScores(int outputs) {
      String text = text("base_score");
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

    private String text(String name) {
      return present(name, present("learner_model_param", parameters).get(name));
    }
  }

  /**
   * A booster. Version 3.4 writes the weights of dropped trees ({@code dart}) into the model, 3.3
   * beside it, and before that they stood beside another booster that held the model.
   */
  record Booster(
      @Nullable String name,
      @Nullable Model model,
      @Nullable Booster gbtree,
      @JsonProperty("weight_drop") float @Nullable [] weights) {}

  record Model(
      @JsonProperty("gbtree_model_param") @Nullable Map<String, String> parameters,
      @Nullable List<XgboostTree> trees,
      @JsonProperty("tree_info") int @Nullable [] treeInfo,
      @JsonProperty("iteration_indptr") int @Nullable [] roundStarts,
      @JsonProperty("weight_drop") float @Nullable [] weights) {

    int parameter(String name, int missing, int low) {
      String text = parameters == null ? null : parameters.get(name);
      return text == null ? missing : whole(name, text, low, Integer.MAX_VALUE);
    }
  }

  record Objective(@Nullable String name) {}

  static int whole(String name, String text, int low, int high) {
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
