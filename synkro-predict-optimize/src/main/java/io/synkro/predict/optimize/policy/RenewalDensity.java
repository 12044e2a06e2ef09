package io.synkro.predict.optimize.policy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;

/**
 * How many reviews find the demand since the last order at each number of units, in expectation:
 * m(0) = 1 / (1 − p(0)) and m(j) = m(0) Σ p(l) m(j − l) over l from 1 to j. Each value is worked out
 * once, when it is first asked for. Not safe for use by many threads. Source: Zheng &amp; Federgruen
 * (1991), equation 2.
 */
final class RenewalDensity {
  /** As many take a few seconds and 1 MB; twice as many would take four times as long. */
  static final int MOST = 1 << 16;

  private final DemandDistribution demand;
  private final DoubleArray probabilities = new DoubleArray();
  private final DoubleArray densities = new DoubleArray();
  private final DoubleArray sums = new DoubleArray();
  private int least; // least demand above zero that has a probability
  private int most; // largest known demand that has one
  private double covered; // cumulative probability of the largest known demand

  RenewalDensity(DemandDistribution demand) {
    Require.that(
        demand.isDiscrete(),
        "period demand",
        demand,
        "must be in whole units",
        "use PowerApproximation");
    this.demand = demand;
    covered = demand.cdf(0);
    probabilities.add(covered);
    densities.add(1 / Require.positive("probability of demand in a period", 1 - covered, ""));
    sums.add(0);
  }

  /** Returns m(units). */
  double at(int units) {
    grow(units);
    return densities.get(units);
  }

  /** Returns M(units), the sum of m(0) to m(units - 1): the mean number of reviews per order. */
  double below(int units) {
    grow(units);
    return sums.get(units);
  }

  private void grow(int units) {
    if (units >= MOST) {
      throw new InvalidInputException(
          "units between reorder point and order-up-to level",
          Integer.toString(units),
          "must be below " + MOST,
          "count in packs or pallets, or use PowerApproximation");
    }
    while (densities.size() <= units) {
      int j = densities.size();
      sums.add(sums.get(j - 1) + densities.get(j - 1));
      double upTo = demand.cdf(j);
      probabilities.add(upTo - covered);
      covered = upTo;
      if (probabilities.get(j) > 0) {
        most = j;
        least = least == 0 ? j : least;
      }
      densities.add(densities.get(0) * convolution(j));
    }
  }

  private double convolution(int j) {
    double sum = 0;
    if (least > 0) {
      for (int l = least; l <= most; l++) {
        sum += probabilities.get(l) * densities.get(j - l);
      }
    }
    return sum;
  }
}
