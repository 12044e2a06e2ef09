package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.Require;

/** Chooses a distribution of demand by its mean and standard deviation. */
public final class DemandFit {
  private static final double LARGE_MEAN = 1_000;

  /** Above this many standard deviations a normal demand is negative once in 30,000 times. */
  private static final double REGULAR = 4;

  private static final double POISSON_TOLERANCE = 1e-9;

  private DemandFit() {}

  /**
   * Chooses a distribution for demand in whole units. Demand that varies more than Poisson demand
   * is negative binomial, which has this mean and standard deviation exactly; large and regular
   * demand (a mean of at least 1000 and 4 standard deviations) is normal. Demand that varies less
   * than Poisson demand is normal too if its mean is at least 4 standard deviations. A smaller one
   * is Poisson: of so few units a smaller spread is more likely chance than a promise.
   *
   * @param mean units, zero or more
   * @param sd standard deviation, units, zero or more
   * @return the distribution; a constant if {@code sd} is zero
   */
  public static DemandDistribution counts(double mean, double sd) {
    Require.nonNegative("mean", mean, "");
    Require.nonNegative("sd", sd, "");
    if (sd == 0) {
      return TableDemand.constant(mean);
    }
    Require.positive("mean", mean, "no demand does not vary");
    boolean regular = mean >= REGULAR * sd;
    double excess = sd * sd / mean - 1;
    if (regular && (mean >= LARGE_MEAN || excess < -POISSON_TOLERANCE)) {
      return new NormalDemand(mean, sd);
    }
    return excess > POISSON_TOLERANCE
        ? NegativeBinomialDemand.of(mean, sd)
        : new PoissonDemand(mean);
  }

  /**
   * Chooses a distribution for demand in units that are divided, such as kilograms: gamma, which is
   * never negative, and normal if its mean is at least 1000 and 4 standard deviations.
   *
   * @param mean units, zero or more
   * @param sd standard deviation, units, zero or more
   * @return the distribution; a constant if {@code sd} is zero
   */
  public static DemandDistribution amounts(double mean, double sd) {
    Require.nonNegative("mean", mean, "");
    Require.nonNegative("sd", sd, "");
    if (sd == 0) {
      return new NormalDemand(mean, 0);
    }
    Require.positive("mean", mean, "no demand does not vary");
    return mean >= LARGE_MEAN && mean >= REGULAR * sd
        ? new NormalDemand(mean, sd)
        : GammaDemand.of(mean, sd);
  }
}
