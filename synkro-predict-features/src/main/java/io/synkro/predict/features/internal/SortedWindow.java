package io.synkro.predict.features.internal;

import java.util.Arrays;

/**
 * The observed values of the window that was sorted last: several quantiles are read from one
 * window. Not safe for use by many threads.
 */
final class SortedWindow {
  private float[] sorted = new float[0];
  private int count;
  private int size; // 0 if nothing is sorted
  private int stride;
  private int end;
  private float[] of = new float[0];

  void forget() {
    size = 0;
  }

  /** Sorts the window that ends before a position, unless it was the last one. */
  void sort(float[] values, int newEnd, Window window) {
    if (size == window.size() && stride == window.stride() && end == newEnd && of == values) {
      return;
    }
    size = window.size();
    stride = window.stride();
    end = newEnd;
    of = values;
    if (sorted.length < size) {
      sorted = new float[size];
    }
    count = 0;
    for (int k = 0; k < size; k++) {
      float value = values[end - 1 - k * stride];
      if (!Float.isNaN(value)) {
        sorted[count++] = value;
      }
    }
    Arrays.sort(sorted, 0, count);
  }

  int count() {
    return count;
  }

  float quantile(double level) {
    return SortedWindows.quantile(sorted, count, level);
  }
}
