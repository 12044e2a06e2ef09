package io.synkro.predict.features.internal;

/** An average over the observed values of a window: of the values, or of whether they are zero. */
public final class RollingAverage extends Rolling {
  private final boolean ofZeros;

  private RollingAverage(String statistic, Window window, boolean ofZeros) {
    super(statistic, window);
    this.ofZeros = ofZeros;
  }

  /**
   * Creates the mean of a window.
   *
   * @param window the window
   * @return the transform
   */
  public static RollingAverage mean(Window window) {
    return new RollingAverage("mean", window, false);
  }

  /**
   * Creates the share of zeros in a window.
   *
   * @param window the window
   * @return the transform
   */
  public static RollingAverage zeroShare(Window window) {
    return new RollingAverage("zero_share", window, true);
  }

  @Override
  public RollingAverage with(Window other) {
    return ofZeros ? zeroShare(other) : mean(other);
  }

  @Override
  float value(HistoryView history) {
    return ofZeros ? zeroShare(history) : mean(history);
  }

  private float mean(HistoryView history) {
    int size = window().size();
    int stride = window().stride();
    WholeTotals totals = history.totals();
    if (stride == 1 && totals != null) {
      int end = history.end();
      int seen = size - totals.missing(end - size, end);
      int total = totals.sum(end - size, end);
      return seen < fewest() ? Float.NaN : (float) (total * (1.0 / seen));
    }
    double sum = WindowSums.ofAll(history, size, stride);
    int count = size;
    if (Double.isNaN(sum)) { // something is missing, which is not the usual case
      count = WindowSums.count(history, size, stride);
      sum = WindowSums.of(history, size, stride);
    }
    return count < fewest() ? Float.NaN : (float) (sum * (1.0 / count));
  }

  /** Whole numbers, so that the order of adding does not matter. */
  private float zeroShare(HistoryView history) {
    int size = window().size();
    int stride = window().stride();
    int zeros = size;
    for (int k = 0; k < size; k++) {
      int bits = Float.floatToRawIntBits(history.at(1 + k * stride)) << 1; // without the sign
      zeros -= (bits | -bits) >>> 31; // zeros come without an order that the machine could guess
    }
    int count = WindowSums.count(history, size, stride);
    return count < fewest() ? Float.NaN : (float) (zeros * (1.0 / count));
  }

  @Override
  void fillKnown(ChannelBuffer in, float[] out, int at, int steps) {
    double[] sums = ofZeros ? in.windows().zeros(window()) : in.windows().sums(window());
    if (!in.complete()) {
      double[] counts = in.windows().counts(window());
      for (int t = 0; t < steps; t++) {
        out[at + t] = counts[t] < fewest() ? Float.NaN : (float) (sums[t] * (1.0 / counts[t]));
      }
      return;
    }
    int ramp = ramp(steps);
    for (int t = 0; t < ramp; t++) {
      int count = count(t);
      out[at + t] = count < fewest() ? Float.NaN : (float) (sums[t] * (1.0 / count));
    }
    double share = 1.0 / window().size();
    for (int t = ramp; t < steps; t++) {
      out[at + t] = (float) (sums[t] * share);
    }
  }
}
