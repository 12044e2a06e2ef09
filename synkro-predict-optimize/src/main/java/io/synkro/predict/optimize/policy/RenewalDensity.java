package io.synkro.predict.optimize.policy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import java.util.Arrays;

/**
 * How many reviews find the demand since the last order at each number of units, in expectation:
 * m(0) = 1 / (1 − p(0)) and m(j) = m(0) Σ p(l) m(j − l) over l from 1 to j. Each value is worked
 * out once, when it is first asked for. Not safe for use by many threads. Source: Zheng &amp;
 * Federgruen (1991).
 */
final class RenewalDensity {
  /** As many take a second or two; twice as many would take four times as long. */
  static final int MOST = 1 << 15;

  private final DemandDistribution demand;
  private double[] probabilities = new double[64];
  private double[] densities = new double[64];
  private double[] reviews = new double[65];
  private int size = 1;
  private int least; // least demand above zero that has a probability
  private int most; // largest known demand that has one

  RenewalDensity(DemandDistribution demand) {
    this.demand = demand;
    double none = demand.probability(0);
    double any = none > 0.5 ? demand.loss(0) - demand.loss(1) : 1 - none; // each keeps its digits
    densities[0] = 1 / Require.positive("probability of demand in a period", any, "");
    reviews[1] = densities[0];
  }

  /** Returns m(0), m(1) and so on, at least so many; not a copy. */
  double[] densities(int count) {
    grow(count);
    return densities;
  }

  /** Returns M(units), the sum of m(0) to m(units - 1): the mean number of reviews per order. */
  double reviews(int units) {
    grow(units);
    return reviews[units];
  }

  private void grow(int count) {
    if (count > MOST) {
      throw new InvalidInputException(
          "units between reorder point and order-up-to level",
          Integer.toString(count),
          "must be at most " + MOST,
          "count in packs or pallets, or use PowerApproximation");
    }
    if (count > densities.length) {
      int length = Math.max(count, 2 * densities.length);
      probabilities = Arrays.copyOf(probabilities, length);
      densities = Arrays.copyOf(densities, length);
      reviews = Arrays.copyOf(reviews, length + 1);
    }
    for (; size < count; size++) {
      probabilities[size] = demand.probability(size);
      if (probabilities[size] > 0) {
        most = size;
        least = least == 0 ? size : least;
      }
      densities[size] = densities[0] * convolution(size);
      reviews[size + 1] = reviews[size] + densities[size];
    }
  }

  private double convolution(int units) {
    double sum = 0;
    if (least > 0) {
      for (int demanded = least; demanded <= most; demanded++) {
        sum += probabilities[demanded] * densities[units - demanded];
      }
    }
    return sum;
  }
}
