package io.synkro.predict.optimize.echelon;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;

/**
 * Demand of customers over any stretch of time, where the demands of stretches that do not overlap
 * are independent. Implementations must be safe for use by many threads and give equal
 * distributions for equal times, such as {@code t -> new GammaDemand(shape * t, scale)}.
 */
@FunctionalInterface
public interface LeadTimeDemand {

  /**
   * Returns the demand over a stretch of time.
   *
   * @param time periods, positive, not always whole
   * @return its distribution
   */
  DemandDistribution over(double time);

  /**
   * Creates normally distributed demand: over t periods of mean m t and standard deviation s √t.
   *
   * @param mean expected demand of a period, units, zero or more
   * @param sd its standard deviation, units, zero or more
   * @return the demand
   */
  static LeadTimeDemand normal(double mean, double sd) {
    Require.nonNegative("mean demand", mean, "");
    Require.nonNegative("sd of the demand", sd, "");
    return time -> new NormalDemand(mean * time, sd * Math.sqrt(time));
  }

  /**
   * Creates demand by customers who come at random and take a unit each.
   *
   * @param mean expected demand of a period, units, positive
   * @return the demand
   */
  static LeadTimeDemand poisson(double mean) {
    Require.positive("mean demand", mean, "");
    return time -> new PoissonDemand(mean * time);
  }
}
