package io.synkro.predict.trees.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Turns rows of bits into columns. Stateless. */
final class BitSquare {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** For a plane p and a byte b: a long whose byte i has bit p set if b has bit i set. */
  private static final long[] SPREAD = spread();

  private BitSquare() {}

  private static long[] spread() {
    long[] table = new long[8 * 256];
    for (int p = 0; p < 8; p++) {
      for (int b = 0; b < 256; b++) {
        for (int i = 0; i < 8; i++) {
          table[p * 256 + b] |= (long) (b >> i & 1) << (8 * i + p);
        }
      }
    }
    return table;
  }

  /** Turns the planes of 64 rows into a byte for each row. */
  static void codes(long[] planes, int word, int words, int count, byte[] codes, int at) {
    long c0 = 0;
    long c1 = 0;
    long c2 = 0;
    long c3 = 0;
    long c4 = 0;
    long c5 = 0;
    long c6 = 0;
    long c7 = 0;
    for (int p = 0; p < count; p++) {
      long plane = planes[p * words + word];
      int table = p * 256;
      c0 |= SPREAD[table + (int) (plane & 255)];
      c1 |= SPREAD[table + (int) (plane >>> 8 & 255)];
      c2 |= SPREAD[table + (int) (plane >>> 16 & 255)];
      c3 |= SPREAD[table + (int) (plane >>> 24 & 255)];
      c4 |= SPREAD[table + (int) (plane >>> 32 & 255)];
      c5 |= SPREAD[table + (int) (plane >>> 40 & 255)];
      c6 |= SPREAD[table + (int) (plane >>> 48 & 255)];
      c7 |= SPREAD[table + (int) (plane >>> 56)];
    }
    LONGS.set(codes, at, c0);
    LONGS.set(codes, at + 8, c1);
    LONGS.set(codes, at + 16, c2);
    LONGS.set(codes, at + 24, c3);
    LONGS.set(codes, at + 32, c4);
    LONGS.set(codes, at + 40, c5);
    LONGS.set(codes, at + 48, c6);
    LONGS.set(codes, at + 56, c7);
  }

  /**
   * Transposes 64 by 64 bits in place: bit j of long i becomes bit i of long j. Source: Warren
   * 2013, Hacker's Delight, 2nd edition, section 7-3.
   */
  static void transpose(long[][] squares, int size) {
    long mask = 0x00000000FFFFFFFFL;
    for (int width = 32; width != 0; width >>= 1, mask ^= mask << width) {
      for (int k = 0; k < 64; k = (k + width + 1) & ~width) {
        swap(squares[k], squares[k + width], width, mask, size);
      }
    }
  }

  private static void swap(long[] a, long[] b, int width, long mask, int size) {
    for (int i = 0; i < size; i++) {
      long swap = (a[i] >>> width ^ b[i]) & mask;
      a[i] ^= swap << width;
      b[i] ^= swap;
    }
  }
}
