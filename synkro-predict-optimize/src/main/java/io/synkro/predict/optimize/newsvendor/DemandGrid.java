package io.synkro.predict.optimize.newsvendor;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;

/**
 * A demand in whole units: the probabilities of {@code low}, {@code low + 1} and so on. A
 * continuous demand is rounded to the nearest unit.
 */
final class DemandGrid {
  /** Probability that may lie outside on either side: a millionth of a millionth of the cost. */
  private static final double NEGLIGIBLE = 1e-13;

  private static final double WIDEST = 1e6;
  private static final double LARGEST = 1L << 53; // beyond it doubles skip whole numbers

  final long low;
  final double[] probabilities;

  private DemandGrid(long low, double[] probabilities) {
    this.low = low;
    this.probabilities = probabilities;
  }

  /** Covers all demand that matters; what a normal distribution has below zero counts as zero. */
  static DemandGrid of(DemandDistribution demand) {
    double first = Math.max(0, Math.rint(demand.quantile(NEGLIGIBLE)));
    double last = Math.max(first, Math.rint(demand.quantile(1 - NEGLIGIBLE)));
    Require.that(
        last - first < WIDEST && last < LARGEST,
        "spread of the demand of a period",
        last - first,
        "must be below a million units",
        "count in packs");
    DemandGrid grid = between(demand, (long) first, (long) last);
    grid.probabilities[0] = demand.cdf(demand.isDiscrete() ? first : first + 0.5);
    return grid;
  }

  /** Leaves out what lies outside a range. */
  static DemandGrid between(DemandDistribution demand, long low, long high) {
    double[] probabilities = new double[(int) (high - low) + 1];
    for (int i = 0; i < probabilities.length; i++) {
      double d = low + i;
      probabilities[i] =
          demand.isDiscrete() ? demand.probability(d) : demand.cdf(d + 0.5) - demand.cdf(d - 0.5);
    }
    return new DemandGrid(low, probabilities);
  }

  long high() {
    return low + probabilities.length - 1;
  }
}
