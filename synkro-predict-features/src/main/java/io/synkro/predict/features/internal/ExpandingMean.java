package io.synkro.predict.features.internal;

/** Mean of all observed values, or with a prior as an encoding of a category by its past. */
public final class ExpandingMean extends Fold {
  /** Creates the transform. */
  public ExpandingMean() {
    super("mean_all", "mean(all)", 2);
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
  public void start(double[] state, int at) {
    state[at] = 0;
    state[at + 1] = 0;
  }

  @Override
  float value(double[] state, int at) {
    return state[at + 1] == 0 ? Float.NaN : (float) (state[at] * (1 / state[at + 1]));
  }

  @Override
  public void fill(ChannelBuffer in, int lag, Slice out) {
    if (!in.complete()) {
      super.fill(in, lag, out);
      return;
    }
    int first = out.fillFirst(lag, Float.NaN);
    float[] column = out.values();
    int at = out.at();
    double[] values = in.filled();
    int from = in.pad() - lag;
    double[] inverse = in.inverse();
    double sum = 0;
    for (int t = first; t < out.rows(); t++) {
      sum += values[from + t];
      column[at + t] = (float) (sum * inverse[t - lag]);
    }
  }
}
