package io.synkro.predict.forecast.internal;

import io.synkro.predict.univariate.DemandClass;

/**
 * Kinds of demand for which different methods do well, and which are judged by different losses.
 */
public enum Segment {
  /** Demand in most steps: judged by absolute errors in units of the usual change. */
  REGULAR("regular demand"),
  /**
   * Demand in some steps, where a forecast of zero would have the least absolute error: judged by
   * squared errors in units of the level, with which counts vary.
   */
  INTERMITTENT("intermittent demand");

  private final String words;

  Segment(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /**
   * Returns the kind of a series.
   *
   * @param values demand before the origin, NaN where missing
   * @return its kind; intermittent if nothing was sold
   */
  public static Segment of(double[] values) {
    int observed = 0;
    int demands = 0;
    for (double value : values) {
      observed += Double.isNaN(value) ? 0 : 1;
      demands += value > 0 ? 1 : 0;
    }
    boolean regular = demands > 0 && DemandClass.isFrequent((double) observed / demands);
    return regular ? REGULAR : INTERMITTENT;
  }
}
