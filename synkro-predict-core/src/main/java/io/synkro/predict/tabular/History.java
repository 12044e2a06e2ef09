package io.synkro.predict.tabular;

/**
 * The past of one number of one entity, as a {@link HistoryTransform} sees it: one value a step,
 * the newest of them the last that is known. A view on memory that changes, so do not keep it.
 */
public interface History {
  /**
   * Returns a value.
   *
   * @param steps how far back, from 1 for the newest value to {@link HistoryTransform#lookback()}
   * @return the value; NaN where nothing was observed or before the first step
   */
  float back(int steps);

  /**
   * Returns which step the newest value belongs to.
   *
   * @return steps since 1970, as {@link io.synkro.predict.series.TimeAxis#sinceEpoch(long)} counts
   *     them
   */
  long newestStep();
}
