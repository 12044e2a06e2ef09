package io.synkro.predict.tabular;

import io.synkro.predict.internal.Require;
import java.util.regex.Pattern;

/**
 * A column of a feature table.
 *
 * @param name unique in its schema: letters, digits, and {@code _ . -} (the model files of the
 *     engines know no more)
 * @param categories 0 for a number; for a category, how many there are: values are then the codes
 *     0, 1, … {@code categories - 1}. NaN is a missing value in both kinds.
 */
public record Feature(String name, int categories) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

  /** {@inheritDoc} */
  public Feature {
    Require.that(
        NAME.matcher(name).matches(),
        "feature",
        name,
        "must have 1 to 128 letters, digits, '_', '.' or '-'",
        "replace other characters by '_'");
    Require.atLeast("categories of feature " + name, categories, 0, "");
  }

  /**
   * Creates a column of numbers.
   *
   * @param name its name
   * @return the feature
   */
  public static Feature number(String name) {
    return new Feature(name, 0);
  }

  /**
   * Creates a column of category codes.
   *
   * @param name its name
   * @param categories number of categories, at least 1
   * @return the feature
   */
  public static Feature category(String name, int categories) {
    Require.atLeast("categories of feature " + name, categories, 1, "");
    return new Feature(name, categories);
  }

  /**
   * Returns whether the column holds category codes.
   *
   * @return true for a category, false for a number
   */
  public boolean isCategory() {
    return categories > 0;
  }
}
