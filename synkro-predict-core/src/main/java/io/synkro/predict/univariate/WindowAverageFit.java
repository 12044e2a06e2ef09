package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.Inputs;
import java.util.Arrays;
import java.util.Map;

/** The last values that were observed. */
final class WindowAverageFit implements UnivariateFit {
  private final double[] fitted;

  /** The oldest first. */
  private final double[] window;

  /**
   * Fits the method.
   *
   * @param values at least as many as the window
   * @param size values of the window
   */
  WindowAverageFit(double[] values, int size) {
    this.fitted = new double[values.length];
    Arrays.fill(fitted, 0, size, Double.NaN);
    for (int t = size; t < values.length; t++) {
      fitted[t] = WindowAverage.mean(Arrays.copyOfRange(values, t - size, t));
    }
    this.window = Arrays.copyOfRange(values, values.length - size, values.length);
  }

  private WindowAverageFit(WindowAverageFit before, double[] window) {
    this.fitted = before.fitted;
    this.window = window;
  }

  @Override
  public String text() {
    return "Window average (%d)".formatted(window.length);
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of();
  }

  @Override
  public double[] fitted() {
    return fitted.clone();
  }

  @Override
  public double[] forecast(int steps) {
    double[] forecast = new double[Inputs.requireSteps(steps)];
    Arrays.fill(forecast, WindowAverage.mean(window));
    return forecast;
  }

  @Override
  public UnivariateFit after(double... newer) {
    Inputs.requireNewer(newer);
    double[] observed = Arrays.stream(newer).filter(value -> !Double.isNaN(value)).toArray();
    int size = window.length;
    int kept = Math.max(0, size - observed.length);
    double[] moved = Arrays.copyOfRange(window, size - kept, size + size - kept);
    System.arraycopy(observed, observed.length - (size - kept), moved, kept, size - kept);
    return new WindowAverageFit(this, moved);
  }
}
