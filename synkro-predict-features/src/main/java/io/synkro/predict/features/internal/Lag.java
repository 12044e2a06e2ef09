package io.synkro.predict.features.internal;

import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.History;

/**
 * A value some steps back.
 *
 * @param steps how far, at least 1
 */
public record Lag(int steps) implements BulkTransform {
  /** {@inheritDoc} */
  public Lag {
    Require.that(
        steps >= 1 && steps <= Window.MAX_LOOKBACK,
        "lag",
        steps,
        "must be from 1 to %d steps".formatted(Window.MAX_LOOKBACK),
        "use lag 1 for the newest value that is known");
  }

  @Override
  public String name() {
    return "lag_" + steps;
  }

  @Override
  public String definition() {
    return "lag(%d)".formatted(steps);
  }

  @Override
  public int lookback() {
    return steps;
  }

  @Override
  public float value(History history, double[] state, int at) {
    return history.back(steps);
  }

  @Override
  public void fill(ChannelBuffer in, int lag, Slice out) {
    int back = lag + steps - 1;
    int missing = out.fillFirst(back, Float.NaN);
    System.arraycopy(in.values(), in.pad(), out.values(), out.at() + missing, out.rows() - missing);
  }
}
