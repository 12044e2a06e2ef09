package io.synkro.predict.features.internal;

import io.synkro.predict.tabular.History;
import io.synkro.predict.tabular.HistoryTransform;

/** A feature of the whole past, carried along in a few numbers. Immutable. */
public abstract class Fold implements BulkTransform {
  private final String name;
  private final String definition;
  private final int stateSize;

  Fold(String name, String definition, int stateSize) {
    this.name = name;
    this.definition = definition;
    this.stateSize = stateSize;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String definition() {
    return definition;
  }

  @Override
  public final int lookback() {
    return 0;
  }

  @Override
  public final int stateSize() {
    return stateSize;
  }

  @Override
  public final float value(History history, double[] state, int at) {
    return value(state, at);
  }

  /**
   * Returns the same feature of the values of one season position.
   *
   * @param season steps of a season, at least 2
   * @return the transform
   */
  public final HistoryTransform every(int season) {
    return new SeasonalFold(this, season);
  }

  /** The feature, from the state alone. */
  abstract float value(double[] state, int at);

  @Override
  public void fill(ChannelBuffer in, int lag, Slice out) {
    double[] state = new double[stateSize];
    start(state, 0);
    for (int t = out.fillFirst(lag, Float.NaN); t < out.rows(); t++) {
      update(state, 0, in.value(t - lag));
      out.set(t, value(state, 0));
    }
  }
}
