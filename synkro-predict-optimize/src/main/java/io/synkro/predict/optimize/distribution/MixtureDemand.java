package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One of several demands, each with a probability: demand over a lead time that varies, or what one
 * of several forecasts says. Probabilities and losses are the weighted sums of those of its parts.
 * Immutable; safe for use by many threads.
 */
public final class MixtureDemand implements DemandDistribution {
  private final List<DemandDistribution> parts;
  private final double[] weights;
  private final double mean;
  private final double sd;

  private MixtureDemand(List<DemandDistribution> parts, double[] weights) {
    this.parts = List.copyOf(parts);
    double sum = Arrays.stream(weights).sum();
    this.weights = Arrays.stream(weights).map(weight -> weight / sum).toArray();
    this.mean = weighted(DemandDistribution::mean);
    double middle = mean;
    this.sd =
        Math.sqrt(
            weighted(
                part -> part.sd() * part.sd() + (part.mean() - middle) * (part.mean() - middle)));
  }

  /**
   * Creates a mixture.
   *
   * @param parts the demands, at least one; all discrete or none
   * @param weights one a part, positive; the probabilities are in proportion to them
   * @return the mixture
   */
  public static MixtureDemand of(List<? extends DemandDistribution> parts, double... weights) {
    Require.that(
        !parts.isEmpty() && parts.size() == weights.length,
        "number of parts",
        parts.size(),
        "must be at least 1 and that of the weights, " + weights.length,
        "");
    for (int i = 0; i < weights.length; i++) {
      Require.positive("weights[" + i + "]", weights[i], "leave the part out");
      Require.that(
          parts.get(i).isDiscrete() == parts.get(0).isDiscrete(),
          "parts.get(" + i + ").isDiscrete()",
          parts.get(i).isDiscrete(),
          "must be that of the others",
          "describe no demand by NormalDemand(0, 0) beside continuous ones");
    }
    return new MixtureDemand(List.copyOf(parts), weights);
  }

  @Override
  public double mean() {
    return mean;
  }

  @Override
  public double sd() {
    return sd;
  }

  @Override
  public boolean isDiscrete() {
    return parts.get(0).isDiscrete();
  }

  @Override
  public double probability(double x) {
    return weighted(part -> part.probability(x));
  }

  @Override
  public double cdf(double x) {
    return Math.min(1, weighted(part -> part.cdf(x)));
  }

  @Override
  public double quantile(double probability) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (DemandDistribution part : parts) {
      double quantile = part.quantile(probability);
      low = Math.min(low, quantile);
      high = Math.max(high, quantile);
    }
    return isDiscrete()
        ? WholeQuantile.between(this, probability, low - 1, high)
        : RisingRoot.between(x -> cdf(x) - probability, low, high);
  }

  @Override
  public double loss(double x) {
    return weighted(part -> part.loss(x));
  }

  @Override
  public double complementaryLoss(double x) {
    return weighted(part -> part.complementaryLoss(x));
  }

  @Override
  public double secondLoss(double x) {
    return weighted(part -> part.secondLoss(x));
  }

  @Override
  public double complementarySecondLoss(double x) {
    return weighted(part -> part.complementarySecondLoss(x));
  }

  private double weighted(ToDoubleFunction<DemandDistribution> function) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * function.applyAsDouble(parts.get(i));
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MixtureDemand that
        && parts.equals(that.parts)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * parts.hashCode() + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "mixture of %d demands with mean %s and sd %s".formatted(parts.size(), mean, sd);
  }
}
