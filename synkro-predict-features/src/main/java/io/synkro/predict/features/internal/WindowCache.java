package io.synkro.predict.features.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What several features of one series need: sums of a window serve its mean and its spread, at any
 * lag. Arrays are used again for the next series.
 */
final class WindowCache {
  /** What is added up. */
  private enum Addend {
    VALUE,
    SEEN,
    ZERO
  }

  private record Key(Addend addend, int stride) {}

  private record WindowKey(Addend addend, int size, int stride) {}

  private final ChannelBuffer in;
  private final Map<Key, DyadicSums> sums = new HashMap<>();
  private final Map<WindowKey, double[]> known = new HashMap<>();
  private final List<double[]> free = new ArrayList<>();
  private final Map<Integer, DyadicSquares> squares = new HashMap<>();
  private double[] zeros = new double[0];
  private double[] scratch = new double[0];
  private boolean zerosKnown;

  WindowCache(ChannelBuffer in) {
    this.in = in;
  }

  /** Forgets the series before. */
  void clear() {
    free.addAll(known.values());
    free.removeIf(array -> array.length < in.length());
    known.clear();
    sums.values().forEach(DyadicSums::clear);
    squares.values().forEach(DyadicSquares::clear);
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
    return squares
        .computeIfAbsent(window.stride(), stride -> new DyadicSquares(in, stride))
        .of(window.size());
  }

  /** Sums of {@code 2^level} values. */
  double[] sumsOf(int level, int stride) {
    return dyadic(Addend.VALUE, stride).level(level, in.filled());
  }

  /** Numbers of observed values among {@code 2^level}. */
  double[] countsOf(int level, int stride) {
    return dyadic(Addend.SEEN, stride).level(level, in.seen());
  }

  /** An array like the values of the buffer, for whatever. */
  double[] scratch() {
    if (scratch.length < in.pad() + in.length()) {
      scratch = new double[in.pad() + in.length()];
    }
    return scratch;
  }

  private double[] get(Addend addend, Window window) {
    WindowKey key = new WindowKey(addend, window.size(), window.stride());
    double[] found = known.get(key);
    if (found == null) {
      found = free.isEmpty() ? new double[in.length()] : free.remove(free.size() - 1);
      dyadic(addend, window.stride()).fill(window.size(), array(addend), found);
      known.put(key, found);
    }
    return found;
  }

  private DyadicSums dyadic(Addend addend, int stride) {
    return sums.computeIfAbsent(new Key(addend, stride), k -> new DyadicSums(in, stride));
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
