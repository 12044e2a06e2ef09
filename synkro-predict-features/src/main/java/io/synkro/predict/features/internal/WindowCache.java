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
  private record Key(Addends addends, int size, int stride) {}

  private final ChannelBuffer in;
  private final Map<Key, double[]> known = new HashMap<>();
  private final List<double[]> free = new ArrayList<>();
  private final Addends values = new Addends();
  private final Addends counts = new Addends();
  private final Addends zeros = new Addends();
  private double[] zero = new double[0];
  private final SortedWindows sorted = new SortedWindows();

  /** Numbers of which windows are added up, and their tiles. */
  private static final class Addends {
    private final TiledSums tiles = new TiledSums();
    private boolean tiled;
  }

  WindowCache(ChannelBuffer in) {
    this.in = in;
  }

  /** Forgets the series before. */
  void clear() {
    free.addAll(known.values());
    free.removeIf(array -> array.length < in.length());
    known.clear();
    values.tiled = false;
    counts.tiled = false;
    zeros.tiled = false;
    sorted.clear();
  }

  /** Sums of the observed values of the window that ends at each step. */
  double[] sums(Window window) {
    return get(values, window);
  }

  /** Numbers of observed values of the window that ends at each step. */
  double[] counts(Window window) {
    return get(counts, window);
  }

  /** Numbers of zeros in the window that ends at each step. */
  double[] zeros(Window window) {
    return get(zeros, window);
  }

  SortedWindows sorted(Window window) {
    sorted.prepare(in, window);
    return sorted;
  }

  /** An array with room for each step, to be given back. */
  double[] borrow() {
    return free.isEmpty() ? new double[in.length()] : free.remove(free.size() - 1);
  }

  void giveBack(double[] array) {
    free.add(array);
  }

  private double[] get(Addends addends, Window window) {
    Key key = new Key(addends, window.size(), window.stride());
    double[] found = known.get(key);
    if (found == null) {
      found = borrow();
      if (WindowSums.isTiled(window.size(), window.stride())) {
        if (!addends.tiled) {
          addends.tiles.prepare(in, array(addends));
          addends.tiled = true;
        }
        addends.tiles.fill(window.size(), found);
      } else {
        WindowSums.direct(in, array(addends), window, found);
      }
      known.put(key, found);
    }
    return found;
  }

  private double[] array(Addends addends) {
    if (addends == values) {
      return in.filled();
    }
    return addends == counts ? in.seen() : zeroIndicator();
  }

  private double[] zeroIndicator() {
    if (zero.length < in.pad() + in.length()) {
      zero = new double[in.pad() + in.length()];
    }
    double[] filled = in.filled();
    double[] seen = in.seen();
    for (int i = in.pad(); i < in.pad() + in.length(); i++) {
      zero[i] = filled[i] == 0 ? seen[i] : 0;
    }
    return zero;
  }
}
