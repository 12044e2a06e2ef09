package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesPanel;

/** A method that forecasts the mean of demand; a forecaster chooses among several by backtest. */
public interface Member {
  /**
   * Returns the name that reports show.
   *
   * @return a name in words
   */
  String name();

  /**
   * Returns whether one model learns from all series, rather than each series from itself.
   *
   * @return true for trees
   */
  default boolean isGlobal() {
    return false;
  }

  /**
   * Returns whether forecasts go on from the season before, also where less than two are known.
   *
   * @return true for trees of changes
   */
  default boolean beginsAtLastSeason() {
    return false;
  }

  /**
   * Learns from a panel.
   *
   * @param demand clean demand
   * @return a fitted, immutable member
   */
  Fitted fit(SeriesPanel demand);

  /** A member that has learnt. */
  interface Fitted {
    /**
     * Forecasts the steps from the panel's end on.
     *
     * @param demand clean demand, of the panel it was fitted on or a later one
     * @return expected demand, shape {@code [demand.size()][horizon]}, flat, zero or more; NaN for
     *     a series that it cannot forecast
     */
    double[] forecast(SeriesPanel demand);
  }
}
