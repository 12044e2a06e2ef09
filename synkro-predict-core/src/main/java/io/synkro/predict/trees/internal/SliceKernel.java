package io.synkro.predict.trees.internal;

import io.synkro.predict.tabular.FeatureTable;
import java.util.Arrays;

/**
 * Scores rows in blocks, with the rows as the bits of longs. For each condition a block has a mask
 * of the rows for which it holds, found for all thresholds of a column at once by one pass over
 * their ranks. Then a node divides the rows that reach it with two bit operations for 64 rows, in
 * place of a comparison and a jump for each. The number of each row's leaf comes out as bit planes,
 * which are turned into bytes. Immutable.
 */
final class SliceKernel {
  /** Leaf numbers are bytes. */
  static final int MAX_LEAVES = 256;

  /** Rows of a block: longs of a mask times 64. */
  static final int MOST_ROWS = 256;

  private final Forest forest;
  private final Conditions conditions;
  private final SliceProgram program;
  private final double[] leaves;

  SliceKernel(Forest forest, Conditions conditions, LeafOrder order) {
    this.forest = forest;
    this.conditions = conditions;
    this.program = new SliceProgram(forest, conditions, order);
    this.leaves = order.values;
  }

  static boolean fit(Forest forest) {
    for (int t = 0; t < forest.trees(); t++) {
      if (forest.leaves(t) > MAX_LEAVES) {
        return false;
      }
    }
    return true;
  }

  /** Memory to score a block in; for one thread. */
  static final class Block {
    final float[] values = new float[MOST_ROWS];
    final byte[] codes = new byte[MOST_ROWS];
    final long[] masks;
    final long[] slots = new long[MAX_LEAVES * 4];
    final long[] planes = new long[8 * 4];
    final long[] ranks;
    final double[] sums;
    final long[][] square;

    Block(int conditions, int thresholds, int outputs, int categoryWords) {
      this.square = new long[64][categoryWords];
      this.masks = new long[conditions * 4];
      this.ranks = new long[(thresholds + 2) * 4];
      this.sums = new double[outputs * MOST_ROWS];
    }
  }

  Block block() {
    int most = 0;
    for (NumberColumn column : conditions.numbers) {
      most = Math.max(most, column.thresholds());
    }
    int words = 0;
    for (CategoryColumn column : conditions.categories) {
      words = Math.max(words, column.words);
    }
    return new Block(conditions.size, most, forest.outputs(), words);
  }

