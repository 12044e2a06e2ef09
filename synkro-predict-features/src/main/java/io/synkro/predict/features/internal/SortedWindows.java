package io.synkro.predict.features.internal;

import java.util.Arrays;

/**
 * The observed values of every window of a series, sorted. Two sorted windows of 1, 2, 4, 8, …
 * values that follow one another become one by Batcher's odd-even merge (1968, <a
 * href="https://doi.org/10.1145/1468075.1468121">doi:10.1145/1468075.1468121</a>): it compares the
 * same places whatever the values are, so that each comparison is one loop over all windows.
 * Missing values come last. All quantiles of a window are read from here. Not safe for use by many
 * threads.
 */
final class SortedWindows {
  /** Bits of infinity. */
  private static final int NONE = 0x7f800000;

  private final ChannelBuffer in;

  /** Places of sorted windows; each is an array with one value for each of the buffer. */
  private int[][] pieces = {};

  private int[][] windows = {};
  private int[] spare = {};
  private int known; // size of the windows that are held, 0 for none

  SortedWindows(ChannelBuffer in) {
    this.in = in;
  }

  /** Forgets the series before. */
  void clear() {
    known = 0;
  }

  /**
   * Sorts the windows that end at each value, if it is not those that were sorted last; no value
   * may be negative.
   */
  void prepare(int size) {
    if (known == size) {
      return;
    }
    known = size;
    int places = Integer.highestOneBit(2 * size - 1);
    pieces = room(pieces, places);
    windows = room(windows, places);
    spare = room(new int[][] {spare}, 1)[0];
    load(pieces[0]);
    int filled = 0; // places of the windows that hold something
    int behind = size; // values of the window that the next piece and larger ones make up
    for (int piece = 1; piece <= size; piece *= 2) {
      if ((size & piece) != 0) {
        behind -= piece;
        filled = join(filled, piece, behind);
      }
      if (2 * piece <= size) {
        copy(pieces, piece, piece, pieces, piece);
        merge(pieces, 0, 2 * piece, 1);
      }
    }
  }

  /**
   * Joins the oldest values of the windows, sorted so far, with a sorted piece that follows.
   *
   * @param filled places that the values so far take, a power of two up to {@code piece}, or 0
   * @param piece size of the piece
   * @param back how many values of the windows come after the piece
   * @return places that both take
   */
  private int join(int filled, int piece, int back) {
    if (filled == 0) {
      copy(pieces, piece, back, windows, 0);
      return piece;
    }
    for (int k = filled; k < piece; k++) {
      Arrays.fill(windows[k], in.pad(), in.pad() + in.length(), NONE);
    }
    copy(pieces, piece, back, windows, piece);
    merge(windows, 0, 2 * piece, 1);
    return 2 * piece;
  }

  /** Copies places as they were {@code back} values before. */
  private void copy(int[][] from, int count, int back, int[][] to, int first) {
    for (int k = 0; k < count; k++) {
      System.arraycopy(from[k], in.pad() - back, to[first + k], in.pad(), in.length());
    }
  }

  private int[][] room(int[][] places, int count) {
    int size = in.pad() + in.length();
    int[][] grown = places.length < count ? Arrays.copyOf(places, count) : places;
    for (int k = 0; k < count; k++) {
      if (k >= places.length || grown[k].length < size) {
        grown[k] = new int[size];
        Arrays.fill(grown[k], 0, in.pad(), NONE);
      }
    }
    return grown;
  }

  /** Merges the even and the odd places of two sorted halves, then compares neighbours. */
  private void merge(int[][] places, int low, int count, int distance) {
    int twice = 2 * distance;
    if (twice < count) {
      merge(places, low, count, twice);
      merge(places, low + distance, count, twice);
      for (int k = low + distance; k + distance < low + count; k += twice) {
        compare(places, k, k + distance);
      }
    } else {
      compare(places, low, low + distance);
    }
  }

  private void load(int[] bits) {
    float[] values = in.values();
    int end = in.pad() + in.length();
    for (int i = in.pad(); i < end; i++) {
      float value = values[i];
      bits[i] = Float.isNaN(value) ? NONE : Float.floatToRawIntBits(value);
    }
  }

  /**
   * Puts the smaller numbers in one place and the larger ones in the other. No number is negative,
   * so differences do not overflow; this way, unlike by comparing, the machine does many at once.
   */
  private void compare(int[][] places, int low, int high) {
    int[] a = places[low];
    int[] b = places[high];
    int[] smaller = spare;
    int end = in.pad() + in.length();
    for (int i = in.pad(); i < end; i++) {
      int difference = a[i] - b[i];
      smaller[i] = b[i] + (difference & (difference >> 31));
    }
    for (int i = in.pad(); i < end; i++) {
      int difference = a[i] - b[i];
      b[i] = a[i] - (difference & (difference >> 31));
    }
    places[low] = smaller;
    spare = a;
  }

  /** An order statistic of the window that ends at a step, from 0 for the smallest value. */
  float value(int t, int place) {
    return Float.intBitsToFloat(windows[place][in.pad() + t]);
  }

  /** The quantile of the window that ends at a step. */
  float quantile(int t, int count, double level) {
    double position = (count - 1) * level;
    int below = (int) position;
    float low = value(t, below);
    return below + 1 < count ? between(low, value(t, below + 1), position - below) : low;
  }

  /**
   * Linear interpolation between order statistics: definition 7 of Hyndman &amp; Fan (1996), <a
   * href="https://doi.org/10.2307/2684934">doi:10.2307/2684934</a>.
   */
  static float quantile(float[] sorted, int count, double level) {
    double position = (count - 1) * level;
    int below = (int) position;
    float low = sorted[below];
    return below + 1 < count ? between(low, sorted[below + 1], position - below) : low;
  }

  private static float between(float low, float high, double share) {
    return (float) (low + share * ((double) high - low));
  }
}
