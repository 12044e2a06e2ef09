package io.synkro.predict.features.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Squared deviations of 2, 4, 8, … values that end at each value of a buffer, from which those of
 * windows are joined as {@link WindowSquares} does. Memory is used again for the next series. Not
 * safe for use by many threads.
 */
final class DyadicSquares {
  private final ChannelBuffer in;
  private final int stride;
  private final List<double[]> levels = new ArrayList<>();
  private int known;
  private final Moments window = new Moments();
  private final Moments shifted = new Moments();

  DyadicSquares(ChannelBuffer in, int stride) {
    this.in = in;
    this.stride = stride;
  }

  int stride() {
    return stride;
  }

  /** Forgets the series before. */
  void clear() {
    known = 0;
  }

  /** Counts, sums and squared deviations of {@code size} values that end at each value. */
  private static final class Moments {
    private int size;
    private double[] counts = new double[0];
    private double[] sums = new double[0];
    private double[] squares = new double[0];

    void room(int length) {
      if (squares.length < length) {
        counts = new double[length];
        sums = new double[length];
        squares = new double[length];
      }
    }
  }

  /** Squared deviations of the windows that end at each value; an array like the values. */
  double[] of(int size) {
    int top = 31 - Integer.numberOfLeadingZeros(size);
    Moments first = level(top);
    if (first.size == size) {
      return first.squares;
    }
    window.room(in.pad() + in.length());
    System.arraycopy(first.squares, in.pad(), window.squares, in.pad(), in.length());
    System.arraycopy(first.sums, in.pad(), window.sums, in.pad(), in.length());
    if (!in.complete()) {
      System.arraycopy(first.counts, in.pad(), window.counts, in.pad(), in.length());
    }
    window.size = first.size;
    for (int level = top - 1; level >= 0; level--) {
      if ((size >> level & 1) != 0) {
        Moments piece = level(level);
        join(window, piece, window.squares);
        addBehind(window.sums, piece.sums, window.size);
        if (!in.complete()) {
          addBehind(window.counts, piece.counts, window.size);
        }
        window.size += piece.size;
      }
    }
    return window.squares;
  }

  private void addBehind(double[] sums, double[] piece, int size) {
    int end = in.pad() + in.length();
    shifted.room(end);
    double[] other = shifted.sums;
    System.arraycopy(piece, in.pad() - size * stride, other, in.pad(), in.length());
    for (int i = in.pad(); i < end; i++) {
      sums[i] += other[i];
    }
  }

  private Moments level(int level) {
    while (known <= level) {
      double[] out = room(known);
      if (known > 0) {
        Moments half = moments(known - 1);
        join(half, half, out);
      }
      known++;
    }
    return moments(level);
  }

  private Moments moments(int level) {
    Moments moments = new Moments();
    moments.size = 1 << level;
    moments.sums = in.windows().sumsOf(level, stride);
    moments.counts = in.complete() ? moments.sums : in.windows().countsOf(level, stride);
    moments.squares = levels.get(level);
    return moments;
  }

  private double[] room(int level) {
    int size = in.pad() + in.length();
    if (level == levels.size()) {
      levels.add(new double[size]);
    } else if (levels.get(level).length < size) {
      levels.set(level, new double[size]);
    }
    if (level == 0) {
      Arrays.fill(levels.get(0), 0);
    }
    return levels.get(level);
  }

  /** Joins each window with the one that ends where it begins. */
  private void join(Moments first, Moments second, double[] out) {
    int back = first.size * stride;
    int end = in.pad() + in.length();
    int full = in.pad() + (first.size + second.size - 1) * stride;
    int ramp = in.complete() ? Math.min(end, full) : end;
    for (int i = in.pad(); i < ramp; i++) {
      double n1 = count(first, i);
      double n2 = count(second, i - back);
      out[i] =
          WindowSquares.join(
              n1,
              first.sums[i],
              first.squares[i],
              n2,
              second.sums[i - back],
              second.squares[i - back]);
    }
    joinFull(first, second, out, ramp);
  }

  /** The same for windows in which nothing is missing; every array has one index. */
  private void joinFull(Moments first, Moments second, double[] out, int from) {
    int end = in.pad() + in.length();
    int count = Math.max(0, end - from);
    int back = first.size * stride;
    shifted.room(end);
    System.arraycopy(second.sums, from - back, shifted.sums, from, count);
    System.arraycopy(second.squares, from - back, shifted.squares, from, count);
    double[] s1 = first.sums;
    double[] q1 = first.squares;
    double[] s2 = shifted.sums;
    double[] q2 = shifted.squares;
    double share1 = 1.0 / first.size;
    double share2 = 1.0 / second.size;
    double weight = WindowSquares.weight(first.size, second.size);
    for (int i = from; i < end; i++) {
      double difference = s1[i] * share1 - s2[i] * share2;
      out[i] = q1[i] + q2[i] + difference * difference * weight;
    }
  }

  private double count(Moments moments, int i) {
    if (!in.complete()) {
      return moments.counts[i];
    }
    int t = i - in.pad();
    if (t < 0) {
      return 0;
    }
    return Math.min(moments.size, stride == 1 ? t + 1 : t / stride + 1);
  }
}
