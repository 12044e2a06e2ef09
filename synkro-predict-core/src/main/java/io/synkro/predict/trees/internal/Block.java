package io.synkro.predict.trees.internal;

/**
 * Memory to score a block of rows in: for one thread at a time, and for as many blocks as there
 * are.
 */
final class Block {
  /** Most rows of a block: masks of four longs. */
  static final int ROWS = 256;

  /** Most rows of a block whose masks are one long. */
  static final int FEW_ROWS = 64;

  /** Values of a column. */
  final float[] values = new float[ROWS];

  /** For each condition the rows for which it holds, {@link #words} longs each. */
  final long[] masks;

  /** The rows that reach the places of a tree, {@link #words} longs each. */
  final long[] slots;

  /** The bits of the rows' leaf numbers, lowest first, {@link #words} longs each. */
  final long[] planes;

  /** The rows' leaf numbers. */
  final byte[] codes = new byte[ROWS];

  /** The rows of each rank of a column; zero between columns. */
  final long[] ranks;

  /** Bits of categories, 64 rows of longs. */
  final long[][] squares;

  /** The sums so far, shape {@code [outputs][ROWS]}. */
  final double[] sums;

  private final int capacity;
  private int rows;
  private int words;

  /** Makes memory for blocks of up to {@link #FEW_ROWS} rows, or up to {@link #ROWS}. */
  Block(Conditions conditions, int outputs, int mostLeaves, boolean few) {
    this.capacity = few ? FEW_ROWS : ROWS;
    int most = capacity / 64;
    this.masks = new long[Math.multiplyExact(conditions.size, most)];
    this.slots = new long[roundedUp(mostLeaves) * most];
    this.planes = new long[8 * most];
    int thresholds = conditions.numbers.stream().mapToInt(NumberColumn::thresholds).max().orElse(0);
    this.ranks = new long[(thresholds + 2) * most];
    int categoryWords = conditions.categories.stream().mapToInt(c -> c.words).max().orElse(0);
    this.squares = new long[64][categoryWords];
    this.sums = new double[outputs * ROWS];
  }

  /** The power of two that bits can count to. */
  private static int roundedUp(int leaves) {
    return leaves <= 1 ? 1 : 2 * Integer.highestOneBit(leaves - 1);
  }

  /** Makes the block one of so many rows, at most its capacity. */
  void begin(int newRows) {
    this.rows = newRows;
    this.words = newRows <= FEW_ROWS ? 1 : ROWS / 64;
  }

  int capacity() {
    return capacity;
  }

  int rows() {
    return rows;
  }

  int words() {
    return words;
  }

  /** Copies the sums, row after row. */
  void collect(int outputs, double[] target, int first) {
    for (int k = 0; k < outputs; k++) {
      int at = first + k;
      for (int r = 0; r < rows; r++, at += outputs) {
        target[at] = sums[k * ROWS + r];
      }
    }
  }
}
