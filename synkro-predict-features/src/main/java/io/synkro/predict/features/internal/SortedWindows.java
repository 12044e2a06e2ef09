package io.synkro.predict.features.internal;

import java.util.Arrays;

/**
 * The observed values of every window of a series, sorted: each window is made from the one before
 * by moving the values between the one that leaves and the one that comes. All quantiles of a
 * window are read from here.
 */
final class SortedWindows {
  private float[] rows = new float[0];
  private int[] counts = new int[0];
  private int size;
  private int known; // size of the window that the rows hold, 0 for none

  void clear() {
    known = 0;
  }

  void prepare(ChannelBuffer in, Window window) {
    if (known == window.size()) {
      return;
    }
    size = window.size();
    known = size;
    if (rows.length < in.length() * size) {
      rows = new float[in.length() * size];
    }
    if (counts.length < in.length()) {
      counts = new int[in.length()];
    }
    int count = 0;
    for (int t = 0; t < in.length(); t++) {
      int row = t * size;
      if (t > 0) {
        System.arraycopy(rows, row - size, rows, row, count);
      }
      count = move(in.value(t - size), in.value(t), row, count);
      counts[t] = count;
    }
  }

  /** Puts one value in the place of another in a sorted row; either may be missing. */
  private int move(float old, float young, int row, int count) {
    int left = count;
    int hole;
    if (Float.isNaN(old)) {
      hole = row + left;
      left += Float.isNaN(young) ? 0 : 1;
    } else {
      hole = Arrays.binarySearch(rows, row, row + left, old);
    }
    if (Float.isNaN(young)) {
      if (!Float.isNaN(old)) {
        System.arraycopy(rows, hole + 1, rows, hole, row + left - hole - 1);
        left--;
      }
      return left;
    }
    while (hole > row && rows[hole - 1] > young) {
      rows[hole] = rows[hole - 1];
      hole--;
    }
    while (hole + 1 < row + left && rows[hole + 1] < young) {
      rows[hole] = rows[hole + 1];
      hole++;
    }
    rows[hole] = young;
    return left;
  }

  int count(int t) {
    return counts[t];
  }

  /**
   * The quantile of the window that ends at a step, by {@link #quantile(float[], int, int,
   * double)}.
   */
  float quantile(int t, double level) {
    return quantile(rows, t * size, counts[t], level);
  }

  /**
   * Linear interpolation between order statistics: definition 7 of Hyndman &amp; Fan (1996), <a
   * href="https://doi.org/10.2307/2684934">doi:10.2307/2684934</a>.
   */
  static float quantile(float[] sorted, int from, int count, double level) {
    double position = (count - 1) * level;
    int below = (int) position;
    float low = sorted[from + below];
    if (below + 1 >= count) {
      return low;
    }
    return (float) (low + (position - below) * ((double) sorted[from + below + 1] - low));
  }
}
