package io.synkro.predict.trees;

/**
 * What stands behind the {@code =} of a line of a LightGBM text, numbers parted by spaces. Numbers
 * are read where they are, without a string for each.
 */
record LightGbmValues(String text, int from, int to) {
  /** The value in one piece. */
  String whole() {
    return text.substring(from, to);
  }

  /** Counts the numbers; nothing is allocated by a count that the line does not bear out. */
  int count() {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != ' ' && (i == from || text.charAt(i - 1) == ' ')) {
        count++;
      }
    }
    return count;
  }

  /**
   * Fills an array with whole numbers.
   *
   * @param values receives them, length {@link #count}
   * @throws NumberFormatException if one is no int
   */
  void fill(int[] values) {
    int at = from;
    for (int i = 0; i < values.length; i++) {
      at = start(at);
      int end = end(at);
      values[i] = Math.toIntExact(whole(at, end));
      at = end;
    }
  }

  /**
   * Fills an array with 32 bits a number, written without a sign.
   *
   * @param words receives them, length {@link #count}
   * @throws NumberFormatException if one is no such number
   */
  void fillUnsigned(int[] words) {
    int at = from;
    for (int i = 0; i < words.length; i++) {
      at = start(at);
      int end = end(at);
      long word = whole(at, end);
      if (word < 0 || word > 0xFFFFFFFFL) {
        throw new NumberFormatException(text.substring(at, end));
      }
      words[i] = (int) word;
      at = end;
    }
  }

  /**
   * Fills an array with numbers.
   *
   * @param values receives them, length {@link #count}
   * @throws NumberFormatException if one is none
   */
  void fill(double[] values) {
    int at = from;
    for (int i = 0; i < values.length; i++) {
      at = start(at);
      int end = end(at);
      values[i] = Decimal.parse(text, at, end);
      at = end;
    }
  }

  private int start(int at) {
    int start = at;
    while (start < to && text.charAt(start) == ' ') {
      start++;
    }
    return start;
  }

  private int end(int at) {
    int end = at;
    while (end < to && text.charAt(end) != ' ') {
      end++;
    }
    return end;
  }

  private long whole(int start, int end) {
    boolean negative = start < end && text.charAt(start) == '-';
    int first = negative ? start + 1 : start;
    if (first == end || end - first > 10) { // an int has at most 10 digits
      throw new NumberFormatException(text.substring(start, Math.min(end, start + 20)));
    }
    long value = 0;
    for (int i = first; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new NumberFormatException(text.substring(start, end));
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }
}
