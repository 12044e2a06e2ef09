package io.synkro.predict.features.internal;

import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.History;

/**
 * Steps from the oldest value that is looked at to the first value above zero: 0 if it is that
 * value itself, one more than the reach if all values are zero or below, and missing if none is
 * above zero while some are missing. Of a plan whose newest value lies {@code reach} steps after
 * the target, that is how long something is still to come.
 *
 * @param reach how many steps after the oldest value are looked at, at least 1
 */
public record StepsUntil(int reach) implements BulkTransform {
  /** {@inheritDoc} */
  public StepsUntil {
    Require.that(
        reach >= 1 && reach < Window.MAX_LOOKBACK,
        "reach",
        reach,
        "must be from 1 to %d steps".formatted(Window.MAX_LOOKBACK - 1),
        "use how many steps plans are made ahead, such as 14");
  }

  @Override
  public String name() {
    return "until_" + reach;
  }

  @Override
  public String definition() {
    return "until_positive(%s)".formatted(reach);
  }

  @Override
  public int lookback() {
    return reach + 1;
  }

  @Override
  public float value(History history, double[] state, int at) {
    boolean known = true;
    for (int steps = 0; steps <= reach; steps++) {
      float value = history.back(reach + 1 - steps);
      if (value > 0) {
        return steps;
      }
      known &= !Float.isNaN(value);
    }
    return known ? reach + 1 : Float.NaN;
  }

  /** From the newest value back, so that each step knows the next ones of both kinds. */
  @Override
  public void fill(ChannelBuffer in, int lag, Slice out) {
    out.fillFirst(lag, Float.NaN);
    int beyond = out.rows() + reach + 1;
    int positive = beyond;
    int missing = beyond;
    for (int t = out.rows() - 1 - lag; t >= -reach; t--) {
      float value = in.value(t);
      positive = value > 0 ? t : positive;
      missing = Float.isNaN(value) ? t : missing;
      int row = t + reach + lag;
      if (row < out.rows()) {
        boolean comes = positive - t <= reach;
        boolean known = missing - t > reach;
        out.set(row, comes ? positive - t : known ? reach + 1 : Float.NaN);
      }
    }
  }
}