  /** Adds up the first trees for rows {@code from} to {@code from + rows}, at most MOST_ROWS. */
  void margins(
      FeatureTable table, int from, int rows, int trees, Block block, double[] target, int at) {
    int words = rows <= 64 ? 1 : 4;
    for (NumberColumn column : conditions.numbers) {
      table.copyColumn(column.feature, from, rows, block.values);
      if (words == 1) {
        masks1(column, rows, block);
      } else {
        masks4(column, rows, block);
      }
    }
    for (CategoryColumn column : conditions.categories) {
      table.copyColumn(column.feature, from, rows, block.values);
      for (int w = 0; w << 6 < rows; w++) {
        masks(column, w, words, rows, block);
      }
    }
    int outputs = forest.outputs();
    for (int k = 0; k < outputs; k++) {
      Arrays.fill(block.sums, k * MOST_ROWS, k * MOST_ROWS + rows, forest.base()[k]);
    }
    for (int t = 0; t < trees; t++) {
      if (words == 1) {
        divide1(t, block);
      } else {
        divide4(t, block);
      }
      codes(t, words, rows, block);
      addUp(t, rows, block);
    }
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < outputs; k++) {
        target[at + r * outputs + k] = block.sums[k * MOST_ROWS + r];
      }
    }
  }

  private static void masks1(NumberColumn column, int rows, Block block) {
    long[] ranks = block.ranks;
    int n = column.thresholds();
    for (int r = 0; r < rows; r++) {
      int rank = column.rank(block.values[r]);
      ranks[rank < 0 ? n + 1 : rank] |= 1L << r;
    }
    long above = 0;
    long missing = ranks[n + 1];
    ranks[n + 1] = 0;
    for (int j = n - 1; j >= 0; j--) {
      above |= ranks[j + 1];
      ranks[j + 1] = 0;
      if (column.missingLeft >= 0) {
        block.masks[column.missingLeft + j] = above;
      }
      if (column.missingRight >= 0) {
        block.masks[column.missingRight + j] = above | missing;
      }
    }
    ranks[0] = 0;
  }

  static void masks4(NumberColumn column, int rows, Block block) {
    long[] ranks = block.ranks;
    int n = column.thresholds();
    for (int r = 0; r < rows; r++) {
      int rank = column.rank(block.values[r]);
      ranks[(rank < 0 ? n + 1 : rank) * 4 + (r >> 6)] |= 1L << r;
    }
    int m = 4 * (n + 1);
    long missing0 = ranks[m];
    long missing1 = ranks[m + 1];
    long missing2 = ranks[m + 2];
    long missing3 = ranks[m + 3];
    Arrays.fill(ranks, m, m + 4, 0);
    long above0 = 0;
    long above1 = 0;
    long above2 = 0;
    long above3 = 0;
    long[] masks = block.masks;
    for (int j = n - 1; j >= 0; j--) {
      int k = 4 * j + 4;
      above0 |= ranks[k];
      above1 |= ranks[k + 1];
      above2 |= ranks[k + 2];
      above3 |= ranks[k + 3];
      ranks[k] = 0;
      ranks[k + 1] = 0;
      ranks[k + 2] = 0;
      ranks[k + 3] = 0;
      if (column.missingLeft >= 0) {
        int c = 4 * (column.missingLeft + j);
        masks[c] = above0;
        masks[c + 1] = above1;
        masks[c + 2] = above2;
        masks[c + 3] = above3;
      }
      if (column.missingRight >= 0) {
        int c = 4 * (column.missingRight + j);
        masks[c] = above0 | missing0;
        masks[c + 1] = above1 | missing1;
        masks[c + 2] = above2 | missing2;
        masks[c + 3] = above3 | missing3;
      }
    }
    Arrays.fill(ranks, 0, 4, 0);
  }

  void masks(CategoryColumn column, int word, int words, int rows, Block block) {
    int first = word << 6;
    int count = Math.min(64, rows - first);
    long[] bits = column.bits();
    int size = column.words;
    long[][] square = block.square;
    for (int r = 0; r < count; r++) {
      System.arraycopy(bits, column.row(block.values[first + r]), square[r], 0, size);
    }
    BitSquare.transpose(square, size);
    for (int j = 0; j < 64; j++) {
      long[] masks = square[j];
      int at = (column.firstCondition + j) * words + word;
      int step = 64 * words;
      int last = j < (column.conditions & 63) || (column.conditions & 63) == 0 ? size : size - 1;
      for (int c = 0; c < last; c++) {
        block.masks[at + c * step] = masks[c];
      }
    }
  }

  private void divide1(int tree, Block block) {
    long[] slots = block.slots;
    long[] masks = block.masks;
    int from = program.stepStart[tree];
    int to = program.stepStart[tree + 1];
    int[] condition = program.condition;
    char[] divided = program.divided;
    slots[0] = -1;
    for (int i = from; i < to; i++) {
      long right = slots[divided[i]] & masks[condition[i]];
      slots[i - from + 1] = right;
      slots[divided[i]] ^= right;
    }
    char[] planeSlots = program.planeSlots;
    int at = program.planeStart[tree];
    for (int p = 0; p < program.planes[tree]; p++) {
      int end = at + 1 + planeSlots[at];
      long plane = 0;
      for (at++; at < end; at++) {
        plane |= slots[planeSlots[at]];
      }
      block.planes[p] = plane;
    }
  }

  void divide4(int tree, Block block) {
    long[] slots = block.slots;
    long[] masks = block.masks;
    int from = program.stepStart[tree];
    int to = program.stepStart[tree + 1];
    int[] condition = program.condition;
    char[] divided = program.divided;
    Arrays.fill(slots, 0, 4, -1);
    for (int i = from; i < to; i++) {
      int s = divided[i] * 4;
      int c = condition[i] * 4;
      int n = (i - from + 1) * 4;
      long s0 = slots[s];
      long s1 = slots[s + 1];
      long s2 = slots[s + 2];
      long s3 = slots[s + 3];
      long r0 = s0 & masks[c];
      long r1 = s1 & masks[c + 1];
      long r2 = s2 & masks[c + 2];
      long r3 = s3 & masks[c + 3];
      slots[n] = r0;
      slots[n + 1] = r1;
      slots[n + 2] = r2;
      slots[n + 3] = r3;
      slots[s] = s0 ^ r0;
      slots[s + 1] = s1 ^ r1;
      slots[s + 2] = s2 ^ r2;
      slots[s + 3] = s3 ^ r3;
    }
    char[] planeSlots = program.planeSlots;
    int at = program.planeStart[tree];
    for (int p = 0; p < program.planes[tree]; p++) {
      int end = at + 1 + planeSlots[at];
      long p0 = 0;
      long p1 = 0;
      long p2 = 0;
      long p3 = 0;
      for (at++; at < end; at++) {
        int s = planeSlots[at] * 4;
        p0 |= slots[s];
        p1 |= slots[s + 1];
        p2 |= slots[s + 2];
        p3 |= slots[s + 3];
      }
      block.planes[4 * p] = p0;
      block.planes[4 * p + 1] = p1;
      block.planes[4 * p + 2] = p2;
      block.planes[4 * p + 3] = p3;
    }
  }

  void codes(int tree, int words, int rows, Block block) {
    for (int w = 0; w << 6 < rows; w++) {
      BitSquare.codes(block.planes, w, words, program.planes[tree], block.codes, w << 6);
    }
  }

  void addUp(int tree, int rows, Block block) {
    int width = forest.leafWidth();
    int base = forest.leafStart()[tree] * width;
    byte[] codes = block.codes;
    double[] sums = block.sums;
    double[] leaves = this.leaves;
    int sum = forest.treeOutput()[tree] * MOST_ROWS;
    if (width == 1 && forest.dialect() == Dialect.LIGHTGBM) {
      for (int r = 0; r < rows; r++) {
        sums[sum + r] += leaves[base + (codes[r] & 0xff)];
      }
      return;
    }
    if (width == 1) {
      for (int r = 0; r < rows; r++) {
        sums[sum + r] = (float) (sums[sum + r] + leaves[base + (codes[r] & 0xff)]);
      }
      return;
    }
    for (int k = 0; k < width; k++) {
      for (int r = 0; r < rows; r++) {
        sums[k * MOST_ROWS + r] =
            (float) (sums[k * MOST_ROWS + r] + leaves[base + (codes[r] & 0xff) * width + k]);
      }
    }
  }
}
