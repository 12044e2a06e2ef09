package io.synkro.predict.features.internal;

/**
 * A quantile of all observed values: exact while a series has had at most {@link ValueBins#MOST}
 * different values, close to it later.
 */
public final class ExpandingQuantile extends Fold {
  private final double level;

  /**
   * Creates the transform.
   *
   * @param level the level, from 0 to 1
   */
  public ExpandingQuantile(double level) {
    super(
        (level == 0.5 ? "median" : "q" + level) + "_all",
        "quantile(" + level + ", all) of " + ValueBins.MOST + " bins",
        ValueBins.NUMBERS);
    this.level = level;
  }

  @Override
  public void start(double[] state, int at) {
    ValueBins.start(state, at);
  }

  @Override
  public void update(double[] state, int at, float value) {
    if (!Float.isNaN(value)) {
      ValueBins.add(state, at, value);
    }
  }

  @Override
  float value(double[] state, int at) {
    return ValueBins.quantile(state, at, level);
  }
}
