package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesPanel;
import java.util.Arrays;

/**
 * The season that items have in common: what they sell at each season position over what they sell
 * on the mean, drawn towards 1 by as much as two steps of one item. Items with less than two
 * seasons of demand say nothing of it.
 */
final class SeasonProfile {
  private static final double DRAW = 2;

  private final double[] factors;

  private SeasonProfile(double[] factors) {
    this.factors = factors;
  }

  /** No season at all. */
  static SeasonProfile flat() {
    return new SeasonProfile(new double[] {1});
  }

  /** Learns from some series of a panel. */
  static SeasonProfile of(SeriesPanel demand, int[] series) {
    int season = demand.axis().frequency().seasonLength();
    double[] sums = new double[season];
    double[] counts = new double[season];
    for (int i : series) {
      double[] values = demand.values(i);
      double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
      double mean = Arrays.stream(known).average().orElse(0);
      if (known.length < 2 * season || mean <= 0) {
        continue;
      }
      long begin = demand.axis().sinceEpoch(demand.start(i));
      for (int t = 0; t < values.length; t++) {
        if (!Double.isNaN(values[t])) {
          int position = (int) Math.floorMod(begin + t, (long) season);
          sums[position] += values[t] / mean;
          counts[position]++;
        }
      }
    }
    double[] factors = new double[season];
    Arrays.setAll(factors, s -> (sums[s] + DRAW) / (counts[s] + DRAW));
    return new SeasonProfile(factors);
  }

  /** The factor of a step, by its number since 1970. */
  double at(long time) {
    return factors[(int) Math.floorMod(time, (long) factors.length)];
  }
}
