package io.synkro.predict.features;

import java.nio.ByteBuffer;

/**
 * Sums of a group, step by step, in whole numbers of 2⁻²⁰ of a unit: whole numbers add up to the
 * same bits in any order, so a group is the same whether its series come one after another, as in a
 * panel, or as they report. A sum of 8·10¹² units and more is missing. Not safe for use by many
 * threads.
 */
final class GroupSums {
  /** About a millionth. */
  private static final double PARTS = 1 << 20;

  private static final double LARGEST = Long.MAX_VALUE / PARTS;
  private static final int OVERFLOWN = Integer.MIN_VALUE;

  private final long[] sums;
  private final int[] counts;

  GroupSums(int steps) {
    this.sums = new long[steps];
    this.counts = new int[steps];
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
    if (Float.isNaN(value) || counts[step] == OVERFLOWN) {
      return;
    }
    long parts = Math.round(value * PARTS);
    long sum = sums[step] + sign * parts;
    boolean overflow =
        Math.abs(value) >= LARGEST || ((sums[step] ^ sum) & (sign * parts ^ sum)) < 0;
    sums[step] = sum;
    counts[step] = overflow ? OVERFLOWN : counts[step] + sign;
  }

  /** Forgets a step, so that it may stand for a later one. */
  void clear(int step) {
    sums[step] = 0;
    counts[step] = 0;
  }

  /** The sum or mean of a step; NaN if no series was observed. */
  float value(int step, boolean mean) {
    int count = counts[step];
    if (count <= 0) {
      return Float.NaN;
    }
    double sum = sums[step] / PARTS;
    return (float) (mean ? sum / count : sum);
  }

  /** Bytes that {@link #write} takes. */
  int bytes() {
    return (Long.BYTES + Integer.BYTES) * sums.length;
  }

  void write(ByteBuffer out) {
    for (int i = 0; i < sums.length; i++) {
      out.putLong(sums[i]).putInt(counts[i]);
    }
  }

  /** Takes over what was written of as many steps. */
  void read(ByteBuffer in) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = in.getLong();
      counts[i] = in.getInt();
    }
  }
}
