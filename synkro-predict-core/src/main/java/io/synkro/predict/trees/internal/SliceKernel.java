package io.synkro.predict.trees.internal;

import io.synkro.predict.tabular.FeatureTable;
import java.util.Arrays;

/**
 * Scores rows in blocks, with the rows as the bits of longs. For each condition a block has a mask
 * of the rows for which it holds, found for all thresholds of a column at once by one pass over
 * their ranks. Then a node divides the rows that reach it by two bit operations for 64 rows, in
 * place of a comparison and a jump for each of them. The numbers of the rows' leaves come out as
 * planes of bits and are turned into bytes. Immutable.
 */
final class SliceKernel {
  /** Leaf numbers and slots are bytes. */
  private static final int MAX_LEAVES = 256;

  /** A block has sums for each. */
  private static final int MAX_OUTPUTS = 1024;

  private final Forest forest;
  private final Conditions conditions;
  private final RowMasks rowMasks;
  private final SliceProgram program;
  private final double[] leaves;
  private final int mostLeaves;

  SliceKernel(Forest forest, Conditions conditions, LeafOrder order) {
    this.forest = forest;
    this.conditions = conditions;
    this.rowMasks = new RowMasks(conditions);
    this.program = new SliceProgram(forest, conditions, order);
    this.leaves = order.values;
    this.mostLeaves = forest.mostLeaves();
  }

  /** Returns whether all trees of a forest are small enough, and the outputs few. */
  static boolean fit(Forest forest) {
    return forest.mostLeaves() <= MAX_LEAVES && forest.outputs() <= MAX_OUTPUTS;
  }

  Block block(int rows) {
    return new Block(conditions, forest.outputs(), mostLeaves, rows <= Block.FEW_ROWS);
  }

  /**
   * Adds up the first trees for a block of rows.
   *
   * @param table the rows
   * @param from first row of the block, whose size {@code block} knows
   * @param trees how many trees count
   * @param block to work in; its sums receive the margins
   */
  void margins(FeatureTable table, int from, int trees, Block block) {
    rowMasks.fill(table, from, block);
    for (int k = 0; k < forest.outputs(); k++) {
      int first = k * Block.ROWS;
      Arrays.fill(block.sums, first, first + block.rows(), forest.base()[k]);
    }
    for (int t = 0; t < trees; t++) {
      if (block.words() == 1) {
        divide(t, block);
        planes(t, block);
      } else {
        divideFour(t, block);
        planesFour(t, block);
      }
      for (int w = 0; w << 6 < block.rows(); w++) {
        BitSquare.codes(block, w, program.planes[t]);
      }
      addUp(t, block);
    }
  }

  private void divide(int tree, Block block) {
    long[] slots = block.slots;
    int from = program.stepStart[tree];
    int to = program.stepStart[tree + 1];
    slots[from < to ? program.divided[from] & 0xff : 0] = -1;
    for (int i = from; i < to; i++) {
      int slot = program.divided[i] & 0xff;
      long right = slots[slot] & block.masks[program.condition[i]];
      slots[slot] ^= right;
      slots[program.filled[i] & 0xff] = right;
    }
  }

  /**
   * The rows whose leaf number has the highest bit are those of the upper half of the slots. Laid
   * upon the lower half, they show the next bit in the same way.
   */
  private void planes(int tree, Block block) {
    long[] slots = block.slots;
    int planes = program.planes[tree];
    Arrays.fill(slots, forest.leaves(tree), 1 << planes, 0);
    for (int p = planes - 1; p >= 0; p--) {
      int half = 1 << p;
      long plane = 0;
      for (int i = 0; i < half; i++) {
        long upper = slots[half + i];
        plane |= upper;
        slots[i] |= upper;
      }
      block.planes[p] = plane;
    }
  }

  /** As {@link #divide}, with masks of four longs: the program is read once for 256 rows. */
  private void divideFour(int tree, Block block) {
    long[] slots = block.slots;
    long[] masks = block.masks;
    int from = program.stepStart[tree];
    int to = program.stepStart[tree + 1];
    int root = from < to ? 4 * (program.divided[from] & 0xff) : 0;
    Arrays.fill(slots, root, root + 4, -1);
    for (int i = from; i < to; i++) {
      int s = 4 * (program.divided[i] & 0xff);
      int m = 4 * program.condition[i];
      int n = 4 * (program.filled[i] & 0xff);
      long right0 = slots[s] & masks[m];
      long right1 = slots[s + 1] & masks[m + 1];
      long right2 = slots[s + 2] & masks[m + 2];
      long right3 = slots[s + 3] & masks[m + 3];
      slots[s] ^= right0;
      slots[s + 1] ^= right1;
      slots[s + 2] ^= right2;
      slots[s + 3] ^= right3;
      slots[n] = right0;
      slots[n + 1] = right1;
      slots[n + 2] = right2;
      slots[n + 3] = right3;
    }
  }

  private void planesFour(int tree, Block block) {
    long[] slots = block.slots;
    int planes = program.planes[tree];
    Arrays.fill(slots, 4 * forest.leaves(tree), 4 << planes, 0);
    for (int p = planes - 1; p >= 0; p--) {
      int half = 4 << p;
      long plane0 = 0;
      long plane1 = 0;
      long plane2 = 0;
      long plane3 = 0;
      for (int i = 0; i < half; i += 4) {
        long upper0 = slots[half + i];
        long upper1 = slots[half + i + 1];
        long upper2 = slots[half + i + 2];
        long upper3 = slots[half + i + 3];
        plane0 |= upper0;
        plane1 |= upper1;
        plane2 |= upper2;
        plane3 |= upper3;
        slots[i] |= upper0;
        slots[i + 1] |= upper1;
        slots[i + 2] |= upper2;
        slots[i + 3] |= upper3;
      }
      block.planes[4 * p] = plane0;
      block.planes[4 * p + 1] = plane1;
      block.planes[4 * p + 2] = plane2;
      block.planes[4 * p + 3] = plane3;
    }
  }

  private void addUp(int tree, Block block) {
    int width = forest.leafWidth();
    int leaf = forest.leafStart()[tree] * width;
    int sum = forest.treeOutput()[tree] * Block.ROWS;
    boolean floats = forest.dialect() == Dialect.XGBOOST;
    for (int k = 0; k < width; k++) {
      if (floats) {
        addFloats(leaf + k, sum + k * Block.ROWS, block);
      } else {
        addDoubles(leaf + k, sum + k * Block.ROWS, block);
      }
    }
  }

  private void addDoubles(int leaf, int sum, Block block) {
    int width = forest.leafWidth();
    for (int r = 0; r < block.rows(); r++) {
      block.sums[sum + r] += leaves[leaf + width * (block.codes[r] & 0xff)];
    }
  }

  /** See {@link Dialect#add} for why the sum of two doubles will do. */
  private void addFloats(int leaf, int sum, Block block) {
    int width = forest.leafWidth();
    for (int r = 0; r < block.rows(); r++) {
      double value = leaves[leaf + width * (block.codes[r] & 0xff)];
      block.sums[sum + r] = (float) (block.sums[sum + r] + value);
    }
  }
}
