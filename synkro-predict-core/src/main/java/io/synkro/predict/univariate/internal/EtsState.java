package io.synkro.predict.univariate.internal;

/** The state between two values. Immutable, if the array it was made of is left alone. */
public final class EtsState {
  private final double level;
  private final double slope;
  private final double[] season;

  /**
   * Creates a state.
   *
   * @param level the level
   * @param slope its change a step; 0 without a trend
   * @param season effects of the steps of a season, that of the next step first; a single 0 without
   *     a season; kept, not copied
   */
  public EtsState(double level, double slope, double[] season) {
    this.level = level;
    this.slope = slope;
    this.season = season;
  }

  /**
   * Returns the level.
   *
   * @return before the effect of the season
   */
  public double level() {
    return level;
  }

  /**
   * Returns the slope.
   *
   * @return change of the level a step
   */
  public double slope() {
    return slope;
  }

  /**
   * Returns how many steps a season has.
   *
   * @return at least 1
   */
  public int period() {
    return season.length;
  }

  /**
   * Returns the effect of a step of the season.
   *
   * @param step steps after the next one, below {@link #period()}
   * @return a summand or a factor
   */
  public double effect(int step) {
    return season[step];
  }

  /**
   * Returns the effects of the steps of a season.
   *
   * @return a copy, that of the next step first
   */
  public double[] season() {
    return season.clone();
  }

  /**
   * Returns the state in another unit of the series.
   *
   * @param scale by what to multiply
   * @param factors whether the effects of the season are factors, which have no unit
   * @return the scaled state
   */
  EtsState times(double scale, boolean factors) {
    double[] effects = season();
    for (int s = 0; s < effects.length && !factors; s++) {
      effects[s] *= scale;
    }
    return new EtsState(level * scale, slope * scale, effects);
  }
}
