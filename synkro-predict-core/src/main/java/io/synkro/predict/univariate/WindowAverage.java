package io.synkro.predict.univariate;

import io.synkro.predict.internal.Require;
import io.synkro.predict.univariate.internal.Inputs;

/**
 * Forecasts the mean of the last values, as a moving average does. A series that is shorter than
 * the window is averaged whole.
 *
 * @param window how many values, at least 1
 */
public record WindowAverage(int window) implements UnivariateMethod {
  /** {@inheritDoc} */
  public WindowAverage {
    Require.atLeast("window", window, 1, "use 1 for the last value");
  }

  @Override
  public String name() {
    return "Window average (%d)".formatted(window);
  }

  @Override
  public UnivariateFit fit(double[] values, int season) {
    Inputs.require(values, season);
    return new WindowAverageFit(values, Math.min(window, values.length));
  }

  /** About the first value, so that equal values have exactly that mean. */
  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value - values[0];
    }
    return values[0] + sum / values.length;
  }
}
