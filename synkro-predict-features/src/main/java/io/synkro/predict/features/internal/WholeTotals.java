package io.synkro.predict.features.internal;

import java.util.Arrays;

/**
 * Whole numbers from two bytes each, with running totals. A sum of whole numbers has no rounding
 * error in whatever order it is added up, so that the difference of two totals has the bits of
 * {@link WindowSums}. Not safe for use by many threads.
 */
public final class WholeTotals {
  /** The code of a missing value; every other one is the number itself. */
  public static final int MISSING = 0xffff;

  private float[] values = new float[0];

  /** Totals before each position; they may overflow, but no difference over a window does. */
  private final int[] totals;

  /** How many values are missing before each position; not filled while {@link #complete}. */
  private final int[] gaps;

  private int end;
  private boolean complete = true;

  /**
   * Creates totals of nothing.
   *
   * @param capacity most numbers that there will be
   */
  public WholeTotals(int capacity) {
    this.totals = new int[capacity + 1];
    this.gaps = new int[capacity + 1];
  }

  /**
   * Forgets all numbers.
   *
   * @param target where the next ones are put, from its begin on
   */
  public void begin(float[] target) {
    values = target;
    end = 0;
    complete = true;
  }

  /**
   * Puts numbers after the last one.
   *
   * @param codes numbers without a sign, or {@link #MISSING}
   * @param from position of the first one
   * @param count how many
   */
  public void add(short[] codes, int from, int count) {
    float[] to = values;
    int[] sums = totals;
    int at = end;
    int total = sums[at];
    int largest = 0;
    for (int i = 0; i < count; i++) {
      int whole = codes[from + i] & 0xffff;
      largest = Math.max(largest, whole);
      to[at + i] = whole;
      total += whole;
      sums[at + i + 1] = total;
    }
    end = at + count;
    if (!complete || largest == MISSING) {
      takeOutMissing(at);
    }
  }

  /**
   * Returns for how many numbers there is room.
   *
   * @return the most
   */
  public int capacity() {
    return totals.length - 1;
  }

  /** Apart from the loop over all numbers, which is rarely followed by this one. */
  private void takeOutMissing(int from) {
    if (complete) {
      Arrays.fill(gaps, 0, from + 1, 0);
      complete = false;
    }
    int missing = gaps[from];
    for (int i = from; i < end; i++) {
      if (values[i] == MISSING) {
        values[i] = Float.NaN;
        missing++;
      }
      gaps[i + 1] = missing;
      totals[i + 1] -= (missing - gaps[from]) * MISSING;
    }
  }

  /** Whether the values of an array before a position are numbers of this. */
  boolean hold(float[] array, int before) {
    return array == values && before <= end;
  }

  /** The sum of the observed numbers of a window, at most {@link Window#MAX_LOOKBACK} of them. */
  int sum(int from, int to) {
    return totals[to] - totals[from];
  }

  /** The sum of the squares of numbers of which none is missing. */
  long squares(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      int value = totals[i + 1] - totals[i];
      sum += (long) value * value;
    }
    return sum;
  }

  /** How many numbers of a window are missing. */
  int missing(int from, int to) {
    return complete ? 0 : gaps[to] - gaps[from];
  }
}
