package io.synkro.predict.features.internal;

/**
 * Sample standard deviation of all observed values, by Welford's recurrence (1962), <a
 * href="https://doi.org/10.1080/00401706.1962.10490022">doi:10.1080/00401706.1962.10490022</a>.
 */
public final class ExpandingSd extends Fold {
  /** Creates the transform. */
  public ExpandingSd() {
    super("sd_all", "sd(all)", 3);
  }

  @Override
  public void start(double[] state, int at) {
    Welford.start(state, at);
  }

  @Override
  public void update(double[] state, int at, float value) {
    if (!Float.isNaN(value)) {
      Welford.add(state, at, value);
    }
  }

  @Override
  float value(double[] state, int at) {
    return (float) Math.sqrt(Welford.variance(state, at));
  }
}
