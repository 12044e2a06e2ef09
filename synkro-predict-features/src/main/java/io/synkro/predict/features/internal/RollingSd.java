package io.synkro.predict.features.internal;

import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.History;
import java.util.Arrays;

/**
 * Sample standard deviation of the observed values of a window, in two passes: first the mean, then
 * the squared deviations from it, so that large values of little spread lose no digits.
 */
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
  float value(History history, int count) {
    int size = window().size();
    int stride = window().stride();
    double mean = WindowSums.of(history, size, stride) * (1.0 / count);
    double squares = 0;
    for (int k = size - 1; k >= 0; k--) {
      float value = history.back(1 + k * stride);
      double deviation = Float.isNaN(value) ? 0 : value - mean;
      squares += deviation * deviation;
    }
    return (float) Math.sqrt(squares * (1.0 / (count - 1)));
  }

  @Override
  void fillKnown(ChannelBuffer in, float[] out, int at, int steps) {
    double[] means = in.windows().borrow();
    double[] squares = in.windows().borrow();
    double[] sums = in.windows().sums(window());
    double[] counts = in.complete() ? sums : in.windows().counts(window());
    int ramp = in.complete() ? ramp(steps) : steps;
    for (int t = 0; t < ramp; t++) {
      double count = in.complete() ? count(t) : counts[t];
      means[t] = count == 0 ? 0 : sums[t] * (1.0 / count);
    }
    double share = 1.0 / window().size();
    for (int t = ramp; t < steps; t++) {
      means[t] = sums[t] * share;
    }
    addSquares(in, means, squares, ramp, steps);
    double least = 1.0 / (window().size() - 1);
    for (int t = 0; t < ramp; t++) {
      double count = in.complete() ? count(t) : counts[t];
      out[at + t] =
          count < fewest() ? Float.NaN : (float) Math.sqrt(squares[t] * (1.0 / (count - 1)));
    }
    for (int t = ramp; t < steps; t++) {
      out[at + t] = (float) Math.sqrt(squares[t] * least);
    }
    in.windows().giveBack(means);
    in.windows().giveBack(squares);
  }

  /** Squared deviations of each window, from the oldest value to the newest. */
  private void addSquares(ChannelBuffer in, double[] means, double[] squares, int ramp, int steps) {
    double[] values = in.filled();
    double[] seen = in.seen();
    int stride = window().stride();
    int oldest = in.pad() - (window().size() - 1) * stride;
    Arrays.fill(squares, 0, steps, 0);
    for (int k = 0; k < window().size(); k++) {
      int a = oldest + k * stride;
      for (int t = 0; t < ramp; t++) {
        double deviation = (values[a + t] - means[t]) * seen[a + t];
        squares[t] += deviation * deviation;
      }
    }
    int k = 0;
    for (; k + 3 < window().size(); k += 4) {
      int a = oldest + k * stride;
      int b = a + stride;
      int c = b + stride;
      int d = c + stride;
      for (int t = ramp; t < steps; t++) {
        double mean = means[t];
        double p = values[a + t] - mean;
        double q = values[b + t] - mean;
        double r = values[c + t] - mean;
        double s = values[d + t] - mean;
        squares[t] = squares[t] + p * p + q * q + r * r + s * s;
      }
    }
    for (; k < window().size(); k++) {
      int a = oldest + k * stride;
      for (int t = ramp; t < steps; t++) {
        double deviation = values[a + t] - means[t];
        squares[t] += deviation * deviation;
      }
    }
  }
}
