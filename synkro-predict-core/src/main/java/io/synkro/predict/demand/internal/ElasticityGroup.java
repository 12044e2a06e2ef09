package io.synkro.predict.demand.internal;

import io.synkro.predict.demand.PriceElasticity;
import io.synkro.predict.series.SeriesId;
import java.util.List;

/**
 * Elasticities of a group: mean and variance of the true ones by the moments of DerSimonian &amp;
 * Laird (1986).
 *
 * @param name of the group
 * @param mean their mean
 * @param variance how much they vary around it, without the errors of their estimates
 * @param varianceOfMean squared standard error of the mean
 */
public record ElasticityGroup(String name, double mean, double variance, double varianceOfMean) {
  /**
   * Learns from estimates.
   *
   * @param name of the group
   * @param estimates at least one, none NaN
   * @return the group
   */
  public static ElasticityGroup of(String name, List<OwnElasticity> estimates) {
    ElasticityGroup fixed = weighted(name, estimates, 0);
    double weights = 0;
    double squares = 0;
    double distance = 0;
    for (OwnElasticity one : estimates) {
      double weight = 1 / (one.standardError() * one.standardError());
      weights += weight;
      squares += weight * weight;
      distance += weight * (one.value() - fixed.mean()) * (one.value() - fixed.mean());
    }
    double excess = distance - (estimates.size() - 1);
    double base = weights - squares / weights;
    return weighted(name, estimates, base > 0 ? Math.max(0, excess / base) : 0);
  }

  private static ElasticityGroup weighted(
      String name, List<OwnElasticity> estimates, double variance) {
    double weights = 0;
    double sum = 0;
    for (OwnElasticity one : estimates) {
      double weight = 1 / (one.standardError() * one.standardError() + variance);
      weights += weight;
      sum += weight * one.value();
    }
    return new ElasticityGroup(name, sum / weights, variance, 1 / weights);
  }

  /**
   * Draws an estimate towards the mean.
   *
   * @param id the series
   * @param own what the series shows by itself
   * @return the elasticity
   */
  public PriceElasticity drawn(SeriesId id, OwnElasticity own) {
    double value = mean;
    double squaredError = variance + varianceOfMean;
    if (!Double.isNaN(own.value())) {
      double noise = own.standardError() * own.standardError();
      double trust = variance / (variance + noise);
      value = trust * own.value() + (1 - trust) * mean;
      squaredError = trust * noise + (1 - trust) * (1 - trust) * varianceOfMean;
    }
    return new PriceElasticity(
        id,
        name,
        own.observations(),
        own.value(),
        own.standardError(),
        value,
        Math.sqrt(squaredError));
  }
}
