package io.synkro.predict.trees;

import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.trees.internal.Forest;
import java.util.List;

/** What an XGBoost model tells of its features. Not safe for use by many threads. */
final class XgboostFeatures {
  private final List<String> names;
  private final int[] categories;

  XgboostFeatures(int features, List<String> names, List<String> types) {
    check("feature_names", names, features);
    check("feature_types", types, features);
    this.names = names;
    this.categories = new int[features];
    for (int i = 0; i < types.size(); i++) {
      categories[i] = types.get(i).equals("c") ? 1 : 0;
    }
  }

  private static void check(String key, List<String> words, int features) {
    if (!words.isEmpty() && words.size() != features) {
      throw XgboostDocument.corrupt(
          "%s has %d words for %d features".formatted(key, words.size(), features), null);
    }
  }

  /** Takes note of the categories that the trees ask for. */
  void add(Forest forest) {
    Forest.Nodes nodes = forest.nodes();
    for (int i = 0; i < nodes.feature().length; i++) {
      if ((nodes.rules()[i] & Forest.CATEGORY) != 0) {
        int set = (int) nodes.threshold()[i];
        int from = nodes.setStart()[set];
        int to = nodes.setStart()[set + 1];
        int known = from == to ? 1 : nodes.categories()[to - 1] + 1;
        categories[nodes.feature()[i]] = Math.max(categories[nodes.feature()[i]], known);
      }
    }
  }

  FeatureSchema schema() {
    return ReadSchema.of(names, categories);
  }
}
