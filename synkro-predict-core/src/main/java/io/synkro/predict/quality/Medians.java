package io.synkro.predict.quality;

/** Medians in linear time; the arrays are reordered. */
final class Medians {
  private Medians() {}

  /** Median of the first {@code size} values, at least one; the mean of the middle two if even. */
  static double median(double[] values, int size) {
    int middle = size / 2;
    double upper = select(values, size, middle);
    if (size % 2 == 1) {
      return upper;
    }
    double lower = values[0];
    for (int i = 1; i < middle; i++) {
      lower = Math.max(lower, values[i]);
    }
    return (lower + upper) / 2;
  }

  /**
   * The value of a rank, with the smaller ones moved before it. Hoare's quickselect (1961,
   * "Algorithm 65: Find", Communications of the ACM 4); the middle element as pivot keeps sorted
   * series linear.
   */
  private static double select(double[] values, int size, int rank) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      double pivot = values[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swap = values[i];
          values[i++] = values[j];
          values[j--] = swap;
        }
      }
      if (rank <= j) {
        high = j;
      } else if (rank >= i) {
        low = i;
      } else {
        return values[rank];
      }
    }
    return values[rank];
  }
}
