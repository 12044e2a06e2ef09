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
  private static final float NONE = WindowOrder.none(false);

  private final ChannelBuffer in;

  /** Places of sorted windows; each is an array with one value for each of the buffer. */
  private float[][] pieces = {};

  private float[][] windows = {};
  private float[] spare = {};
  private int known; // size of the windows that are held, 0 for none

  SortedWindows(ChannelBuffer in) {
    this.in = in;
  }

  /** Forgets the series before. */
  void clear() {
    known = 0;
  }

  /** Sorts the windows that end at each value, if it is not those that were sorted last. */
  void prepare(int size) {
    if (known == size) {
      return;
    }
    known = size;
    int places = Integer.highestOneBit(2 * size - 1);
    pieces = room(pieces, places);
    windows = room(windows, places);
    spare = room(new float[][] {spare}, 1)[0];
    WindowOrder.copy(in, NONE, pieces[0]);
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
  private void copy(float[][] from, int count, int back, float[][] to, int first) {
    for (int k = 0; k < count; k++) {
      System.arraycopy(from[k], in.pad() - back, to[first + k], in.pad(), in.length());
    }
  }

  private float[][] room(float[][] places, int count) {
    int size = in.pad() + in.length();
    float[][] grown = places.length < count ? Arrays.copyOf(places, count) : places;
    for (int k = 0; k < count; k++) {
      if (k >= places.length || grown[k].length < size) {
        grown[k] = new float[size];
        Arrays.fill(grown[k], 0, in.pad(), NONE);
      }
    }
    return grown;
  }

  /** Merges the even and the odd places of two sorted halves, then compares neighbours. */
  private void merge(float[][] places, int low, int count, int distance) {
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

  /** Puts the smaller values in one place and the larger ones in the other. */
  private void compare(float[][] places, int low, int high) {
    float[] a = places[low];
    float[] b = places[high];
    float[] smaller = spare;
    int end = in.pad() + in.length();
    for (int i = in.pad(); i < end; i++) {
      smaller[i] = Math.min(a[i], b[i]);
    }
    for (int i = in.pad(); i < end; i++) {
      b[i] = Math.max(a[i], b[i]);
    }
    places[low] = smaller;
    spare = a;
  }

  /** An order statistic of the window that ends at a step, from 0 for the smallest value. */
  float value(int t, int place) {
    return windows[place][in.pad() + t];
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
  static float quantile(float[] sorted, double level) {
    double position = (sorted.length - 1) * level;
    int below = (int) position;
    float low = sorted[below];
    return below + 1 < sorted.length ? between(low, sorted[below + 1], position - below) : low;
  }

  private static float between(float low, float high, double share) {
    return (float) (low + share * ((double) high - low));
  }
}
