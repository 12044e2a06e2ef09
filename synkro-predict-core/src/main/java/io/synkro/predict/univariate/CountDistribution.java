package io.synkro.predict.univariate;

/**
 * What demand of zero or more may turn out to be, and how likely. Implementations are immutable and
 * safe for use by many threads.
 */
public sealed interface CountDistribution permits NegativeBinomial, EmpiricalDistribution {
  /**
   * Returns the mean.
   *
   * @return zero or more
   */
  double mean();

  /**
   * Returns the standard deviation.
   *
   * @return zero or more
   */
  double sd();

  /**
   * Returns the probability of at most some demand.
   *
   * @param demand any number
   * @return from 0 to 1
   */
  double cdf(double demand);

  /**
   * Returns the least demand that is not exceeded with at least a probability.
   *
   * @param probability above 0 and below 1
   * @return zero or more, one of the values that demand can have
   */
  double quantile(double probability);
}
