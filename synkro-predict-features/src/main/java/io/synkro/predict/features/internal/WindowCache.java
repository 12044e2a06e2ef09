package io.synkro.predict.features.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * What several features of one series need: sums of a window serve its mean and its spread, at any
 * lag. Series after series asks for the same windows, so they are found again by looking through a
 * short list, and their arrays are used again.
 */
final class WindowCache {
  /** What is added up. */
  private enum Addend {
    VALUE,
    SEEN,
    ZERO
  }

  /** Sums of one window. */
  private static final class Entry {
    private final Dyadic dyadic;
    private final int size;
    private double[] sums = new double[0];
    private boolean known;

    Entry(Dyadic dyadic, int size) {
      this.dyadic = dyadic;
      this.size = size;
    }
  }

  /** Sums of one stride. */
  private record Dyadic(Addend addend, int stride, DyadicSums sums) {}

  private final ChannelBuffer in;
  private final List<Dyadic> dyadics = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<DyadicSquares> squares = new ArrayList<>();
  private double[] zeros = new double[0];
  private double[] scratch = new double[0];
  private boolean zerosKnown;

  WindowCache(ChannelBuffer in) {
    this.in = in;
  }

  /** Forgets the series before. */
  void clear() {
    entries.forEach(entry -> entry.known = false);
    dyadics.forEach(each -> each.sums().clear());
    squares.forEach(DyadicSquares::clear);
    zerosKnown = false;
  }

  /** Sums of the observed values of the window that ends at each step. */
  double[] sums(Window window) {
    return get(Addend.VALUE, window);
  }

  /** Numbers of observed values of the window that ends at each step. */
  double[] counts(Window window) {
    return get(Addend.SEEN, window);
  }

  /** Numbers of zeros in the window that ends at each step. */
  double[] zeros(Window window) {
    return get(Addend.ZERO, window);
  }

  /**
   * Squared deviations from the mean of the window that ends at each value of the buffer, good
   * until the next call.
   */
  double[] squares(Window window) {
    for (DyadicSquares each : squares) {
      if (each.stride() == window.stride()) {
        return each.of(window.size());
      }
    }
    squares.add(new DyadicSquares(in, window.stride()));
    return squares(window);
  }

  /** Sums of {@code 2^level} values. */
  double[] sumsOf(int level, int stride) {
    return dyadic(Addend.VALUE, stride).sums().level(level, in.filled());
  }

  /** Numbers of observed values among {@code 2^level}. */
  double[] countsOf(int level, int stride) {
    return dyadic(Addend.SEEN, stride).sums().level(level, in.seen());
  }

  /** An array like the values of the buffer, for whatever. */
  double[] scratch() {
    if (scratch.length < in.pad() + in.length()) {
      scratch = new double[in.pad() + in.length()];
    }
    return scratch;
  }

  private double[] get(Addend addend, Window window) {
    Entry entry = entry(addend, window);
    if (!entry.known) {
      if (entry.sums.length < in.length()) {
        entry.sums = new double[in.length()];
      }
      entry.dyadic.sums().fill(entry.size, array(addend), entry.sums);
      entry.known = true;
    }
    return entry.sums;
  }

  private Entry entry(Addend addend, Window window) {
    for (Entry entry : entries) {
      if (entry.size == window.size()
          && entry.dyadic.stride() == window.stride()
          && entry.dyadic.addend() == addend) {
        return entry;
      }
    }
    Entry made = new Entry(dyadic(addend, window.stride()), window.size());
    entries.add(made);
    return made;
  }

  private Dyadic dyadic(Addend addend, int stride) {
    for (Dyadic each : dyadics) {
      if (each.addend() == addend && each.stride() == stride) {
        return each;
      }
    }
    Dyadic made = new Dyadic(addend, stride, new DyadicSums(in, stride));
    dyadics.add(made);
    return made;
  }

  private double[] array(Addend addend) {
    return switch (addend) {
      case VALUE -> in.filled();
      case SEEN -> in.seen();
      case ZERO -> zeroIndicator();
    };
  }

  private double[] zeroIndicator() {
    int size = in.pad() + in.length();
    if (zeros.length < size) {
      zeros = new double[size];
    }
    if (!zerosKnown) {
      double[] filled = in.filled();
      double[] seen = in.seen();
      for (int i = in.pad(); i < size; i++) {
        zeros[i] = filled[i] == 0 ? seen[i] : 0;
      }
      zerosKnown = true;
    }
    return zeros;
  }
}
