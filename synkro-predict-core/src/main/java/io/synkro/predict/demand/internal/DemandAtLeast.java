package io.synkro.predict.demand.internal;

import io.synkro.predict.internal.SpecialFunctions;

/**
 * Demand of a step, given sales that show a part of it, if demand is negative binomial: Poisson
 * with a rate that is gamma distributed around the mean.
 *
 * @param expected expected demand, units
 * @param squaredDeviation expected squared distance of demand from the mean
 */
record DemandAtLeast(double expected, double squaredDeviation) {
  private static final double POISSON = 1e-6;
  private static final double LEAST_TAIL = 1e-280;

  /**
   * After sales in a known share of the step. The rate has shape r + s and rate r / m + a after s
   * sales in share a, whether stock ended at a fixed time or with the s-th sale: the likelihood of
   * the rate is the same.
   *
   * @param sales s, units
   * @param share a, above 0 and below 1
   * @param mean m, zero or more
   * @param dispersion 1 / r, zero or more; zero is Poisson demand
   */
  static DemandAtLeast inShare(double sales, double share, double mean, double dispersion) {
    double base = 1 + dispersion * share * mean;
    double rate = mean * (1 + dispersion * sales) / base;
    double rest = (1 - share) * rate;
    double varianceOfRest = rest + (1 - share) * rest * mean * dispersion / base;
    double distance = sales + rest - mean;
    return new DemandAtLeast(sales + rest, distance * distance + varianceOfRest);
  }

  /**
   * Given that demand is at least the sales. Moments above a bound follow from the tails of
   * negative binomials of sizes r + 1 and r + 2 with the same success probability, since k P(k; r)
   * = m P(k - 1; r + 1). Source: Johnson, Kemp &amp; Kotz (2005), Univariate Discrete
   * Distributions, section 5.3 (the tail as an incomplete beta function).
   *
   * @param sales units, above 0
   * @param mean zero or more
   * @param dispersion 1 / r, zero or more; zero is Poisson demand
   */
  static DemandAtLeast above(double sales, double mean, double dispersion) {
    double tail = tail(sales, mean, dispersion, 0);
    if (tail < LEAST_TAIL) { // hardly possible: then the bound itself is the most likely
      return new DemandAtLeast(sales, (sales - mean) * (sales - mean));
    }
    double first = mean * tail(sales - 1, mean, dispersion, 1) / tail;
    double second = mean * mean * (1 + dispersion) * tail(sales - 2, mean, dispersion, 2) / tail;
    double squares = second + first - 2 * mean * first + mean * mean;
    return new DemandAtLeast(Math.max(sales, first), Math.max(0, squares));
  }

  /** P(D >= bound) of a negative binomial whose size is larger by {@code more}. */
  private static double tail(double bound, double mean, double dispersion, int more) {
    if (bound <= 0) {
      return 1;
    }
    if (mean <= 0) {
      return 0;
    }
    if (dispersion < POISSON) {
      return SpecialFunctions.gammaP(bound, mean);
    }
    double odds = mean * dispersion;
    return SpecialFunctions.beta(odds / (1 + odds), 1 / (1 + odds), bound, 1 / dispersion + more);
  }
}
