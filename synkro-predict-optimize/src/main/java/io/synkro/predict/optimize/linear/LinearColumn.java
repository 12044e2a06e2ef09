package io.synkro.predict.optimize.linear;

import io.synkro.predict.internal.Require;

/**
 * A variable of a linear model. Bounds beyond {@link #MOST} are refused, since engines take them
 * for infinite: write infinity.
 *
 * @param name without white space, at most 256 characters; empty for a name made of its position
 * @param lower lower bound, or negative infinity
 * @param upper upper bound, not below the lower one, or infinity
 * @param cost objective coefficient, finite
 * @param integer whether only whole numbers are allowed
 */
public record LinearColumn(String name, double lower, double upper, double cost, boolean integer) {
  /** The largest finite number of a model; some engines take larger ones for infinite. */
  public static final double MOST = 1e19;

  /** {@inheritDoc} */
  public LinearColumn {
    requireName("name of a column", name);
    requireFinite("cost of column " + name, cost);
    requireRange("column " + name, lower, upper);
  }

  /**
   * Describes a variable that takes real numbers.
   *
   * @param name its name
   * @param lower lower bound, or negative infinity
   * @param upper upper bound, or infinity
   * @param cost objective coefficient
   * @return the column
   */
  public static LinearColumn continuous(String name, double lower, double upper, double cost) {
    return new LinearColumn(name, lower, upper, cost, false);
  }

  /**
   * Describes a variable that takes whole numbers.
   *
   * @param name its name
   * @param lower lower bound, or negative infinity
   * @param upper upper bound, or infinity
   * @param cost objective coefficient
   * @return the column
   */
  public static LinearColumn integer(String name, double lower, double upper, double cost) {
    return new LinearColumn(name, lower, upper, cost, true);
  }

  /**
   * Describes a variable that is 0 or 1.
   *
   * @param name its name
   * @param cost objective coefficient
   * @return the column
   */
  public static LinearColumn binary(String name, double cost) {
    return new LinearColumn(name, 0, 1, cost, true);
  }

  static void requireName(String what, String name) {
    if (!name.isEmpty()) {
      Require.identifier(what, name);
      Require.that(
          name.chars().noneMatch(Character::isWhitespace),
          what,
          name,
          "must not contain white space, which would break MPS files",
          "write an underscore");
    }
  }

  static void requireFinite(String what, double value) {
    Require.that(Math.abs(value) <= MOST, what, value, "must be finite and at most " + MOST, "");
  }

  static void requireRange(String what, double lower, double upper) {
    Require.that(
        lower == Double.NEGATIVE_INFINITY || Math.abs(lower) <= MOST,
        "lower bound of " + what,
        lower,
        "must be at most " + MOST + " from zero or negative infinity",
        "");
    Require.that(
        upper == Double.POSITIVE_INFINITY || Math.abs(upper) <= MOST,
        "upper bound of " + what,
        upper,
        "must be at most " + MOST + " from zero or infinity",
        "");
    Require.that(
        lower <= upper,
        "lower bound of " + what,
        lower,
        "must not be above the upper bound " + upper,
        "");
  }
}
