package io.synkro.predict.optimize.policy;

import io.synkro.predict.forecast.DemandAhead;
import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.SupplyTerms;
import io.synkro.predict.optimize.distribution.NormalDemand;

/**
 * Demand over the protection period, taken as normally distributed. The period is the lead time
 * plus the time between two reviews: what is ordered now must last until what is ordered at the
 * next review arrives.
 *
 * @param days mean length of the period, positive
 * @param mean expected demand in units, zero or more
 * @param sd standard deviation of the demand in units, zero or more, which includes that of the
 *     lead time
 */
public record ProtectionDemand(double days, double mean, double sd) {
  /** {@inheritDoc} */
  public ProtectionDemand {
    Require.positive("days of the protection period", days, "");
    Require.nonNegative("mean demand", mean, "");
    Require.nonNegative("sd of the demand", sd, "");
  }

  /**
   * Computes the demand over lead time and review: its variance is that of the demand over the mean
   * period plus (mean daily demand)² times the variance of the lead time. Source: Silver, Pyke
   * &amp; Thomas (2017), Inventory and Production Management in Supply Chains, chapter 6,
   * "variability in the replenishment lead time itself".
   *
   * @param demand demand from now on
   * @param supply lead time and review
   * @return the demand over the protection period
   */
  public static ProtectionDemand over(DemandAhead demand, SupplyTerms supply) {
    double days = supply.leadTime().meanDays() + supply.reviewDays();
    double mean = demand.meanOver(days);
    return new ProtectionDemand(
        days, mean, Math.hypot(demand.sdOver(days), mean / days * supply.leadTime().sdDays()));
  }

  /**
   * Returns the mean daily demand.
   *
   * @return units a day
   */
  public double perDay() {
    return mean / days;
  }

  /**
   * Returns the distribution.
   *
   * @return normal demand of this mean and standard deviation
   */
  public NormalDemand distribution() {
    return new NormalDemand(mean, sd);
  }
}
