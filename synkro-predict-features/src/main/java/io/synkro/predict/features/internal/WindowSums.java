package io.synkro.predict.features.internal;

import io.synkro.predict.tabular.History;

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

  /** The sum of the window that ends at the newest value of a history. */
  static double of(History history, int size, int stride) {
    int piece = Integer.highestOneBit(size);
    double sum = ofPiece(history, 1, piece, stride);
    int done = piece;
    for (piece /= 2; piece > 0; piece /= 2) {
      if ((size & piece) != 0) {
        sum += ofPiece(history, 1 + done * stride, piece, stride);
        done += piece;
      }
    }
    return sum;
  }

  /** The sum of a power of two of values, the newest of them {@code from} steps back. */
  private static double ofPiece(History history, int from, int size, int stride) {
    if (size == 1) {
      return orZero(history.back(from));
    }
    if (size == 2) {
      return orZero(history.back(from)) + orZero(history.back(from + stride));
    }
    int half = size / 2;
    return ofPiece(history, from, half, stride)
        + ofPiece(history, from + half * stride, half, stride);
  }

  /** How many values of the window that ends at the newest value of a history were observed. */
  static int count(History history, int size, int stride) {
    int count = 0;
    for (int k = 0; k < size; k++) {
      count += Float.isNaN(history.back(1 + k * stride)) ? 0 : 1;
    }
    return count;
  }

  private static double orZero(float value) {
    return Float.isNaN(value) ? 0 : value;
  }
}
