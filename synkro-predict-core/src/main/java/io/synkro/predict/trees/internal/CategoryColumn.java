package io.synkro.predict.trees.internal;

import io.synkro.predict.internal.IntArray;
import java.util.Arrays;
import java.util.BitSet;

/**
 * All sets of categories that a forest asks of one feature. A value becomes a class: one for each
 * category that any set names, one for all others, one for missing values. For each class a row of
 * bits says which of the column's conditions hold, that is, which nodes send it to the right.
 * Immutable.
 */
final class CategoryColumn {
  /** Up to here a table tells the class of a category; above, a search. */
  private static final int MAX_TABLE = 1 << 16;

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

  /** Position of each category in {@link #known}, its length for all that are not in it. */
  private final int[] table;

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
    this.rightBits = new long[Math.multiplyExact(known.length + 2, words)];
    for (int j = 0; j < conditions; j++) {
      fill(nodes, asking.get(j), j);
    }
  }

  /** Returns how many longs the column would take, so that nobody builds one that is too large. */
  static long size(Forest.Nodes nodes, IntArray asking) {
    return (known(nodes, asking).length + 2L) * ((asking.size() + 63) >> 6);
  }

  private static int[] known(Forest.Nodes nodes, IntArray asking) {
    BitSet met = new BitSet();
    for (int i = 0; i < asking.size(); i++) {
      int set = (int) nodes.threshold()[asking.get(i)];
      for (int k = nodes.setStart()[set]; k < nodes.setStart()[set + 1]; k++) {
        met.set(nodes.categories()[k]);
      }
    }
    return met.stream().toArray();
  }

  private static int[] table(int[] known) {
    int size = known.length == 0 ? 0 : Math.min(known[known.length - 1], MAX_TABLE - 1) + 1;
    int[] table = new int[size];
    Arrays.fill(table, known.length);
    for (int k = 0; k < known.length && known[k] < size; k++) {
      table[known[k]] = k;
    }
    return table;
  }

  private void fill(Forest.Nodes nodes, int node, int condition) {
    int rule = nodes.rules()[node];
    boolean setGoesRight = (rule & Forest.SET_GOES_RIGHT) != 0;
    for (int c = 0; c <= known.length && !setGoesRight; c++) {
      flip(c, condition); // all go right, unknown ones too, but for the set
    }
    int set = (int) nodes.threshold()[node];
    for (int k = nodes.setStart()[set]; k < nodes.setStart()[set + 1]; k++) {
      flip(classOf(nodes.categories()[k]), condition);
    }
    if ((rule & Forest.MISSING_LEFT) == 0) {
      flip(known.length + 1, condition);
    }
  }

  private void flip(int row, int condition) {
    rightBits[row * words + (condition >> 6)] ^= 1L << condition;
  }

  private int classOf(int category) {
    if (category >= 0 && category < table.length) {
      return table[category];
    }
    int at = category < MAX_TABLE ? -1 : Arrays.binarySearch(known, category);
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

  /** Returns whether most of the known categories go right at a condition. */
  boolean mostGoRight(int condition) {
    int right = 0;
    for (int c = 0; c < known.length; c++) {
      right += (int) (rightBits[c * words + (condition >> 6)] >>> condition & 1);
    }
    return 2 * right > known.length;
  }
}
