package io.synkro.predict.trees;

/**
 * What stands behind the {@code =} of a line of a LightGBM text, numbers parted by spaces. Numbers
 * are read where they are, without a string for each.
 */
record LightGbmValues(String text, int from, int to) {
  private static final int MAX_INT_DIGITS = 10;

  /** The value in one piece. */
  String whole() {
    return text.substring(from, to);
  }

  /**
   * Whether the line is long enough for so many numbers: asked before an array is made for them.
   */
  boolean hasRoomFor(int numbers) {
    return numbers <= (to - from + 1) / 2;
  }

  /** Counts the numbers. */
  int count() {
    int count = 0;
    for (int at = start(from); at < to; at = start(end(at))) {
      count++;
    }
    return count;
  }

  /**
   * Fills an array with whole numbers.
   *
   * @param values receives them
   * @return whether there are as many numbers as the array is long
   * @throws NumberFormatException if one is no number
   * @throws ArithmeticException if one is no int
   */
  boolean fill(int[] values) {
    int filled = 0;
    int at = start(from);
    for (; at < to && filled < values.length; filled++) {
      int end = end(at);
      values[filled] = Math.toIntExact(integer(at, end));
      at = start(end);
    }
    return at == to && filled == values.length;
  }

  /**
   * Fills an array with 32 bits a number, written without a sign.
   *
   * @param words receives them
   * @return whether there are as many numbers as the array is long
   * @throws NumberFormatException if one is no such number
   */
  boolean fillUnsigned(int[] words) {
    int filled = 0;
    int at = start(from);
    for (; at < to && filled < words.length; filled++) {
      int end = end(at);
      long word = integer(at, end);
      if (word < 0 || word > 0xFFFFFFFFL) {
        throw new NumberFormatException(text.substring(at, end));
      }
      words[filled] = (int) word;
      at = start(end);
    }
    return at == to && filled == words.length;
  }

  /**
   * Fills an array with numbers.
   *
   * @param values receives them
   * @return whether there are as many numbers as the array is long
   * @throws NumberFormatException if one is none
   */
  boolean fill(double[] values) {
    int filled = 0;
    int at = start(from);
    for (; at < to && filled < values.length; filled++) {
      int end = end(at);
      values[filled] = Decimal.parse(text, at, end);
      at = start(end);
    }
    return at == to && filled == values.length;
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

  private long integer(int start, int end) {
    boolean negative = text.charAt(start) == '-';
    int first = negative ? start + 1 : start;
    if (first == end || end - first > MAX_INT_DIGITS) {
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
