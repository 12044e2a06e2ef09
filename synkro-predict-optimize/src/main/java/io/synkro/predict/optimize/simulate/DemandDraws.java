package io.synkro.predict.optimize.simulate;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import java.util.SplittableRandom;

/** Demand drawn from a distribution, for simulations without a past to replay. */
public final class DemandDraws {
  private DemandDraws() {}

  /**
   * Draws independent demands by inversion. A distribution that reaches below zero, such as the
   * normal, is cut at zero: what it would ask for less than nothing is nothing.
   *
   * @param distribution demand of a period
   * @param periods how many, at least 1
   * @param seed equal seeds draw equal demand
   * @return units by period, zero or more
   */
  public static double[] of(DemandDistribution distribution, int periods, long seed) {
    Require.atLeast("periods", periods, 1, "");
    SplittableRandom random = new SplittableRandom(seed);
    double[] demand = new double[periods];
    for (int t = 0; t < periods; t++) {
      double u = random.nextDouble(Double.MIN_NORMAL, 1);
      demand[t] = Math.max(0, distribution.quantile(u));
    }
    return demand;
  }
}
