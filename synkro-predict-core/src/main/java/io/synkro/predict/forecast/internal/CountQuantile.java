package io.synkro.predict.forecast.internal;

import io.synkro.predict.univariate.NegativeBinomial;

/**
 * Quantiles of negative binomial demand, fast where its mean is small. Stateless.
 *
 * @see NegativeBinomial
 */
final class CountQuantile {
  private static final double SMALL = 30;
  private static final double LEAST_MEAN = 1e-3;
  private static final double LEAST_DISPERSION = 1.001;
  private static final double MOST_DISPERSION = 50;

  private CountQuantile() {}

  /**
   * Adds up probabilities from zero on: p(0) = d^-r and p(k + 1) = p(k) (r + k) / (k + 1) (1 - 1/d)
   * with r = mean / (d - 1).
   *
   * @param mean expected demand, zero or more
   * @param dispersion variance by mean; from 1.001 to 50 is used
   * @param level of the quantile
   * @return the least count whose probability not to be exceeded is at least the level
   */
  static double of(double mean, double dispersion, double level) {
    double expected = Math.max(LEAST_MEAN, mean);
    double d = Math.max(LEAST_DISPERSION, Math.min(MOST_DISPERSION, dispersion));
    if (expected > SMALL) {
      return new NegativeBinomial(Math.min(1e7, expected), d).quantile(level);
    }
    double r = expected / (d - 1);
    double share = 1 - 1 / d;
    double probability = StrictMath.exp(-r * StrictMath.log(d));
    double sum = probability;
    int count = 0;
    int most = (int) (expected + 40 * Math.sqrt(expected * d) + 40 * d);
    while (sum < level && count < most) {
      probability *= (r + count) / (count + 1) * share;
      sum += probability;
      count++;
    }
    return count;
  }
}
