package io.synkro.predict.trees.internal;

/**
 * Memory to score a block of rows in: for one thread at a time, and for as many blocks as there
 * are.
 */
final class Block {
  /** Most rows of a block. */
  static final int ROWS = 256;

  /** Longs of a mask for a full block. */
  static final int WORDS = ROWS / 64;

  /** Values of a column. */
  final float[] values = new float[ROWS];

  /** For each condition the rows for which it holds, {@link #words} longs each. */
  final long[] masks;

  /** The rows that reach the places of a tree, {@link #words} longs each. */
  final long[] slots;

  /** The bits of the rows' leaf numbers, lowest first, {@link #words} longs each. */
  final long[] planes = new long[8 * WORDS];

  /** The rows' leaf numbers. */
  final byte[] codes = new byte[ROWS];

  /** The rows of each rank of a column; zero between columns. */
  final long[] ranks;

  /** Bits of categories, 64 rows of longs. */
  final long[][] squares;

  /** The sums so far, shape {@code [outputs][ROWS]}. */
  final double[] sums;

  private int rows;
  private int words;

  Block(Conditions conditions, int outputs, int mostLeaves) {
    this.masks = new long[conditions.size * WORDS];
    this.slots = new long[mostLeaves * WORDS];
    int thresholds = conditions.numbers.stream().mapToInt(NumberColumn::thresholds).max().orElse(0);
    this.ranks = new long[(thresholds + 2) * WORDS];
    int categoryWords = conditions.categories.stream().mapToInt(c -> c.words).max().orElse(0);
    this.squares = new long[64][categoryWords];
    this.sums = new double[outputs * ROWS];
  }

  /** Makes the block one of up to {@link #ROWS} rows: masks of one long up to 64, else of four. */
  void begin(int newRows) {
    this.rows = newRows;
    this.words = newRows <= 64 ? 1 : WORDS;
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
