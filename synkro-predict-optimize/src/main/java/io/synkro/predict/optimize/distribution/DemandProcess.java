package io.synkro.predict.optimize.distribution;

/**
 * Demand over any stretch of time, where the demands of stretches that do not overlap are
 * independent. Implementations must be safe for use by many threads and give equal distributions
 * for equal times.
 */
@FunctionalInterface
public interface DemandProcess {

  /**
   * Returns the demand over a stretch of time.
   *
   * @param time periods, positive, not always whole
   * @return its distribution
   */
  DemandDistribution over(double time);

  /**
   * Creates the process from the demand of one period. It is exact for Poisson, negative binomial,
   * gamma and normal demand; any other is itself over one period and over others a gamma
   * distribution with the same mean and standard deviation (normal if it does not vary).
   *
   * @param perPeriod demand of one period
   * @return the process
   */
  static DemandProcess of(DemandDistribution perPeriod) {
    if (perPeriod instanceof CountDemand counts) {
      return counts::times;
    }
    if (perPeriod instanceof GammaDemand gamma) {
      return gamma::times;
    }
    if (perPeriod instanceof NormalDemand normal) {
      return normal::times;
    }
    NormalDemand moments = new NormalDemand(perPeriod.mean(), perPeriod.sd());
    return time -> {
      NormalDemand sum = moments.times(time);
      if (time == 1) {
        return perPeriod;
      }
      return sum.sd() == 0 ? sum : GammaDemand.of(sum.mean(), sum.sd());
    };
  }
}
