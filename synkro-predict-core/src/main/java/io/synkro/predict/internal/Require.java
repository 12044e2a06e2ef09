package io.synkro.predict.internal;

import io.synkro.predict.InvalidInputException;

/**
 * Argument checks that refuse with an {@link InvalidInputException}. Every numeric check is written
 * so that NaN fails it. Each returns its argument, so it can stand inside an expression.
 */
public final class Require {
  private Require() {}

  /**
   * Refuses numbers that are not positive and finite.
   *
   * @param name name of the argument
   * @param value the number
   * @param remedy what to try, or empty
   * @return the number
   */
  public static double positive(String name, double value, String remedy) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new InvalidInputException(name, text(value), "must be positive and finite", remedy);
    }
    return value;
  }

  /**
   * Refuses numbers that are negative or not finite.
   *
   * @param name name of the argument
   * @param value the number
   * @param remedy what to try, or empty
   * @return the number
   */
  public static double nonNegative(String name, double value, String remedy) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new InvalidInputException(
          name, text(value), "must be zero or positive, and finite", remedy);
    }
    return value;
  }

  /**
   * Refuses numbers that are not finite.
   *
   * @param name name of the argument
   * @param value the number
   * @param remedy what to try, or empty
   * @return the number
   */
  public static double finite(String name, double value, String remedy) {
    if (!Double.isFinite(value)) {
      throw new InvalidInputException(name, text(value), "must be finite", remedy);
    }
    return value;
  }

  /**
   * Refuses numbers outside the open interval.
   *
   * @param name name of the argument
   * @param value the number
   * @param low lower end, excluded
   * @param high upper end, excluded
   * @param remedy what to try, or empty
   * @return the number
   */
  public static double between(String name, double value, double low, double high, String remedy) {
    if (!(value > low && value < high)) {
      throw new InvalidInputException(
          name,
          text(value),
          "must be above %s and below %s".formatted(text(low), text(high)),
          remedy);
    }
    return value;
  }

  /**
   * Refuses whole numbers below a minimum.
   *
   * @param name name of the argument
   * @param value the number
   * @param minimum smallest number allowed
   * @param remedy what to try, or empty
   * @return the number
   */
  public static int atLeast(String name, int value, int minimum, String remedy) {
    if (value < minimum) {
      throw new InvalidInputException(
          name, Integer.toString(value), "must be at least " + minimum, remedy);
    }
    return value;
  }

  /**
   * Refuses positions outside a sequence.
   *
   * @param name name of the argument
   * @param index the position
   * @param size number of positions
   * @return the position
   */
  public static int index(String name, int index, int size) {
    if (index < 0 || index >= size) {
      throw new InvalidInputException(
          name, Integer.toString(index), "must be from 0 to " + (size - 1), "count from 0");
    }
    return index;
  }

  /**
   * Refuses text that is blank or longer than 256 characters, and control characters, which would
   * break files, logs and reports further down.
   *
   * @param name name of the argument
   * @param value the text
   * @return the text
   */
  public static String identifier(String name, String value) {
    if (value.isBlank() || value.length() > 256) {
      throw new InvalidInputException(
          name, abbreviated(value), "must have 1 to 256 characters that are not all blank", "");
    }
    for (int i = 0; i < value.length(); i++) { // no stream: stores read millions of keys
      if (Character.isISOControl(value.charAt(i))) {
        throw new InvalidInputException(
            name, abbreviated(value), "must not contain control characters", "trim the field");
      }
    }
    return value;
  }

  /**
   * Refuses if a condition about two or more arguments does not hold.
   *
   * @param holds the condition
   * @param name name of the argument to blame
   * @param value its value
   * @param limit what must hold, such as "must be before end"
   * @param remedy what to try, or empty
   */
  public static void that(boolean holds, String name, Object value, String limit, String remedy) {
    if (!holds) {
      throw new InvalidInputException(name, abbreviated(String.valueOf(value)), limit, remedy);
    }
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String abbreviated(String value) {
    return abbreviated(value, 80);
  }

  /**
   * Makes a text fit for a message.
   *
   * @param value any text
   * @param most how many characters it may have, at least 3
   * @return the text or its beginning, with control characters replaced
   */
  public static String abbreviated(String value, int most) {
    String start = value.length() <= most ? value : value.substring(0, most - 3) + "...";
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
