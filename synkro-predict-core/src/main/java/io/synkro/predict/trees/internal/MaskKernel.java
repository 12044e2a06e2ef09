package io.synkro.predict.trees.internal;

import java.util.Arrays;

/**
 * Scores one row at a time: every tree has a set of leaves that can still be reached, as bits, and
 * every node whose other side the row takes strikes out those of its free side ({@link LeafOrder}).
 * Nodes are sorted by their thresholds. From the middle threshold of a column on the left side is
 * free, below it the right side, so that the nodes that strike are those between the middle and the
 * row's rank: about a quarter of all, in one run through memory and with no branch that the
 * processor could guess wrong. Immutable.
 */
final class MaskKernel {
  private final Forest forest;
  private final int[] leafStart;
  private final double[] leaves;

  /** First word of each tree. */
  private final int[] wordStart;

  private final NumberColumn[] numbers;

  /** The threshold of each column of numbers from which on the left side is free. */
  private final int[] middles;

  private final CategoryStrikes[] categories;
  private final Strikes strikes;

  MaskKernel(Forest forest, Conditions conditions, FreeSides sides, LeafOrder order) {
    this.forest = forest;
    this.leafStart = forest.leafStart();
    this.leaves = order.values;
    this.wordStart = wordStart(forest);
    this.numbers = conditions.numbers.toArray(NumberColumn[]::new);
    this.middles = sides.middles;
    this.strikes = new Strikes(forest, conditions, order, wordStart);
    this.categories =
        conditions.categories.stream()
            .map(column -> new CategoryStrikes(column, strikes, sides))
            .toArray(CategoryStrikes[]::new);
  }

  /** Returns whether a forest has few enough leaves. */
  static boolean fit(Forest forest) {
    return forest.trees() + forest.leafId().length / 64 <= Strikes.MAX_WORDS;
  }

  private static int[] wordStart(Forest forest) {
    int[] starts = new int[forest.trees() + 1];
    for (int t = 0; t < forest.trees(); t++) {
      starts[t + 1] = starts[t] + ((forest.leaves(t) + 63) >> 6);
    }
    return starts;
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
    for (int k = 0; k < numbers.length; k++) {
      strikeNumber(k, row[numbers[k].feature], alive);
    }
    for (CategoryStrikes column : categories) {
      column.strike(row[column.column.feature], alive);
    }
    if (forest.outputs() == 1) {
      target[at] =
          forest.dialect() == Dialect.LIGHTGBM ? addDoubles(trees, alive) : addFloats(trees, alive);
    } else {
      addOutputs(trees, alive, target, at);
    }
  }

  private void strikeNumber(int k, float value, long[] alive) {
    NumberColumn column = numbers[k];
    int rank = column.rank(value);
    if (column.missingLeft >= 0) {
      int at = rank == NumberColumn.MISSING ? 0 : rank;
      strikeBetween(column.missingLeft, at, middles[k], alive);
    }
    if (column.missingRight >= 0) {
      int at = rank == NumberColumn.MISSING ? column.thresholds() : rank;
      strikeBetween(column.missingRight, at, middles[k], alive);
    }
  }

  private void strikeBetween(int first, int rank, int middle, long[] alive) {
    int from = strikes.start[first + Math.min(rank, middle)];
    int to = strikes.start[first + Math.max(rank, middle)];
    strikes.strike(from, to, alive);
  }

  private int leaf(int tree, long[] alive) {
    int first = wordStart[tree];
    int word = first;
    while (alive[word] == 0) {
      word++;
    }
    return leafStart[tree] + ((word - first) << 6) + Long.numberOfTrailingZeros(alive[word]);
  }

  private double addDoubles(int trees, long[] alive) {
    double sum = forest.base()[0];
    for (int t = 0; t < trees; t++) {
      sum += leaves[leaf(t, alive)];
    }
    return sum;
  }

  private double addFloats(int trees, long[] alive) {
    float sum = (float) forest.base()[0];
    for (int t = 0; t < trees; t++) {
      sum += (float) leaves[leaf(t, alive)];
    }
    return sum;
  }

  private void addOutputs(int trees, long[] alive, double[] target, int at) {
    System.arraycopy(forest.base(), 0, target, at, forest.outputs());
    int width = forest.leafWidth();
    for (int t = 0; t < trees; t++) {
      int leaf = leaf(t, alive) * width;
      for (int k = 0; k < width; k++) {
        int output = at + forest.treeOutput()[t] + k;
        target[output] = forest.dialect().add(target[output], leaves[leaf + k]);
      }
    }
  }
}
