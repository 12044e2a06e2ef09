package io.synkro.predict.optimize.echelon;

import io.synkro.predict.optimize.distribution.DemandDistribution;

/**
 * Demand of customers over any stretch of time, from independent and identically distributed
 * periods. For normal demand of mean m and standard deviation s a period, that is the normal
 * distribution of mean m t and standard deviation s √t; for Poisson demand the Poisson distribution
 * of mean m t. Implementations must be safe for use by many threads and give equal distributions
 * for equal times.
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
}
