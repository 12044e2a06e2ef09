package io.synkro.predict.optimize.distribution;

/**
 * A demand for whole units whose variance grows with its mean: Poisson or negative binomial. Both
 * follow p(k + 1) / p(k) = (m + b k) / ((1 + b) (k + 1)) with mean m and overdispersion b (zero for
 * Poisson). Source: Panjer (1981), Recursive Evaluation of a Family of Compound Distributions,
 * ASTIN Bulletin 12. Probabilities are exact to about 1e-13, for means up to a billion and in the
 * tails.
 */
public sealed interface CountDemand extends DemandDistribution
    permits PoissonDemand, NegativeBinomialDemand {

  /**
   * Returns by how much the variance exceeds the mean, as a share of the mean.
   *
   * @return variance / mean − 1, zero or more
   */
  double overdispersion();

  /**
   * Returns the demand of several such times together, each independent of the others.
   *
   * @param times how many, above 0, need not be whole
   * @return the sum, of the same family
   */
  CountDemand times(double times);

  @Override
  default double sd() {
    return Math.sqrt(mean() * (1 + overdispersion()));
  }

  @Override
  default boolean isDiscrete() {
    return true;
  }

  @Override
  default double probability(double x) {
    return x >= 0 && x == Math.rint(x) && x < Double.POSITIVE_INFINITY
        ? CountProbability.of(this, x)
        : 0;
  }

  @Override
  default double cdf(double x) {
    return CountTail.at(this, Math.floor(x)).upTo();
  }

  @Override
  default double quantile(double probability) {
    return WholeQuantile.of(this, probability);
  }

  @Override
  default double loss(double x) {
    return CountTail.at(this, Math.floor(x)).loss(x);
  }

  @Override
  default double complementaryLoss(double x) {
    return CountTail.at(this, Math.floor(x)).complementaryLoss(x);
  }

  @Override
  default double secondLoss(double x) {
    return CountTail.at(this, WholeStock.require(x)).secondLoss();
  }

  @Override
  default double complementarySecondLoss(double x) {
    return CountTail.at(this, WholeStock.require(x)).complementarySecondLoss();
  }
}
