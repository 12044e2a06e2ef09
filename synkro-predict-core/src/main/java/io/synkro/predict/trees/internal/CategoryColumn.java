package io.synkro.predict.trees.internal;

import io.synkro.predict.internal.IntArray;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * All sets of categories that a forest asks of one feature. A value becomes a class: one for each
 * category that any set names, one for all others, one for missing values. For each class a row of
 * bits says which of the column's conditions hold, that is, which nodes send it to the right.
 * Immutable.
 */
final class CategoryColumn {
  /**
   * A table tells the class of a category if it has at most so many entries for each; or a search.
   */
  private static final int MOST_ENTRIES = 64;

  final int feature;

  /** First condition of the column. */
  final int firstCondition;

  /** Number of conditions: one a node. */
  final int conditions;

  /** Number of longs in a row of bits. */
  final int words;

  private final Dialect dialect;
  private final boolean nanIsMissing;

  /** Categories in sets, ascending. */
  private final int[] known;

  /** Position of each category in {@link #known}, its length for all others; empty if too long. */
  private final int[] table;

  private final boolean[] mostGoRight;

  /** Bits of each class: the known ones, then unknown, then missing. */
  private final long[] rightBits;

  CategoryColumn(Forest.Nodes nodes, Dialect dialect, IntArray asking, int firstCondition) {
    this.dialect = dialect;
    this.feature = nodes.feature()[asking.get(0)];
    this.nanIsMissing = (nodes.rules()[asking.get(0)] & Forest.NAN_IS_MISSING) != 0;
    this.firstCondition = firstCondition;
    this.conditions = asking.size();
    this.words = (conditions + 63) >> 6;
    this.known = known(nodes, asking);
    this.table = table(known);
    this.mostGoRight = new boolean[conditions];
    this.rightBits = rightBits(nodes, asking);
  }

  /** Returns how many longs the column would take, so that nobody builds one that is too large. */
  static long size(Forest.Nodes nodes, IntArray asking) {
    return (known(nodes, asking).length + 2L) * ((asking.size() + 63) >> 6);
  }

  private static int[] known(Forest.Nodes nodes, IntArray asking) {
    IntStream.Builder all = IntStream.builder();
    for (int i = 0; i < asking.size(); i++) {
      int set = (int) nodes.threshold()[asking.get(i)];
      for (int k = nodes.setStart()[set]; k < nodes.setStart()[set + 1]; k++) {
        all.add(nodes.categories()[k]);
      }
    }
    return all.build().sorted().distinct().toArray();
  }

  private static int[] table(int[] known) {
    if (known.length == 0 || known[known.length - 1] >= (long) MOST_ENTRIES * known.length) {
      return new int[0];
    }
    int[] table = new int[known[known.length - 1] + 1];
    Arrays.fill(table, known.length);
    for (int k = 0; k < known.length; k++) {
      table[known[k]] = k;
    }
    return table;
  }

  private long[] rightBits(Forest.Nodes nodes, IntArray asking) {
    int missing = known.length + 1;
    long[] bits = new long[Math.multiplyExact(known.length + 2, words)];
    for (int j = 0; j < conditions; j++) { // first for an unknown category, and for missing values
      int rule = nodes.rules()[asking.get(j)];
      boolean othersGoRight = (rule & Forest.SET_GOES_RIGHT) == 0;
      flipIf(othersGoRight, bits, known.length, j);
      flipIf((rule & Forest.MISSING_LEFT) == 0, bits, missing, j);
    }
    for (int c = 0; c < known.length; c++) { // a known one is like an unknown one ...
      System.arraycopy(bits, known.length * words, bits, c * words, words);
    }
    for (int j = 0; j < conditions; j++) { // ... but where the set has it
      int set = (int) nodes.threshold()[asking.get(j)];
      int from = nodes.setStart()[set];
      int to = nodes.setStart()[set + 1];
      for (int k = from; k < to; k++) {
        flipIf(true, bits, classOf(nodes.categories()[k]), j);
      }
      boolean setGoesRight = (nodes.rules()[asking.get(j)] & Forest.SET_GOES_RIGHT) != 0;
      mostGoRight[j] = 2 * (to - from) > known.length == setGoesRight;
    }
    return bits;
  }

  private void flipIf(boolean holds, long[] bits, int row, int condition) {
    if (holds) {
      bits[row * words + (condition >> 6)] ^= 1L << condition;
    }
  }

  private int classOf(int category) {
    if (table.length > 0) {
      return category >= 0 && category < table.length ? table[category] : known.length;
    }
    int at = Arrays.binarySearch(known, category);
    return at >= 0 ? at : known.length;
  }

  /** Returns where the bits of a value begin in {@link #bits}. */
  int row(float value) {
    float x = dialect.prepare(value);
    if (Float.isNaN(x)) {
      if (nanIsMissing) {
        return (known.length + 1) * words;
      }
      x = 0;
    }
    return classOf(dialect.category(x)) * words;
  }

  /** Returns the bits of all classes; not to be written to. */
  long[] bits() {
    return rightBits;
  }

  /** Returns whether most of the known categories go right at a condition of this column. */
  boolean mostGoRight(int condition) {
    return mostGoRight[condition];
  }
}
