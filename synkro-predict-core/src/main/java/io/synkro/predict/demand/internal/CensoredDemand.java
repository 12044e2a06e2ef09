package io.synkro.predict.demand.internal;

import java.util.Arrays;

/**
 * Estimates demand of steps in which the product ran out, by expectation and maximisation: what is
 * usual is learnt from the estimates, and the estimates follow from what is usual. Source: Talluri
 * &amp; van Ryzin (2004), The Theory and Practice of Revenue Management, section 9.4.1. Stateless.
 */
final class CensoredDemand {
  private static final int MOST_ROUNDS = 50;
  private static final double CLOSE = 1e-3;

  /** Estimates beyond this many times the largest sale rest on too little. */
  private static final double MOST = 4;

  /** With fewer steps of full stock nothing shows how far demand goes above sales. */
  private static final int LEAST_UNCUT = 8;

  private CensoredDemand() {}

  /**
   * Puts estimates in the place of sales.
   *
   * @param demand sales, NaN where missing; changed where {@code shares} are below 1
   * @param shares share of each step in stock; 0 with sales = for an unknown time
   * @param usual what the series usually sells
   */
  static void estimate(double[] demand, double[] shares, UsualDemand usual) {
    double[] sales = demand.clone();
    double most = MOST * Arrays.stream(sales).filter(s -> !Double.isNaN(s)).max().orElse(0);
    boolean boundsTell = uncut(demand, shares) >= LEAST_UNCUT;
    double dispersion = 0;
    double moved = 1;
    for (int round = 0; round < MOST_ROUNDS && moved > CLOSE; round++) {
      double[] means = usual.of(demand);
      moved = 0;
      double excess = 0;
      double squares = 0;
      for (int t = 0; t < demand.length; t++) {
        if (Double.isNaN(demand[t])) {
          continue;
        }
        double variance = (demand[t] - means[t]) * (demand[t] - means[t]);
        if (shares[t] < 1 && (shares[t] > 0 || boundsTell)) {
          DemandAtLeast given =
              shares[t] > 0
                  ? DemandAtLeast.inShare(sales[t], shares[t], means[t], dispersion)
                  : DemandAtLeast.above(sales[t], means[t], dispersion);
          double before = demand[t];
          demand[t] = Math.max(sales[t], Math.min(most, given.expected()));
          moved = Math.max(moved, Math.abs(demand[t] - before) / (1 + before));
          variance = given.squaredDeviation();
        }
        excess += variance - means[t];
        squares += means[t] * means[t];
      }
      dispersion = squares > 0 ? Math.max(0, excess / squares) : 0;
    }
  }

  private static int uncut(double[] demand, double[] shares) {
    int count = 0;
    for (int t = 0; t < demand.length; t++) {
      count += shares[t] == 1 && !Double.isNaN(demand[t]) ? 1 : 0;
    }
    return count;
  }
}
