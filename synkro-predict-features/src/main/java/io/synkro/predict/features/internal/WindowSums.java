package io.synkro.predict.features.internal;

import io.synkro.predict.tabular.History;

/**
 * Sums over windows. A running sum would carry the rounding errors of values that have long left
 * the window, and so depend on where a history begins. Here a sum is a function of the values in
 * the window alone: those of short windows are added from the oldest to the newest, those of long
 * ones by {@link TiledSums}. Adding the missing values as zeros changes no bit. Stateless.
 */
final class WindowSums {
  /** Windows of more values than this are added up in tiles. */
  static final int LONGEST_DIRECT = TiledSums.TILE;

  private WindowSums() {}

  static boolean isTiled(int size, int stride) {
    return stride == 1 && size > LONGEST_DIRECT;
  }

  /** The sum of the window that ends at the newest value of a history. */
  static double of(History history, int size, int stride) {
    if (isTiled(size, stride)) {
      return TiledSums.of(history, size);
    }
    double sum = 0;
    for (int k = size - 1; k >= 0; k--) {
      float value = history.back(1 + k * stride);
      sum += Float.isNaN(value) ? 0 : value;
    }
    return sum;
  }

  /** How many values of the window that ends at the newest value of a history were observed. */
  static int count(History history, int size, int stride) {
    int count = 0;
    for (int k = 0; k < size; k++) {
      count += Float.isNaN(history.back(1 + k * stride)) ? 0 : 1;
    }
    return count;
  }

  /**
   * Sums of the windows that end at each step; {@code values} are 0 in the pad. Every loop runs
   * over the steps, so that the machine adds eight windows at once.
   */
  static void direct(ChannelBuffer in, double[] values, Window window, double[] sums) {
    int size = window.size();
    int stride = window.stride();
    int steps = in.length();
    int oldest = in.pad() - (size - 1) * stride;
    System.arraycopy(values, oldest, sums, 0, steps);
    int k = 1;
    for (; k + 3 < size; k += 4) {
      int a = oldest + k * stride;
      add4(values, a, stride, sums, steps);
    }
    for (; k < size; k++) {
      int a = oldest + k * stride;
      for (int t = 0; t < steps; t++) {
        sums[t] += values[a + t];
      }
    }
  }

  private static void add4(double[] values, int a, int stride, double[] sums, int steps) {
    int b = a + stride;
    int c = b + stride;
    int d = c + stride;
    for (int t = 0; t < steps; t++) {
      sums[t] = sums[t] + values[a + t] + values[b + t] + values[c + t] + values[d + t];
    }
  }
}
