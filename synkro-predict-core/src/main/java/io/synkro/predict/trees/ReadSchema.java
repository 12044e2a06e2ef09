package io.synkro.predict.trees;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a schema of what a model file says about its features. Stateless. */
final class ReadSchema {
  /** A feature's name may have 128 characters; the rest is room to make it unique. */
  private static final int MAX_NAME = 110;

  private ReadSchema() {}

  /**
   * Creates a schema.
   *
   * @param names as written in the file, or empty
   * @param categories 0 for a number, else one more than the largest code, one a feature
   */
  static FeatureSchema of(List<String> names, int[] categories) {
    List<Feature> features = new ArrayList<>(categories.length);
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < categories.length; i++) {
      String name = names.isEmpty() ? "f" + i : cleaned(names.get(i));
      features.add(new Feature(unique(name, i, taken), categories[i]));
    }
    return new FeatureSchema(features);
  }

  private static String unique(String name, int position, Set<String> taken) {
    String candidate = name;
    for (int n = 0; !taken.add(candidate); n++) {
      candidate = name + "_" + position + (n == 0 ? "" : "_" + n);
    }
    return candidate;
  }

  private static String cleaned(String name) {
    StringBuilder cleaned = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), MAX_NAME); i++) {
      char c = name.charAt(i);
      boolean allowed =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || c == '.'
              || c == '-';
      cleaned.append(allowed ? c : '_');
    }
    return cleaned.length() == 0 ? "_" : cleaned.toString();
  }
}
