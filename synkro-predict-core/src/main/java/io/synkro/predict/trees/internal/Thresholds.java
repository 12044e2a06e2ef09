package io.synkro.predict.trees.internal;

import java.util.Arrays;

/**
 * Ascending thresholds, and a table that leads a value close to its rank: the range is divided into
 * buckets of equal width, and each bucket knows how many thresholds lie before it. Both the value
 * and the thresholds are put into buckets by the same arithmetic, which never decreases, so ranks
 * are exact whatever its rounding. Immutable.
 */
final class Thresholds {
  /** Numbers of thresholds are chars: more than this are left to binary search. */
  private static final int MAX_BUCKETED = Character.MAX_VALUE;

  /** Beyond this many thresholds a bucket is halved rather than gone through. */
  private static final int FEW = 4;

  /** Thresholds as ordered ints, and one more that no value exceeds. */
  private final int[] keys;

  private final int count;
  private final float origin;
  private final float scale;

  /** Thresholds before each bucket, and before the end. */
  private final char[] before;

  /**
   * @param ascending distinct thresholds, at least one, not NaN
   */
  Thresholds(float[] ascending) {
    this.count = ascending.length;
    this.keys = new int[count + 1];
    for (int i = 0; i < count; i++) {
      keys[i] = key(ascending[i]);
    }
    keys[count] = Integer.MAX_VALUE;
    int tail = count / 32; // outliers must not stretch the buckets
    this.origin = finite(ascending[tail]);
    float span = finite(ascending[count - 1 - tail]) - origin;
    int buckets = count > MAX_BUCKETED ? 0 : 4 * Integer.highestOneBit(count);
    this.before = new char[buckets + 1];
    this.scale = span > 0 ? buckets / span : 0;
    int next = 0;
    for (int b = 0; b < buckets; b++) {
      before[b] = (char) next;
      while (next < count && bucket(ascending[next]) == b) {
        next++;
      }
    }
    before[buckets] = (char) next;
  }

  private static float finite(float value) {
    return Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value));
  }

  private int bucket(float value) {
    return Math.max(0, Math.min((int) ((value - origin) * scale), before.length - 2));
  }

  /** Maps floats to ints of the same order; both zeros are one. Not for NaN. */
  private static int key(float value) {
    int bits = Float.floatToRawIntBits(value + 0.0f);
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  int size() {
    return count;
  }

  /** Returns the position of a threshold. */
  int position(float threshold) {
    return Arrays.binarySearch(keys, 0, count, key(threshold));
  }

  /** Returns how many thresholds are below a value that is not NaN. */
  int below(float value) {
    int key = key(value);
    int from = 0;
    int to = count;
    if (before.length > 1) {
      int bucket = bucket(value);
      from = before[bucket];
      to = before[bucket + 1];
    }
    while (to - from > FEW) {
      int middle = (from + to) >>> 1;
      if (keys[middle] < key) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    from += isBelow(from, key); // without a branch, since no processor could guess it
    from += isBelow(from, key);
    while (keys[from] < key) {
      from++;
    }
    return from;
  }

  private int isBelow(int at, int key) {
    return (int) ((keys[at] - (long) key) >>> 63);
  }
}
