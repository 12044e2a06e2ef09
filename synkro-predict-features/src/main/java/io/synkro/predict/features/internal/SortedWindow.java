package io.synkro.predict.features.internal;

import java.util.Arrays;

/**
 * The observed values of the window that was sorted last: several quantiles are read from one
 * window. Not safe for use by many threads.
 */
final class SortedWindow {
  /** Windows of more values are sorted by comparing as many of them as necessary. */
  private static final int LARGEST_NETWORK = 64;

  private short[][] networks = {};
  private int[] keys = new int[0];
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
      keys = new int[size];
      sorted = new float[size];
    }
    for (int k = 0; k < size; k++) {
      keys[k] = SortKeys.of(values[end - 1 - k * stride]);
    }
    if (size <= LARGEST_NETWORK) {
      apply(network(size), keys);
    } else {
      Arrays.sort(keys, 0, size);
    }
    count = 0;
    for (int k = 0; k < size; k++) {
      sorted[k] = SortKeys.value(keys[k]);
      count += keys[k] <= SortKeys.LARGEST ? 1 : 0;
    }
  }

  private static void apply(short[] network, int[] keys) {
    for (short pair : network) {
      int low = pair >> 8;
      int high = pair & 0xff;
      int a = keys[low];
      int b = keys[high];
      keys[low] = Math.min(a, b);
      keys[high] = Math.max(a, b);
    }
  }

  private short[] network(int length) {
    if (networks.length <= length) {
      int made = networks.length;
      networks = Arrays.copyOf(networks, length + 1);
      for (int each = made; each <= length; each++) {
        networks[each] = mergeExchange(each);
      }
    }
    return networks[length];
  }

  /**
   * The places that Batcher's merge exchange compares, whatever the values are: Knuth (1998), The
   * Art of Computer Programming, volume 3, algorithm 5.2.2M.
   */
  private static short[] mergeExchange(int length) {
    short[] pairs = new short[length * length];
    int made = 0;
    int top = Integer.highestOneBit(Math.max(1, length - 1));
    for (int p = top; p > 0; p /= 2) {
      int r = 0;
      int d = p;
      for (int q = top; ; q /= 2) {
        for (int i = 0; i < length - d; i++) {
          if ((i & p) == r) {
            pairs[made++] = (short) (i << 8 | i + d);
          }
        }
        if (q == p) {
          break;
        }
        d = q - p;
        r = p;
      }
    }
    return Arrays.copyOf(pairs, made);
  }

  int count() {
    return count;
  }

  float quantile(double level) {
    return SortedWindows.quantile(sorted, count, level);
  }
}
