package io.synkro.predict.trees.internal;

import io.synkro.predict.internal.IntArray;

/**
 * What each class of a column of categories strikes out in {@link MaskKernel}: a list for each if
 * that takes little memory, else found by the bits of the class. Immutable.
 */
final class CategoryStrikes {
  /** Lists may be longer than the column has strikes by this factor. */
  private static final int MOST_LISTED = 12;

  final CategoryColumn column;
  private final Strikes strikes;

  /** Bits of the conditions whose right side is the free one. */
  private final long[] free;

  /** Where the list of each class begins, and the end; empty without lists. */
  private final int[] listStart;

  private final int[] lists;

  CategoryStrikes(CategoryColumn column, Strikes strikes, FreeSides sides) {
    this.column = column;
    this.strikes = strikes;
    this.free = new long[column.words];
    for (int j = 0; j < column.conditions; j++) {
      free[j >> 6] |= sides.rightIsFree[column.firstCondition + j] ? 1L << j : 0;
    }
    int first = column.firstCondition;
    int own = strikes.start[first + column.conditions] - strikes.start[first];
    int classes = column.bits().length / column.words;
    IntArray all = new IntArray();
    int[] starts = new int[classes + 1];
    for (int c = 0; c < classes && all.size() <= MOST_LISTED * (long) own; c++) {
      addStrikes(c * column.words, all);
      starts[c + 1] = all.size();
    }
    boolean few = all.size() <= MOST_LISTED * (long) own;
    this.listStart = few ? starts : new int[0];
    this.lists = few ? all.toArray() : new int[0];
  }

  private void addStrikes(int row, IntArray target) {
    for (int w = 0; w < column.words; w++) {
      for (long taken = column.bits()[row + w] ^ free[w]; taken != 0; taken &= taken - 1) {
        int condition = column.firstCondition + 64 * w + Long.numberOfTrailingZeros(taken);
        target.addAll(strikes.copy(strikes.start[condition], strikes.start[condition + 1]));
      }
    }
  }

  /** Carries out the strikes of a value. */
  void strike(float value, long[] alive) {
    int row = column.row(value);
    if (listStart.length > 0) {
      int c = row / column.words;
      Strikes.strike(lists, listStart[c], listStart[c + 1], alive);
      return;
    }
    long[] bits = column.bits();
    for (int w = 0; w < free.length; w++) {
      int first = column.firstCondition + 64 * w;
      for (long taken = bits[row + w] ^ free[w]; taken != 0; taken &= taken - 1) {
        int condition = first + Long.numberOfTrailingZeros(taken);
        strikes.strike(strikes.start[condition], strikes.start[condition + 1], alive);
      }
    }
  }
}
