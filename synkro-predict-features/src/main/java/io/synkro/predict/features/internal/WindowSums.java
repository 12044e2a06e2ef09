package io.synkro.predict.features.internal;

/**
 * Sums over windows. A running sum would carry the rounding errors of values that have long left
 * the window, and so depend on where a history begins. Here the sum of 28 values is that of the 16
 * newest, plus that of the 8 before, plus that of the 4 before; and a sum of 16 is one of 8 plus
 * one of 8, down to single values. So it is a function of the values in the window alone, more
 * exact than adding one after another, and each halving is one loop over a whole series. Adding
 * missing values as zeros changes no bit. Stateless.
 */
final class WindowSums {
  private WindowSums() {}

  /** The sum of the window that ends at the newest value of a history; NaN if one is missing. */
  static double ofAll(HistoryView history, int size, int stride) {
    return of(history, size, stride, false);
  }

  /** The sum of the observed values of the window that ends at the newest value of a history. */
  static double of(HistoryView history, int size, int stride) {
    return of(history, size, stride, true);
  }

  private static double of(HistoryView history, int size, int stride, boolean gaps) {
    int piece = Integer.highestOneBit(size);
    double sum =
        stride == 1 && !gaps
            ? history.newestSum(31 - Integer.numberOfLeadingZeros(size))
            : ofPiece(history, 1, piece, stride, gaps);
    int done = piece;
    for (piece /= 2; piece > 0; piece /= 2) {
      if ((size & piece) != 0) {
        sum += ofPiece(history, 1 + done * stride, piece, stride, gaps);
        done += piece;
      }
    }
    return sum;
  }

  /** The sum of a power of two of values, the newest of them {@code from} steps back. */
  static double ofPiece(HistoryView history, int from, int size) {
    return ofPiece(history, from, size, 1, false);
  }

  /** The sum of a power of two of values, the newest of them {@code from} steps back. */
  private static double ofPiece(HistoryView history, int from, int size, int stride, boolean gaps) {
    if (size >= 8) {
      if (size == 8) {
        return ofFour(history, from, stride, gaps)
            + ofFour(history, from + 4 * stride, stride, gaps);
      }
      int half = size / 2;
      return ofPiece(history, from, half, stride, gaps)
          + ofPiece(history, from + half * stride, half, stride, gaps);
    }
    if (size == 4) {
      return ofFour(history, from, stride, gaps);
    }
    double newest = addend(history, from, gaps);
    return size == 1 ? newest : newest + addend(history, from + stride, gaps);
  }

  private static double ofFour(HistoryView history, int from, int stride, boolean gaps) {
    return (addend(history, from, gaps) + addend(history, from + stride, gaps))
        + (addend(history, from + 2 * stride, gaps) + addend(history, from + 3 * stride, gaps));
  }

  private static double addend(HistoryView history, int back, boolean gaps) {
    float value = history.at(back);
    return gaps && Float.isNaN(value) ? 0 : value;
  }

  /** How many values of the window that ends at the newest value of a history were observed. */
  static int count(HistoryView history, int size, int stride) {
    WholeTotals totals = history.totals();
    if (totals != null) {
      int missing = totals.missing(history.end() - (size - 1) * stride - 1, history.end());
      if (missing == 0 || stride == 1) {
        return size - missing;
      }
    }
    int count = 0;
    for (int k = 0; k < size; k++) {
      count += Float.isNaN(history.at(1 + k * stride)) ? 0 : 1;
    }
    return count;
  }
}
