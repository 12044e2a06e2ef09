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
   * Returns the probability of exactly a value.
   *
   * @param x units, not NaN
   * @return from 0 to 1; 0 wherever the distribution is continuous
   */
  default double probability(double x) {
    return isDiscrete() && x == Math.rint(x) ? Math.max(0, cdf(x) - cdf(x - 1)) : 0;
  }

  /**
   * Returns the least value that demand does not exceed with a probability.
   *
   * @param probability above 0 and below 1
   * @return units
   * @throws io.synkro.predict.InvalidInputException if the probability is not between 0 and 1
   */
  double quantile(double probability);

  /**
   * Returns the first-order loss n(x) = E[(X − x)⁺], what is short on average. Source: Snyder &amp;
   * Shen (2019), Fundamentals of Supply Chain Theory, 2nd edition, equations C.12 and C.36.
   *
   * @param x stock, units, not NaN
   * @return units, zero or more
   */
  double loss(double x);

  /**
   * Returns the complementary loss n̄(x) = E[(x − X)⁺] = x − E[X] + n(x), what is left on average.
   * Source: the same, equations C.13 and C.37.
   *
   * @param x stock, units, not NaN
   * @return units, zero or more
   */
  default double complementaryLoss(double x) {
    return Math.max(0, x - mean() + loss(x));
  }

  /**
   * Returns the second-order loss: ½ E[((X − x)⁺)²] of a continuous demand, ½ E[(X − x)⁺ (X − x −
   * 1)⁺] of a discrete one. Source: the same, equations C.17 and C.38.
   *
   * @param x stock, units, not NaN; whole for a discrete demand
   * @return units², zero or more
   * @throws io.synkro.predict.InvalidInputException if {@code x} has to be whole and is not
   */
  double secondLoss(double x);

  /**
   * Returns the complementary second-order loss: ½ E[((x − X)⁺)²] of a continuous demand, ½ E[(x −
   * X)⁺ (x − X + 1)⁺] of a discrete one. Source: the same, equations C.18 and C.39.
   *
   * @param x stock, units, not NaN; whole for a discrete demand
   * @return units², zero or more
   * @throws io.synkro.predict.InvalidInputException if {@code x} has to be whole and is not
   */
  default double complementarySecondLoss(double x) {
    double variance = sd() * sd();
    double distance = x - mean();
    double both = (distance * distance + variance + (isDiscrete() ? distance : 0)) / 2;
    return Math.max(0, both - secondLoss(x));
  }
}
