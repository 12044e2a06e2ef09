package io.synkro.predict.features.offline.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the last value of a range that is at most a limit, in logarithmic time: above the values
 * lie the minima of 16 of them each, above those the minima of 16 minima, and so on. Immutable.
 */
final class LastAtMost {
  private static final int SHIFT = 4;
  private static final int WIDTH = 1 << SHIFT;

  private final List<long[]> levels = new ArrayList<>();

  /**
   * Creates the search.
   *
   * @param values not copied
   */
  LastAtMost(long[] values) {
    long[] level = values;
    levels.add(level);
    while (level.length > WIDTH) {
      level = minima(level);
      levels.add(level);
    }
  }

  private static long[] minima(long[] values) {
    long[] minima = new long[(values.length + WIDTH - 1) >> SHIFT];
    for (int block = 0; block < minima.length; block++) {
      long least = Long.MAX_VALUE;
      int end = Math.min(values.length, (block + 1) << SHIFT);
      for (int i = block << SHIFT; i < end; i++) {
        least = Math.min(least, values[i]);
      }
      minima[block] = least;
    }
    return minima;
  }

  /** Returns the greatest position from {@code from} to {@code to - 1} with such a value, or -1. */
  int find(int from, int to, long limit) {
    if (to <= from) {
      return -1;
    }
    int end = to;
    for (int level = 0; end > 0; level++) {
      long[] values = levels.get(level);
      int begin = (end - 1) & -WIDTH;
      for (int i = end - 1; i >= begin; i--) {
        if (values[i] <= limit) {
          int found = descend(level, i, limit);
          return found < from ? -1 : found;
        }
      }
      if ((long) begin << (level * SHIFT) <= from) {
        return -1;
      }
      end = begin >> SHIFT;
    }
    return -1;
  }

  private int descend(int level, int position, long limit) {
    int at = position;
    for (int below = level - 1; below >= 0; below--) {
      long[] values = levels.get(below);
      int i = Math.min(values.length, (at + 1) << SHIFT) - 1;
      while (values[i] > limit) {
        i--;
      }
      at = i;
    }
    return at;
  }
}
