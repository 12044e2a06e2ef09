package io.synkro.predict.trees.internal;

import java.util.Arrays;

/**
 * Scores one row at a time: every tree has a set of leaves that can still be reached, as bits, and
 * every node whose other side the row takes strikes out those of its free side ({@link LeafOrder}).
 * Nodes are sorted by their thresholds. Above the middle threshold of a column the left side is
 * free, below it the right side, so that the nodes that strike are those between the middle and the
 * row's rank: about a quarter of all, in one run through memory and with no branch that the
 * processor could guess wrong. Immutable.
 */
final class MaskKernel {
  private final Forest forest;
  private final Conditions conditions;
  private final double[] leaves;
  private final int[] leafStart;

  /** The threshold of each column of numbers from which on the left side is free. */
  final int[] middles;

  /** Whether every tree has one word, and so every node one strike. */
  private final boolean narrow;

  /** First word of each tree. */
  private final int[] wordStart;

  /** The word of each strike. */
  private final int[] struckWord;

  /** What is left of the word. */
  private final long[] kept;

  /** Where the strikes of each condition begin. */
  final int[] strikeStart;

  /** For conditions of categories: bits that are set where the right side is the free one. */
  final long[][] freeBits;

  MaskKernel(Forest forest, Conditions conditions, FreeSides sides, LeafOrder order) {
    this.forest = forest;
    this.conditions = conditions;
    this.leaves = order.values;
    this.leafStart = forest.leafStart();
    this.wordStart = wordStart(forest);
    this.strikeStart = new int[conditions.size + 1];
    countStrikes(order);
    this.struckWord = new int[strikeStart[conditions.size]];
    this.kept = new long[struckWord.length];
    fillStrikes(order);
    this.freeBits = freeBits(sides);
    this.middles = sides.middles;
    this.narrow = words() == forest.trees();
  }

  private static int[] wordStart(Forest forest) {
    int[] starts = new int[forest.trees() + 1];
    for (int t = 0; t < forest.trees(); t++) {
      starts[t + 1] = starts[t] + ((forest.leaves(t) + 63) >> 6);
    }
    return starts;
  }

  private void countStrikes(LeafOrder order) {
    for (int n = 0; n < conditions.ofNode.length; n++) {
      strikeStart[conditions.ofNode[n] + 1] += ((order.to[n] - 1) >> 6) - (order.from[n] >> 6) + 1;
    }
    for (int c = 0; c < conditions.size; c++) {
      strikeStart[c + 1] += strikeStart[c];
    }
  }

  private void fillStrikes(LeafOrder order) {
    int[] next = strikeStart.clone();
    for (int t = 0; t < forest.trees(); t++) {
      for (int n = forest.nodeStart()[t]; n < forest.nodeStart()[t + 1]; n++) {
        for (int from = order.from[n]; from < order.to[n]; from = (from | 63) + 1) {
          int to = Math.min(order.to[n], (from | 63) + 1);
          int at = next[conditions.ofNode[n]]++;
          struckWord[at] = wordStart[t] + (from >> 6);
          kept[at] = ~(-1L >>> (64 - (to - from)) << from);
        }
      }
    }
  }

  private long[][] freeBits(FreeSides sides) {
    long[][] bits = new long[conditions.categories.size()][];
    for (int k = 0; k < bits.length; k++) {
      CategoryColumn column = conditions.categories.get(k);
      bits[k] = new long[column.words];
      for (int j = 0; j < column.conditions; j++) {
        bits[k][j >> 6] |= sides.rightIsFree[column.firstCondition + j] ? 1L << j : 0;
      }
    }
    return bits;
  }

  /** Returns how many longs {@link #margins} needs to work in. */
  int words() {
    return wordStart[forest.trees()];
  }

  /**
   * Adds up the first trees for a row.
   *
   * @param row values of the features
   * @param trees how many trees count
   * @param alive to work in, at least {@link #words} longs
   * @param target receives a number for each output
   * @param at position of the first of them
   */
  void margins(float[] row, int trees, long[] alive, double[] target, int at) {
    Arrays.fill(alive, 0, words(), -1);
    for (int k = 0; k < middles.length; k++) {
      NumberColumn column = conditions.numbers.get(k);
      strikeNumbers(column, column.rank(row[column.feature]), middles[k], alive);
    }
    for (int k = 0; k < freeBits.length; k++) {
      CategoryColumn column = conditions.categories.get(k);
      strikeCategories(column, column.row(row[column.feature]), freeBits[k], alive);
    }
    addUp(trees, alive, target, at);
  }

  void strikeNumbers(NumberColumn column, int rank, int middle, long[] alive) {
    if (column.missingLeft >= 0) {
      int at = rank == NumberColumn.MISSING ? 0 : rank;
      strikeBetween(column.missingLeft, at, middle, alive);
    }
    if (column.missingRight >= 0) {
      int at = rank == NumberColumn.MISSING ? column.thresholds() : rank;
      strikeBetween(column.missingRight, at, middle, alive);
    }
  }

  private void strikeBetween(int first, int rank, int middle, long[] alive) {
    int from = strikeStart[first + Math.min(rank, middle)];
    int to = strikeStart[first + Math.max(rank, middle)];
    strike(from, to, alive);
  }

  void strikeCategories(CategoryColumn column, int row, long[] free, long[] alive) {
    long[] bits = column.bits();
    for (int w = 0; w < column.words; w++) {
      int first = column.firstCondition + 64 * w;
      for (long taken = bits[row + w] ^ free[w]; taken != 0; taken &= taken - 1) {
        int condition = first + Long.numberOfTrailingZeros(taken);
        int i = strikeStart[condition];
        alive[struckWord[i]] &= kept[i];
        if (!narrow) {
          strike(i + 1, strikeStart[condition + 1], alive);
        }
      }
    }
  }

  private void strike(int from, int to, long[] alive) {
    for (int i = from; i < to; i++) {
      alive[struckWord[i]] &= kept[i];
    }
  }

  private int leaf(int tree, long[] alive) {
    int first = wordStart[tree];
    int word = first;
    while (alive[word] == 0) {
      word++;
    }
    return ((word - first) << 6) + Long.numberOfTrailingZeros(alive[word]);
  }

  private double addFloats(int trees, long[] alive) {
    float sum = (float) forest.base()[0];
    for (int t = 0; t < trees; t++) {
      sum += (float) leaves[leafStart[t] + leaf(t, alive)];
    }
    return sum;
  }

  private double addDoubles(int trees, long[] alive) {
    double sum = forest.base()[0];
    for (int t = 0; t < trees; t++) {
      sum += leaves[leafStart[t] + leaf(t, alive)];
    }
    return sum;
  }

  void addUp(int trees, long[] alive, double[] target, int at) {
    if (forest.outputs() == 1) {
      target[at] =
          forest.dialect() == Dialect.LIGHTGBM ? addDoubles(trees, alive) : addFloats(trees, alive);
      return;
    }
    System.arraycopy(forest.base(), 0, target, at, forest.outputs());
    int width = forest.leafWidth();
    for (int t = 0; t < trees; t++) {
      int leaf = (leafStart[t] + leaf(t, alive)) * width;
      for (int k = 0; k < width; k++) {
        int output = at + forest.treeOutput()[t] + k;
        target[output] = forest.dialect().add(target[output], leaves[leaf + k]);
      }
    }
  }
}
