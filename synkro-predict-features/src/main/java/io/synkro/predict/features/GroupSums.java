package io.synkro.predict.features;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * Sums of a group, step by step, in whole numbers of 2⁻²⁰ of a unit with 128 bits: whole numbers
 * add up to the same bits in any order, so a group is the same whether its series come one after
 * another, as in a panel, or as they report and are corrected. A step is missing as long as one of
 * its values is 2⁷⁵ units (4·10²²) or more. Not safe for use by many threads.
 */
final class GroupSums {
  /** About a millionth. */
  private static final double PARTS = 1 << 20;

  /** So many parts, taken two billion times, fit into 127 bits. */
  private static final double LARGEST = 0x1p95;

  /** A number of parts below this fits into one long. */
  private static final double LARGEST_LONG = 0x1p62;

  private final long[] highs;
  private final long[] lows;
  private final int[] counts;

  /** How many of the values are too large to be added. */
  private final int[] large;

  GroupSums(int steps) {
    this.highs = new long[steps];
    this.lows = new long[steps];
    this.counts = new int[steps];
    this.large = new int[steps];
  }

  /** Adds a value of one more series, if it is not missing. */
  void add(int step, float value) {
    change(step, value, 1);
  }

  /** Takes a value away that was added before. */
  void remove(int step, float value) {
    change(step, value, -1);
  }

  private void change(int step, float value, int sign) {
    if (Float.isNaN(value)) {
      return;
    }
    counts[step] += sign;
    double parts = value * PARTS; // a power of two: exact
    if (Math.abs(parts) >= LARGEST) {
      large[step] += sign;
    } else if (Math.abs(parts) < LARGEST_LONG) {
      long low = sign * Math.round(parts);
      add(step, low >> 63, low);
    } else {
      BigInteger whole = new BigDecimal(sign * parts).toBigIntegerExact();
      add(step, whole.shiftRight(64).longValueExact(), whole.longValue());
    }
  }

  private void add(int step, long high, long low) {
    long sum = lows[step] + low;
    int carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    lows[step] = sum;
    highs[step] += high + carry;
  }

  /** Forgets a step, so that it may stand for a later one. */
  void clear(int step) {
    highs[step] = 0;
    lows[step] = 0;
    counts[step] = 0;
    large[step] = 0;
  }

  /** The sum or mean of a step; NaN if no series was observed. */
  float value(int step, boolean mean) {
    int count = counts[step];
    if (count <= 0 || large[step] > 0) {
      return Float.NaN;
    }
    double sum = parts(highs[step], lows[step]) / PARTS;
    return (float) (mean ? sum / count : sum);
  }

  private static double parts(long high, long low) {
    return high == low >> 63 ? low : high * 0x1p64 + (low >>> 1) * 2.0;
  }

  /** Bytes that {@link #write} takes. */
  int bytes() {
    return 2 * (Long.BYTES + Integer.BYTES) * counts.length;
  }

  void write(ByteBuffer out) {
    for (int i = 0; i < counts.length; i++) {
      out.putLong(highs[i]).putLong(lows[i]).putInt(counts[i]).putInt(large[i]);
    }
  }

  /** Takes over what was written of as many steps. */
  void read(ByteBuffer in) {
    for (int i = 0; i < counts.length; i++) {
      highs[i] = in.getLong();
      lows[i] = in.getLong();
      counts[i] = in.getInt();
      large[i] = in.getInt();
    }
  }
}
