package io.synkro.predict.demand.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts spikes by step over all series of a panel: where several series have one at once something
 * happened to all of them, such as a holiday, which may well come again.
 */
public final class SharedSpikes {
  private static final double COMMON = 0.05;

  private final int series;
  private final Map<Integer, Integer> counts = new HashMap<>();

  /**
   * Starts counting.
   *
   * @param series number of series of the panel
   */
  public SharedSpikes(int series) {
    this.series = series;
  }

  void add(int step) {
    counts.merge(step, 1, Integer::sum);
  }

  /** Whether two or more series, and more than one in twenty of all, have a spike at a step. */
  boolean isCommon(int step) {
    return counts.getOrDefault(step, 0) > Math.max(1, COMMON * series);
  }
}
