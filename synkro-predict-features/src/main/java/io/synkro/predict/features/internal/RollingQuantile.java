package io.synkro.predict.features.internal;

/** A quantile of the observed values of a window, interpolated linearly. */
public final class RollingQuantile extends Rolling {
  /** Sorting all windows at once takes memory for as many values a step, and more. */
  private static final int MOST_AT_ONCE = 256;

  private final double level;

  /**
   * Creates the transform.
   *
   * @param window the window
   * @param level the level, from 0 to 1
   */
  public RollingQuantile(Window window, double level) {
    super(level == 0.5 ? "median" : "q" + level, window);
    this.level = level;
  }

  @Override
  public RollingQuantile with(Window other) {
    return new RollingQuantile(other, level);
  }

  @Override
  float value(HistoryView history) {
    SortedWindow sorted = history.sorted(window());
    return sorted.count() < fewest() ? Float.NaN : sorted.quantile(level);
  }

  @Override
  void fillKnown(ChannelBuffer in, float[] out, int at, int steps) {
    if (window().stride() == 1 && window().size() > MOST_AT_ONCE) {
      slide(in, out, at, steps);
      return;
    }
    if (window().stride() > 1 || in.hasNegative()) {
      HistoryView history = new HistoryView(in, lookback());
      for (int t = 0; t < steps; t++) {
        history.moveTo(t);
        out[at + t] = value(history);
      }
      return;
    }
    SortedWindows sorted = in.order().sorted(window());
    boolean complete = in.complete();
    double[] counts = complete ? NO_STATE : in.windows().counts(window());
    for (int t = 0; t < steps; t++) {
      int count = complete ? count(t) : (int) counts[t];
      out[at + t] = count < fewest() ? Float.NaN : sorted.quantile(t, count, level);
    }
  }

  private void slide(ChannelBuffer in, float[] out, int at, int steps) {
    SlidingOrder order = new SlidingOrder(in, window().size());
    for (int t = 0; t < steps; t++) {
      order.moveTo(t);
      out[at + t] = order.count() < fewest() ? Float.NaN : order.quantile(level);
    }
  }
}
