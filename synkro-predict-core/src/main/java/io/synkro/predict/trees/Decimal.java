package io.synkro.predict.trees;

/** Reads decimal numbers as C++ writes them. Stateless. */
final class Decimal {
  /** Powers of ten that a double holds exactly. */
  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private Decimal() {}

  /**
   * Reads the double nearest to a decimal number.
   *
   * @param text holds the number
   * @param from its first character
   * @param to behind its last character
   * @return the number, {@code inf}, {@code -inf} and {@code nan} included
   * @throws NumberFormatException if it is none
   */
  static double parse(String text, int from, int to) {
    boolean negative = from < to && text.charAt(from) == '-';
    int at = negative ? from + 1 : from;
    long digits = 0;
    int point = -1;
    int first = at;
    for (; at < to; at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9' && digits < Long.MAX_VALUE / 10 - 1) {
        digits = digits * 10 + (c - '0');
      } else if (c == '.' && point < 0) {
        point = at;
      } else {
        return slow(text, from, to);
      }
    }
    int decimals = point < 0 ? 0 : to - point - 1;
    if (to - first == (point < 0 ? 0 : 1)) {
      throw new NumberFormatException(text.substring(from, to));
    }
    if (digits >= 1L << 53 || decimals >= POWERS.length) {
      return slow(text, from, to);
    }
    // both are exact, so that one division rounds once: Clinger (1990), "How to read floating point
    // numbers accurately", section 3
    double value = digits / POWERS[decimals];
    return negative ? -value : value;
  }

  private static double slow(String text, int from, int to) {
    String number = text.substring(from, to);
    return switch (number) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "-nan" -> Double.NaN;
      default -> {
        for (int i = 0; i < number.length(); i++) {
          if ("0123456789+-.eE".indexOf(number.charAt(i)) < 0) { // Java would take 0x1p3 and 1d
            throw new NumberFormatException(number);
          }
        }
        yield Double.parseDouble(number);
      }
    };
  }
}
