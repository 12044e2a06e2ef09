package io.synkro.predict.features.internal;

/** Exponentially weighted mean: simple exponential smoothing that begins with the first value. */
public final class ExponentialMean extends Fold {
  private final double weight;

  /**
   * Creates the transform.
   *
   * @param weight weight of the newest value, above 0 and at most 1
   * @param name its name
   */
  public ExponentialMean(double weight, String name) {
    super(name, "ewm(%s)".formatted(weight), 1);
    this.weight = weight;
  }

  @Override
  public void start(double[] state, int at) {
    state[at] = Double.NaN;
  }

  @Override
  public void update(double[] state, int at, float value) {
    state[at] = next(state[at], value);
  }

  private double next(double level, float value) {
    if (Float.isNaN(value)) {
      return level;
    }
    return Double.isNaN(level) ? value : Math.fma(1 - weight, level, weight * value);
  }

  @Override
  float value(double[] state, int at) {
    return (float) state[at];
  }

  @Override
  public void fill(ChannelBuffer in, int lag, Slice out) {
    int t = out.fillFirst(lag, Float.NaN);
    float[] column = out.values();
    int at = out.at();
    int rows = out.rows();
    float[] values = in.values();
    int from = in.pad() - lag;
    double level = Double.NaN;
    for (; t < rows && (Double.isNaN(level) || !in.complete()); t++) {
      level = next(level, values[from + t]);
      column[at + t] = (float) level;
    }
    double[] filled = in.filled();
    double keep = 1 - weight;
    for (; t < rows; t++) {
      level = Math.fma(keep, level, weight * filled[from + t]);
      column[at + t] = (float) level;
    }
  }
}
