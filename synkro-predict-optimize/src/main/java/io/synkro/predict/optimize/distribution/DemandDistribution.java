package io.synkro.predict.optimize.distribution;

/**
 * The distribution of a demand: how likely it is to stay within some stock, and what is short of it
 * on average. Implementations are immutable and safe for use by many threads.
 */
public interface DemandDistribution {

  /**
   * Returns the expected demand.
   *
   * @return units, finite
   */
  double mean();

  /**
   * Returns the standard deviation.
   *
   * @return units, zero or more, finite
   */
  double sd();

  /**
   * Returns whether demand is a whole number.
   *
   * @return true if all probability lies on whole numbers
   */
  boolean isDiscrete();

  /**
   * Returns the probability that demand does not exceed a value.
   *
   * @param x units, not NaN
   * @return from 0 to 1
   */
  double cdf(double x);

  /**
   * Returns the least value that demand does not exceed with a probability.
   *
   * @param probability above 0 and below 1
   * @return units
   */
  double quantile(double probability);

  /**
   * Returns the first-order loss n(x) = E[(X − x)⁺], what is short on average. Source: Snyder &amp;
   * Shen (2019), Fundamentals of Supply Chain Theory, 2nd edition, equation C.5.
   *
   * @param x stock, units, not NaN
   * @return units, zero or more
   */
  double loss(double x);

  /**
   * Returns the complementary loss n̄(x) = E[(x − X)⁺] = x − E[X] + n(x), what is left on average.
   * Source: the same, equation C.6.
   *
   * @param x stock, units, not NaN
   * @return units, zero or more
   */
  default double complementaryLoss(double x) {
    return Math.max(0, x - mean() + loss(x));
  }

  /**
   * Returns the second-order loss: ½ E[((X − x)⁺)²] of a continuous demand, ½ E[(X − x)⁺ (X − x −
   * 1)⁺] of a discrete one. Source: the same, section C.3.
   *
   * @param x stock, units, not NaN
   * @return units², zero or more
   */
  double secondLoss(double x);

  /**
   * Returns the complementary second-order loss: ½ E[((x − X)⁺)²] of a continuous demand, ½ E[(x −
   * X)⁺ (x − X + 1)⁺] of a discrete one. Source: the same, section C.3.
   *
   * @param x stock, units, not NaN
   * @return units², zero or more
   */
  default double complementarySecondLoss(double x) {
    double variance = sd() * sd();
    double distance = x - mean();
    double both = (distance * distance + variance + (isDiscrete() ? distance : 0)) / 2;
    return Math.max(0, both - secondLoss(x));
  }
}
