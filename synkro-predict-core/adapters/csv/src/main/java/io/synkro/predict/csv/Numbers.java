package io.synkro.predict.csv;

/** Reads decimal numbers with a point from characters. */
final class Numbers {
  private static final double[] POWERS = new double[23];

  static {
    double power = 1;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = power;
      power *= 10;
    }
  }

  private Numbers() {}

  /**
   * Value of {@code chars[from, to)}, blanks around it allowed; NaN if it is no number. Up to 15
   * digits and a power of ten of at most 22 are both exact doubles, so one division rounds
   * correctly (Clinger 1990, "How to read floating point numbers accurately"); the rest is left to
   * the JDK.
   */
  static double parse(char[] chars, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && chars[start] == ' ') {
      start++;
    }
    while (end > start && chars[end - 1] == ' ') {
      end--;
    }
    int i = start;
    boolean negative = i < end && chars[i] == '-';
    if (negative || (i < end && chars[i] == '+')) {
      i++;
    }
    long mantissa = 0;
    int digits = 0;
    int point = -1;
    for (; i < end; i++) {
      char c = chars[i];
      if (c >= '0' && c <= '9' && digits < 15) {
        mantissa = 10 * mantissa + (c - '0');
        digits++;
      } else if (c == '.' && point < 0) {
        point = digits;
      } else {
        return slow(chars, start, end);
      }
    }
    if (digits == 0) {
      return Double.NaN;
    }
    double value = point < 0 ? mantissa : mantissa / POWERS[digits - point];
    return negative ? -value : value;
  }

  /**
   * Lets through only what a decimal number consists of: the JDK also knows "NaN", "1d", "0x1p3".
   */
  private static double slow(char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      if ("0123456789+-.eE".indexOf(chars[i]) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(new String(chars, start, end - start));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** How to mend a text that is no number. */
  static String remedy(String text) {
    String trimmed = text.trim();
    if (trimmed.matches("[+-]?[0-9]+,[0-9]+")) {
      return "write it with a decimal point, as " + trimmed.replace(',', '.');
    }
    if (trimmed.matches("[+-]?[0-9.,' \u00a0]+")) {
      return "remove the thousands separators and use a decimal point";
    }
    if (trimmed.matches("(?i)na|n/a|nan|null|none|nil|-|\\?|#n/a")) {
      return "leave the cell empty where there is no value";
    }
    return "name another column for it, or mend the export";
  }
}
