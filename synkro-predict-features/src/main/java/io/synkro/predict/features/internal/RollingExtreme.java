package io.synkro.predict.features.internal;

/**
 * Smallest or largest observed value of a window. The extreme of 28 values is that of the 16 newest
 * and the 16 oldest, each of which is that of two times 8, and so on; each halving is one loop over
 * a whole series.
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
  float value(HistoryView history) {
    int size = window().size();
    int stride = window().stride();
    int extreme = largest ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    int missing = 0;
    for (int k = 0; k < size; k++) {
      int key = SortKeys.of(history.at(1 + k * stride));
      if (key > SortKeys.LARGEST) {
        missing++;
      } else {
        extreme = largest ? Math.max(extreme, key) : Math.min(extreme, key);
      }
    }
    return size - missing < fewest() ? Float.NaN : SortKeys.value(extreme);
  }

  @Override
  void fillKnown(ChannelBuffer in, float[] out, int at, int steps) {
    float[] extremes = in.order().extremes(window(), largest);
    if (fewest() == 1 && in.complete()) {
      System.arraycopy(extremes, in.pad(), out, at, steps);
      return;
    }
    double[] counts = in.windows().counts(window());
    for (int t = 0; t < steps; t++) {
      out[at + t] = counts[t] < fewest() ? Float.NaN : extremes[in.pad() + t];
    }
  }
}
