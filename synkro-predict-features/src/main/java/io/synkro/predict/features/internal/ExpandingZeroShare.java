package io.synkro.predict.features.internal;

/** Share of zeros among all observed values. */
public final class ExpandingZeroShare extends Fold {
  /** Creates the transform. */
  public ExpandingZeroShare() {
    super("zero_share_all", "zero_share(all)", 2);
  }

  @Override
  public void start(double[] state, int at) {
    state[at] = 0;
    state[at + 1] = 0;
  }

  @Override
  public void update(double[] state, int at, float value) {
    if (!Float.isNaN(value)) {
      state[at] += value == 0 ? 1 : 0;
      state[at + 1] += 1;
    }
  }

  @Override
  float value(double[] state, int at) {
    return state[at + 1] == 0 ? Float.NaN : (float) (state[at] / state[at + 1]);
  }
}
