package io.synkro.predict.features.internal;

import io.synkro.predict.tabular.History;

/**
 * Smallest or largest observed value of a window. The extreme of 28 values is that of the 16 newest
 * and the 16 oldest, each of which is made of two of 8, and so on; every step of that is one loop
 * over the series.
 */
public final class RollingExtreme extends Rolling {
  private final boolean largest;

  private RollingExtreme(String statistic, Window window, boolean largest) {
    super(statistic, window);
    this.largest = largest;
  }

  /**
   * Creates the minimum of a window.
   *
   * @param window the window
   * @return the transform
   */
  public static RollingExtreme min(Window window) {
    return new RollingExtreme("min", window, false);
  }

  /**
   * Creates the maximum of a window.
   *
   * @param window the window
   * @return the transform
   */
  public static RollingExtreme max(Window window) {
    return new RollingExtreme("max", window, true);
  }

  @Override
  public RollingExtreme with(Window other) {
    return largest ? max(other) : min(other);
  }

  @Override
  float value(History history, int count) {
    float extreme = Float.NaN;
    for (int k = 0; k < window().size(); k++) {
      float value = history.back(1 + k * window().stride());
      if (Float.isNaN(extreme) || (largest ? value > extreme : value < extreme)) {
        extreme = value;
      }
    }
    return extreme;
  }

  @Override
  void fillKnown(ChannelBuffer in, float[] out, int at, int steps) {
    float[] extremes = in.extremes().of(window(), largest);
    float none = largest ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
    int first = in.pad();
    if (fewest() == 1) {
      for (int t = 0; t < steps; t++) {
        float value = extremes[first + t];
        out[at + t] = value == none ? Float.NaN : value;
      }
      return;
    }
    double[] counts = in.windows().counts(window());
    for (int t = 0; t < steps; t++) {
      out[at + t] = counts[t] < fewest() ? Float.NaN : extremes[first + t];
    }
  }
}
