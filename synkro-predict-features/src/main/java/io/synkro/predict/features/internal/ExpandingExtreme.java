package io.synkro.predict.features.internal;

/** Smallest or largest of all observed values. */
public final class ExpandingExtreme extends Fold {
  private final boolean largest;

  /**
   * Creates the transform.
   *
   * @param largest true for the maximum, false for the minimum
   */
  public ExpandingExtreme(boolean largest) {
    super(largest ? "max_all" : "min_all", largest ? "max(all)" : "min(all)", 1);
    this.largest = largest;
  }

  @Override
  public void start(double[] state, int at) {
    state[at] = Double.NaN;
  }

  @Override
  public void update(double[] state, int at, float value) {
    double extreme = state[at];
    if (Double.isNaN(extreme) || (largest ? value > extreme : value < extreme)) {
      state[at] = value;
    }
  }

  @Override
  float value(double[] state, int at) {
    return (float) state[at];
  }
}
