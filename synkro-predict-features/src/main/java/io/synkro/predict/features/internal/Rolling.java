package io.synkro.predict.features.internal;

import io.synkro.predict.tabular.History;

/** A statistic of a window. Immutable. */
abstract class Rolling implements BulkTransform, Windowed {
  static final double[] NO_STATE = {};

  private final String statistic;
  private final Window window;

  Rolling(String statistic, Window window) {
    this.statistic = statistic;
    this.window = window;
  }

  @Override
  public final Window window() {
    return window;
  }

  @Override
  public String name() {
    return window.name(statistic);
  }

  @Override
  public String definition() {
    return "%s(%s)".formatted(statistic, window.text());
  }

  @Override
  public final int lookback() {
    return window.lookback();
  }

  @Override
  public final void fill(ChannelBuffer in, int lag, Slice out) {
    int first = out.fillFirst(lag, Float.NaN);
    fillKnown(in, out.values(), out.at() + first, out.rows() - first);
  }

  @Override
  public final float value(History history, double[] state, int at) {
    return value(HistoryView.of(history, lookback()));
  }

  /** The statistic of the window that ends with the newest value. */
  abstract float value(HistoryView history);

  /** The statistic of the windows that end at the first {@code steps} steps. */
  abstract void fillKnown(ChannelBuffer in, float[] out, int at, int steps);

  /** How many values must have been observed. */
  int fewest() {
    return window.least();
  }

  /** First step whose window lies within the series. */
  int ramp(int steps) {
    return Math.min(steps, window.lookback() - 1);
  }

  /** Number of values of a window in a series without gaps. */
  int count(int t) {
    return Math.min(window.size(), t / window.stride() + 1);
  }
}
