package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.Require;

/**
 * Negative binomial demand: counts that vary more than Poisson ones, as if their mean were gamma
 * distributed with shape {@code size}. Source of the losses: Zipkin (2000), Foundations of
 * Inventory Management, section C.2.3.6; Johnson, Kemp &amp; Kotz (2005), Univariate Discrete
 * Distributions, chapter 5.
 *
 * @param mean expected demand, units, positive
 * @param size the parameter r, positive, need not be whole: the smaller, the more demand varies;
 *     the variance is mean + mean² / size
 */
public record NegativeBinomialDemand(double mean, double size) implements CountDemand {
  /** {@inheritDoc} */
  public NegativeBinomialDemand {
    Require.positive("mean", mean, "use TableDemand.constant(0) for no demand");
    Require.positive("size", size, "use PoissonDemand for the limit of large sizes");
    Require.that(
        mean / size > 1e-300 && Double.isFinite(mean / size),
        "size",
        size,
        "must be between 1e-300 and 1e300 times the mean",
        "use PoissonDemand");
  }

  /**
   * Creates the distribution with a mean and a standard deviation.
   *
   * @param mean units, positive
   * @param sd units, above √mean
   * @return the distribution
   */
  public static NegativeBinomialDemand of(double mean, double sd) {
    Require.positive("mean", mean, "");
    Require.positive("sd", sd, "");
    double excess = sd * sd / mean - 1;
    Require.that(
        excess > 0,
        "sd",
        sd,
        "must be above the square root of the mean, " + Math.sqrt(mean),
        "use PoissonDemand");
    return new NegativeBinomialDemand(mean, mean / excess);
  }

  /**
   * Creates the distribution of the failures before a number of successes.
   *
   * @param successes the parameter r, positive, need not be whole
   * @param probability of a success, above 0 and below 1
   * @return the distribution
   */
  public static NegativeBinomialDemand failures(double successes, double probability) {
    Require.between("probability", probability, 0, 1, "");
    return new NegativeBinomialDemand(
        Require.positive("successes", successes, "") * (1 - probability) / probability, successes);
  }

  /**
   * Creates the geometric distribution on 0, 1, 2 …: the failures before the first success.
   *
   * @param probability of a success, above 0 and below 1; the mean is 1 / probability − 1
   * @return the distribution
   */
  public static NegativeBinomialDemand geometric(double probability) {
    return failures(1, probability);
  }

  @Override
  public double overdispersion() {
    return mean / size;
  }

  @Override
  public NegativeBinomialDemand times(double times) {
    Require.positive("times", times, "");
    return new NegativeBinomialDemand(mean * times, size * times);
  }
}
