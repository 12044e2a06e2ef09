package io.synkro.predict.examples.report;

import java.util.stream.IntStream;

/**
 * Chooses the points of a long line that its picture needs: the lowest and highest of every few, so
 * that peaks stay.
 */
final class Thinning {
  private Thinning() {}

  /** Ascending indexes of at most about {@code atMost} points. */
  static int[] keep(double[] values, int atMost) {
    int n = values.length;
    if (n <= atMost) {
      return IntStream.range(0, n).toArray();
    }
    int bucket = (int) Math.ceil(2.0 * n / atMost);
    IntStream.Builder kept = IntStream.builder();
    for (int from = 0; from < n; from += bucket) {
      int low = from;
      int high = from;
      for (int i = from; i < Math.min(n, from + bucket); i++) {
        low = values[i] < values[low] || Double.isNaN(values[low]) ? i : low;
        high = values[i] > values[high] || Double.isNaN(values[high]) ? i : high;
      }
      kept.add(Math.min(low, high));
      if (low != high) {
        kept.add(Math.max(low, high));
      }
    }
    return kept.build().toArray();
  }
}
