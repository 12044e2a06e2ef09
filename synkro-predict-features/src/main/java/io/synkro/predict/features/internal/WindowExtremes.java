package io.synkro.predict.features.internal;

import java.util.Arrays;

/** Extremes of all windows of a series, in memory that is used again. */
final class WindowExtremes {
  private final ChannelBuffer in;
  private float[] from = new float[0];
  private float[] to = new float[0];

  WindowExtremes(ChannelBuffer in) {
    this.in = in;
  }

  /**
   * Returns the extremes of the windows that end at each value of the buffer, its pad included; an
   * infinity where nothing was observed. The array is good until the next call.
   */
  float[] of(Window window, boolean largest) {
    load(largest);
    int span = 1;
    while (2 * span <= window.size()) {
      step(span * window.stride(), largest);
      span *= 2;
    }
    if (span < window.size()) {
      step((window.size() - span) * window.stride(), largest);
    }
    return from;
  }

  private void load(boolean largest) {
    int size = in.pad() + in.length();
    if (from.length < size) {
      from = new float[size];
      to = new float[size];
    }
    float none = largest ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
    float[] values = in.values();
    Arrays.fill(from, 0, in.pad(), none);
    Arrays.fill(to, 0, in.pad(), none);
    for (int i = in.pad(); i < size; i++) {
      float value = values[i];
      from[i] = Float.isNaN(value) ? none : value;
    }
  }

  /** Joins each window with the one that ends {@code back} steps before. */
  private void step(int back, boolean largest) {
    int size = in.pad() + in.length();
    float[] a = from;
    float[] b = to;
    if (largest) {
      for (int i = in.pad(); i < size; i++) {
        b[i] = Math.max(a[i], a[i - back]);
      }
    } else {
      for (int i = in.pad(); i < size; i++) {
        b[i] = Math.min(a[i], a[i - back]);
      }
    }
    from = b;
    to = a;
  }
}
