package io.synkro.predict.features.internal;

import java.util.Arrays;

/**
 * The observed values of one window, kept sorted while it slides along a series: memory for one
 * window, whatever the length of the series. Not safe for use by many threads.
 */
final class SlidingOrder {
  private final float[] values;
  private final int first;
  private final float[] sorted;
  private int count;

  /** Begins before the first value of a series, which lies at a position of the array. */
  SlidingOrder(ChannelBuffer in, int size) {
    this.values = in.values();
    this.first = in.pad();
    this.sorted = new float[size];
  }

  /** Takes in the value of a step, the one after that of the last call. */
  void moveTo(int t) {
    if (t >= sorted.length && !Float.isNaN(values[first + t - sorted.length])) {
      remove(values[first + t - sorted.length]);
    }
    if (!Float.isNaN(values[first + t])) {
      add(values[first + t]);
    }
  }

  private void add(float value) {
    int found = Arrays.binarySearch(sorted, 0, count, value);
    int at = found < 0 ? -found - 1 : found;
    System.arraycopy(sorted, at, sorted, at + 1, count - at);
    sorted[at] = value;
    count++;
  }

  private void remove(float value) {
    int at = Arrays.binarySearch(sorted, 0, count, value);
    count--;
    System.arraycopy(sorted, at + 1, sorted, at, count - at);
  }

  /** How many values of the window were observed. */
  int count() {
    return count;
  }

  float quantile(double level) {
    return SortedWindows.quantile(sorted, count, level);
  }
}
