package io.synkro.predict.trees.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Turns rows of bits into columns. Stateless. */
final class BitSquare {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** For plane p and byte b, at 256 p + b: a long whose byte i has bit p set if b has bit i set. */
  private static final long[] SPREAD = spread();

  private BitSquare() {}

  private static long[] spread() {
    long[] table = new long[8 * 256];
    for (int p = 0; p < 8; p++) {
      for (int b = 0; b < 256; b++) {
        for (int i = 0; i < 8; i++) {
          table[256 * p + b] |= (long) (b >> i & 1) << (8 * i + p);
        }
      }
    }
    return table;
  }

  /** Turns the planes of 64 rows into a byte for each row. */
  static void codes(Block block, int word, int planes) {
    long c0 = 0;
    long c1 = 0;
    long c2 = 0;
    long c3 = 0;
    long c4 = 0;
    long c5 = 0;
    long c6 = 0;
    long c7 = 0;
    for (int p = 0; p < planes; p++) {
      long plane = block.planes[p * block.words() + word];
      int table = 256 * p;
      c0 |= SPREAD[table + (int) (plane & 255)];
      c1 |= SPREAD[table + (int) (plane >>> 8 & 255)];
      c2 |= SPREAD[table + (int) (plane >>> 16 & 255)];
      c3 |= SPREAD[table + (int) (plane >>> 24 & 255)];
      c4 |= SPREAD[table + (int) (plane >>> 32 & 255)];
      c5 |= SPREAD[table + (int) (plane >>> 40 & 255)];
      c6 |= SPREAD[table + (int) (plane >>> 48 & 255)];
      c7 |= SPREAD[table + (int) (plane >>> 56)];
    }
    int at = 64 * word;
    LONGS.set(block.codes, at, c0);
    LONGS.set(block.codes, at + 8, c1);
    LONGS.set(block.codes, at + 16, c2);
    LONGS.set(block.codes, at + 24, c3);
    LONGS.set(block.codes, at + 32, c4);
    LONGS.set(block.codes, at + 40, c5);
    LONGS.set(block.codes, at + 48, c6);
    LONGS.set(block.codes, at + 56, c7);
  }

  /**
   * Transposes squares of 64 by 64 bits: in square {@code c}, which is {@code rows[0][c]} to {@code
   * rows[63][c]}, bit j of long i changes places with bit i of long j. Source: Warren 2013,
   * Hacker's Delight, 2nd edition, section 7-3. Each step is a plain loop over the squares, which
   * the just-in-time compiler turns into vector instructions.
   */
  static void transpose(long[][] rows, int squares) {
    long mask = 0x00000000FFFFFFFFL;
    for (int width = 32; width != 0; width >>= 1, mask ^= mask << width) {
      for (int k = 0; k < 64; k = (k + width + 1) & ~width) {
        swap(rows[k], rows[k + width], width, mask, squares);
      }
    }
  }

  private static void swap(long[] low, long[] high, int width, long mask, int squares) {
    for (int c = 0; c < squares; c++) {
      long moved = (low[c] >>> width ^ high[c]) & mask;
      low[c] ^= moved << width;
      high[c] ^= moved;
    }
  }
}
