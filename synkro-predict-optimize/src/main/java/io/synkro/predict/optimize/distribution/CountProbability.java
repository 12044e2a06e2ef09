package io.synkro.predict.optimize.distribution;

/**
 * Probabilities of single counts by the saddle-point expansion, which keeps all digits for large
 * counts. Source: Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 */
final class CountProbability {
  private CountProbability() {}

  /** Returns the probability of a whole count of zero or more. */
  static double of(CountDemand demand, double count) {
    double mean = demand.mean();
    double b = demand.overdispersion();
    return b == 0 ? poisson(count, mean) : negativeBinomial(count, mean, b);
  }

  private static double poisson(double k, double mean) {
    if (k == 0) {
      return Math.exp(-mean);
    }
    double exponent = -SmallDifferences.stirling(k) - SmallDifferences.deviance(k, mean, mean - k);
    return Math.exp(exponent) / Math.sqrt(2 * Math.PI * k);
  }

  private static double negativeBinomial(double k, double mean, double b) {
    double size = mean / b;
    if (k == 0) {
      return Math.exp(-size * Math.log1p(b));
    }
    double n = size + k;
    double excess = (mean - k) / (1 + b);
    double exponent =
        SmallDifferences.stirling(n)
            - SmallDifferences.stirling(size)
            - SmallDifferences.stirling(k)
            - SmallDifferences.deviance(size, n / (1 + b), -excess)
            - SmallDifferences.deviance(k, n / (1 + 1 / b), excess);
    return Math.exp(exponent) * Math.sqrt(size / n / (2 * Math.PI * k));
  }
}
