package io.synkro.predict.optimize.distribution;

import io.synkro.predict.inventory.NormalDistribution;
import io.synkro.predict.optimize.internal.LeastLevel;

/** Finds the least whole number that a distribution function brings to a probability. */
final class WholeQuantile {
  private WholeQuantile() {}

  /** Finds the least whole number, from the normal approximation outwards and then by halving. */
  static double of(DemandDistribution demand, double probability) {
    double z = NormalDistribution.quantile(probability);
    double guess = Math.max(0, Math.floor(demand.mean() + z * demand.sd()));
    boolean enough = demand.cdf(guess) >= probability;
    double step = enough ? -1 : 1;
    double other = guess + step;
    while (other >= 0 && demand.cdf(other) >= probability == enough) {
      guess = other;
      step *= 2;
      other = guess + step;
    }
    return enough
        ? between(demand, probability, Math.max(-1, other), guess)
        : between(demand, probability, guess, other);
  }

  /** Finds the least whole number above {@code low} and up to {@code high}, which is enough. */
  static double between(DemandDistribution demand, double probability, double low, double high) {
    return LeastLevel.between(low, high, true, x -> demand.cdf(x) >= probability);
  }
}
