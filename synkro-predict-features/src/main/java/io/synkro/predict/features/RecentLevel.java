package io.synkro.predict.features;

import io.synkro.predict.features.internal.RollingAverage;
import io.synkro.predict.features.internal.Window;
import io.synkro.predict.forecast.DemandLevel;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.tabular.History;
import io.synkro.predict.tabular.HistoryTransform;

/**
 * The {@link DemandLevel}: the mean of a recent window; of all values if the window is empty or
 * sold nothing; at least {@link DemandLevel#LEAST}. Immutable.
 */
final class RecentLevel implements HistoryTransform {
  private final RollingAverage recent;
  private final boolean logarithm;

  private RecentLevel(Frequency frequency, boolean logarithm) {
    this.recent = RollingAverage.mean(Window.of(DemandLevel.window(frequency)));
    this.logarithm = logarithm;
  }

  static RecentLevel of(Frequency frequency) {
    return new RecentLevel(frequency, false);
  }

  static RecentLevel logarithm(Frequency frequency) {
    return new RecentLevel(frequency, true);
  }

  @Override
  public String name() {
    return logarithm ? "log_level" : "level";
  }

  @Override
  public String definition() {
    return "%s(%s)".formatted(name(), recent.window().text());
  }

  @Override
  public int lookback() {
    return recent.lookback();
  }

  @Override
  public int stateSize() {
    return 2;
  }

  @Override
  public void start(double[] state, int at) {
    state[at] = 0;
    state[at + 1] = 0;
  }

  @Override
  public void update(double[] state, int at, float value) {
    if (!Float.isNaN(value)) {
      state[at] += value;
      state[at + 1] += 1;
    }
  }

  @Override
  public void update(double[] state, int at, float[] values, int from, int to) {
    double sum = state[at];
    double count = state[at + 1];
    for (int i = from; i < to; i++) {
      if (!Float.isNaN(values[i])) {
        sum += values[i];
        count += 1;
      }
    }
    state[at] = sum;
    state[at + 1] = count;
  }

  @Override
  public float value(History history, double[] state, int at) {
    double mean = recent.value(history, state, at);
    if (!(mean > 0)) {
      mean = state[at + 1] == 0 ? 0 : state[at] / state[at + 1];
    }
    double level = Math.max(DemandLevel.LEAST, mean);
    return (float) (logarithm ? StrictMath.log(level) : level);
  }
}
