package io.synkro.predict.features.internal;

import io.synkro.predict.internal.Require;

/** Sample standard deviation of the observed values of a window. */
public final class RollingSd extends Rolling {
  /**
   * Creates the transform.
   *
   * @param window a window of at least two values
   */
  public RollingSd(Window window) {
    super("sd", window);
    Require.atLeast("window of a standard deviation", window.size(), 2, "");
  }

  @Override
  public RollingSd with(Window other) {
    return new RollingSd(other);
  }

  @Override
  int fewest() {
    return Math.max(2, window().least());
  }

  @Override
  float value(HistoryView history) {
    int size = window().size();
    int stride = window().stride();
    int count = WindowSums.count(history, size, stride);
    if (count < fewest()) {
      return Float.NaN;
    }
    return (float) Math.sqrt(squares(history, count) * (1.0 / (count - 1)));
  }

  private double squares(HistoryView history, int count) {
    int size = window().size();
    int stride = window().stride();
    if (count < size) {
      return WindowSquares.of(history, size, stride);
    }
    WholeTotals totals = history.totals();
    return totals != null && stride == 1 && size <= WindowSquares.MOST_WHOLE
        ? WindowSquares.ofWhole(totals, history.end(), size)
        : WindowSquares.ofAll(history, size, stride);
  }

  @Override
  void fillKnown(ChannelBuffer in, float[] out, int at, int steps) {
    double[] squares = in.windows().squares(window());
    int from = in.pad();
    boolean complete = in.complete();
    double[] counts = complete ? squares : in.windows().counts(window());
    int ramp = complete ? ramp(steps) : steps;
    for (int t = 0; t < ramp; t++) {
      double count = complete ? count(t) : counts[t];
      out[at + t] =
          count < fewest() ? Float.NaN : (float) Math.sqrt(squares[from + t] * (1.0 / (count - 1)));
    }
    double share = 1.0 / (window().size() - 1);
    double[] roots = in.windows().scratch();
    for (int i = from + ramp; i < from + steps; i++) {
      roots[i] = Math.sqrt(squares[i] * share);
    }
    for (int t = ramp; t < steps; t++) {
      out[at + t] = (float) roots[from + t];
    }
  }
}
