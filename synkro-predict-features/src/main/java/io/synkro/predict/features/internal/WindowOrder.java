package io.synkro.predict.features.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Extremes and sorted values of all windows of a series, in memory that is used again. Not safe for
 * use by many threads.
 */
final class WindowOrder {
  private final ChannelBuffer in;
  private final Map<Integer, Extremes> smallest = new HashMap<>();
  private final Map<Integer, Extremes> largest = new HashMap<>();
  private final SortedWindows sorted;
  private float[] joined = new float[0];

  WindowOrder(ChannelBuffer in) {
    this.in = in;
    this.sorted = new SortedWindows(in);
  }

  /** Forgets the series before. */
  void clear() {
    smallest.values().forEach(Extremes::clear);
    largest.values().forEach(Extremes::clear);
    sorted.clear();
  }

  /** The values of the windows that end at each step, sorted. */
  SortedWindows sorted(Window window) {
    sorted.prepare(window.size());
    return sorted;
  }

  /**
   * Returns the extremes of the windows that end at each value of the buffer, good until the next
   * call; an infinity where nothing was observed.
   */
  float[] extremes(Window window, boolean ofLargest) {
    Extremes extremes =
        (ofLargest ? largest : smallest)
            .computeIfAbsent(window.stride(), stride -> new Extremes(in, stride, ofLargest));
    int top = 31 - Integer.numberOfLeadingZeros(window.size());
    float[] half = extremes.level(top);
    if (window.size() == 1 << top) {
      return half;
    }
    if (joined.length < half.length) {
      joined = new float[half.length];
    }
    extremes.join(half, (window.size() - (1 << top)) * window.stride(), joined);
    return joined;
  }

  /** Extremes of 1, 2, 4, 8, … values that end at each value. */
  private static final class Extremes {
    private final ChannelBuffer in;
    private final int stride;
    private final boolean largest;
    private final List<float[]> levels = new ArrayList<>();
    private float[] shifted = new float[0];
    private int known;

    Extremes(ChannelBuffer in, int stride, boolean largest) {
      this.in = in;
      this.stride = stride;
      this.largest = largest;
    }

    void clear() {
      known = 0;
    }

    float[] level(int level) {
      for (; known <= level; known++) {
        float[] out = room(known);
        if (known == 0) {
          copy(in, none(largest), out);
        } else {
          join(levels.get(known - 1), stride << (known - 1), out);
        }
      }
      return levels.get(level);
    }

    private float[] room(int level) {
      int size = in.pad() + in.length();
      if (level == levels.size() || levels.get(level).length < size) {
        float[] made = new float[size];
        Arrays.fill(made, 0, in.pad(), none(largest));
        if (level == levels.size()) {
          levels.add(made);
        } else {
          levels.set(level, made);
        }
      }
      return levels.get(level);
    }

    /** The extreme of each window and the one that ends {@code back} steps before. */
    void join(float[] values, int back, float[] out) {
      int end = in.pad() + in.length();
      if (shifted.length < end) {
        shifted = new float[end];
      }
      System.arraycopy(values, in.pad() - back, shifted, in.pad(), in.length());
      float[] other = shifted;
      if (largest) {
        for (int i = in.pad(); i < end; i++) {
          out[i] = Math.max(values[i], other[i]);
        }
      } else {
        for (int i = in.pad(); i < end; i++) {
          out[i] = Math.min(values[i], other[i]);
        }
      }
    }
  }

  /** An infinity that stands for no value: it is never the largest, or never the smallest. */
  static float none(boolean largest) {
    return largest ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
  }

  /** Copies the values of a buffer without its pad. */
  static void copy(ChannelBuffer in, float none, float[] out) {
    System.arraycopy(in.values(), in.pad(), out, in.pad(), in.length());
    for (int i = in.pad(); !in.complete() && i < in.pad() + in.length(); i++) {
      out[i] = Float.isNaN(out[i]) ? none : out[i];
    }
  }
}
