package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.NormalDistribution;
import io.synkro.predict.inventory.ServiceLevel;

/**
 * How many standard deviations of demand the safety stock has to be for a service level. Never
 * below zero: a plan does not count on running out. Source of both rules: Silver, Pyke &amp; Thomas
 * (2017), chapter 6.
 */
public final class SafetyFactor {
  private static final double LOSS_AT_ZERO = NormalDistribution.loss(0);

  private SafetyFactor() {}

  /**
   * Returns the factor for a service level of either measure.
   *
   * @param target the service level
   * @param sd standard deviation of the demand over the protection period, zero or more
   * @param cycleDemand mean demand of a replenishment cycle, zero or more; used for fill rates only
   * @return standard deviations, zero or more
   */
  public static double of(ServiceLevel target, double sd, double cycleDemand) {
    return target.measure() == ServiceLevel.Measure.CYCLE
        ? forCycles(target.target())
        : forFillRate(target.target(), sd, cycleDemand);
  }

  /**
   * Returns the factor for a share of cycles without a stock-out: k = Φ⁻¹(target).
   *
   * @param target share, above 0 and below 1
   * @return standard deviations, zero or more
   */
  public static double forCycles(double target) {
    return Math.max(0, NormalDistribution.quantile(target));
  }

  /**
   * Returns the factor for a share of units from the shelf: k with σ L(k) = (1 − target) × mean
   * demand of a cycle, where L is the normal loss function.
   *
   * @param target share, above 0 and below 1
   * @param sd standard deviation of the demand over the protection period, zero or more
   * @param cycleDemand mean demand of a replenishment cycle, zero or more
   * @return standard deviations, zero or more
   */
  public static double forFillRate(double target, double sd, double cycleDemand) {
    Require.between("target", target, 0, 1, "write 95 % as 0.95");
    Require.nonNegative("sd", sd, "");
    Require.nonNegative("cycleDemand", cycleDemand, "");
    double allowed = (1 - target) * cycleDemand;
    if (sd == 0 || allowed == 0 || allowed >= sd * LOSS_AT_ZERO) {
      return 0; // nothing varies, nothing is demanded, or large orders alone are enough
    }
    return NormalDistribution.inverseLoss(allowed / sd);
  }
}
