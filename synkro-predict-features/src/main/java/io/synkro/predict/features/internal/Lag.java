package io.synkro.predict.features.internal;

import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.History;

/**
 * A value some steps back.
 *
 * @param steps how far, at least 1
 * @param name its name
 */
public record Lag(int steps, String name) implements BulkTransform {
  /** {@inheritDoc} */
  public Lag {
    Require.that(
        steps >= 1 && steps <= Window.MAX_LOOKBACK,
        "lag",
        steps,
        "must be from 1 to %d steps".formatted(Window.MAX_LOOKBACK),
        "use lag 1 for the newest value that is known");
  }

  /**
   * Creates a lag.
   *
   * @param steps how far, at least 1
   */
  public Lag(int steps) {
    this(steps, "lag_" + steps);
  }

  /**
   * Counts seasons instead of steps.
   *
   * @param season steps of a season
   * @return the value as many seasons before the newest as this lag lies steps before the origin
   */
  public Lag every(int season) {
    long back = (steps - 1L) * season + 1;
    return new Lag(
        (int) Math.min(Integer.MAX_VALUE, back), name + "_every_" + season); // refused if too long
  }

  @Override
  public String definition() {
    return "lag(%s)".formatted(steps);
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
