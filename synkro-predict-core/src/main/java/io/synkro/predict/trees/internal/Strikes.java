package io.synkro.predict.trees.internal;

import java.util.Arrays;

/**
 * What the nodes of each condition strike out in {@link MaskKernel}: a run of leaves in a word of
 * bits, packed into an int. Immutable.
 */
final class Strikes {
  /** Words are counted in 20 bits; 6 bits each are left for how many leaves and the first one. */
  static final int MAX_WORDS = 1 << 20;

  private static final int WORD = 12;
  private static final int RUN = (1 << WORD) - 1;

  /** What a run leaves of a word. Reading it here is faster than shifting by two amounts. */
  private static final long[] LEFT = left();

  /** Where the strikes of each condition begin, and the number of all. */
  final int[] start;

  private final int[] packed;

  Strikes(Forest forest, Conditions conditions, LeafOrder order, int[] wordStart) {
    this.start = new int[conditions.size + 1];
    for (int n = 0; n < conditions.ofNode.length; n++) {
      start[conditions.ofNode[n] + 1] += ((order.to[n] - 1) >> 6) - (order.from[n] >> 6) + 1;
    }
    for (int c = 0; c < conditions.size; c++) {
      start[c + 1] += start[c];
    }
    this.packed = new int[start[conditions.size]];
    int[] next = start.clone();
    for (int t = 0; t < forest.trees(); t++) {
      for (int n = forest.nodeStart()[t]; n < forest.nodeStart()[t + 1]; n++) {
        for (int from = order.from[n]; from < order.to[n]; from = (from | 63) + 1) {
          int to = Math.min(order.to[n], (from | 63) + 1);
          int word = wordStart[t] + (from >> 6);
          packed[next[conditions.ofNode[n]]++] = packed(word, from & 63, to - from);
        }
      }
    }
  }

  private static int packed(int word, int first, int leaves) {
    return (word << WORD) | (leaves & 63) << 6 | first; // 64 leaves are written as 0
  }

  private static long[] left() {
    long[] table = new long[1 << WORD];
    for (int run = 0; run < table.length; run++) {
      int leaves = run >> 6 == 0 ? 64 : run >> 6;
      table[run] = ~(-1L >>> (64 - leaves) << run);
    }
    return table;
  }

  /** Returns the strikes number {@code from} to {@code to}. */
  int[] copy(int from, int to) {
    return Arrays.copyOfRange(packed, from, to);
  }

  /** Carries out the strikes number {@code from} to {@code to}. */
  void strike(int from, int to, long[] alive) {
    strike(packed, from, to, alive);
  }

  static void strike(int[] packed, int from, int to, long[] alive) {
    for (int i = from; i < to; i++) {
      int strike = packed[i];
      alive[strike >>> WORD] &= LEFT[strike & RUN];
    }
  }
}
