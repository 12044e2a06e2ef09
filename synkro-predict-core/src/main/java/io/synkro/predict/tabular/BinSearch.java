package io.synkro.predict.tabular;

/**
 * Finds the bin of a value: a table of the floats, cut by their first bits, tells where to begin,
 * and from there it is seldom more than a step. Immutable.
 */
final class BinSearch {
  private static final int CELLS = 2048;

  /** Turns the bits of a negative float around, so that whole numbers rise like the floats. */
  private static final int ALL_BUT_SIGN = 0x7fffffff;

  private final float[] uppers;
  private final int last;
  private final long base;
  private final long top;
  private final int shift;

  /** For each cell the bin of the smallest float in it. */
  private final byte[] first = new byte[CELLS];

  BinSearch(float[] uppers) {
    this.uppers = uppers;
    this.last = uppers.length - 1;
    this.base = last == 0 ? 0 : key(uppers[0]);
    this.top = last == 0 ? 0 : key(uppers[last - 1]);
    int bits = Long.SIZE - Long.numberOfLeadingZeros(top - base);
    this.shift = Math.max(0, bits - (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(CELLS)));
    int bin = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      while (bin < last && key(uppers[bin]) < base + ((long) cell << shift)) {
        bin++;
      }
      first[cell] = (byte) bin;
    }
  }

  private static int key(float value) {
    int bits = Float.floatToRawIntBits(value + 0f); // no negative zero
    return bits ^ (bits >> 31 & ALL_BUT_SIGN);
  }

  /** Returns the first bin whose end is not below a value, which is not above the last end. */
  int of(float value) {
    long key = key(value);
    if (key > top) {
      return last;
    }
    int bin = key <= base ? 0 : first[(int) ((key - base) >>> shift)] & 0xff;
    while (uppers[bin] < value) {
      bin++;
    }
    return bin;
  }
}
