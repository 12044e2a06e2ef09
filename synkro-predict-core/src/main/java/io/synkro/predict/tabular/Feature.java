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
 * @param definition how the values are computed, such as {@code mean(demand, 28)}, in one line of
 *     at most 1,000 characters; empty if nobody has said
 */
public record Feature(String name, int categories, String definition) {
  private static final int LONGEST_DEFINITION = 1_000;
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
    Require.that(
        definition.length() <= LONGEST_DEFINITION
            && definition.chars().noneMatch(Character::isISOControl),
        "definition of feature " + name,
        definition,
        "must be one line of at most %d characters".formatted(LONGEST_DEFINITION),
        "");
  }

  /**
   * Creates a column whose values nobody has defined.
   *
   * @param name unique in its schema
   * @param categories 0 for a number, else the number of categories
   */
  public Feature(String name, int categories) {
    this(name, categories, "");
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
   * Returns the same column with a definition.
   *
   * @param newDefinition how the values are computed, in one line
   * @return the feature
   */
  public Feature definedAs(String newDefinition) {
    return new Feature(name, categories, newDefinition);
  }

  /**
   * Returns whether a model that learnt from this column may be given the other one: same name,
   * same kind and, where both have one, same definition.
   *
   * @param other a column of another table
   * @return true if they may stand for one another
   */
  public boolean isCompatible(Feature other) {
    return name.equals(other.name)
        && categories == other.categories
        && (definition.isEmpty()
            || other.definition.isEmpty()
            || definition.equals(other.definition));
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
