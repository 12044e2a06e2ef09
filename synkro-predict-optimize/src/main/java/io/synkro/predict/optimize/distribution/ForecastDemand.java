package io.synkro.predict.optimize.distribution;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.LeadTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Distributions of demand that a forecast implies. */
public final class ForecastDemand {
  private ForecastDemand() {}

  /**
   * Reads the distribution of one step's demand off the quantiles of a forecast; see {@link
   * #ofQuantiles}.
   *
   * @param forecast demand of one series
   * @param h position in the horizon, 0 for the first step
   * @return demand of the step
   */
  public static DemandDistribution at(DemandForecast forecast, int h) {
    double[] levels = forecast.levels();
    double[] quantiles = Arrays.stream(levels).map(level -> forecast.quantile(h, level)).toArray();
    return ofQuantiles(levels, quantiles);
  }

  /**
   * Computes the distribution of the demand of the coming steps together, over the possible lead
   * times: each is a gamma distribution with the mean and the standard deviation that the forecast
   * gives for that many steps, which includes the correlation of its errors (a normal one if the
   * forecast expects nothing). Where the forecast has paths enough, {@link #ofPaths} shows more of
   * the shape.
   *
   * @param forecast demand of one series
   * @param leadTime lead time, in steps of the forecast
   * @param reviewSteps steps between two reviews, zero or more; beyond the horizon the forecast
   *     goes on like its last season
   * @return demand over lead time and review
   */
  public static DemandDistribution over(
      DemandForecast forecast, LeadTime leadTime, int reviewSteps) {
    Require.atLeast("reviewSteps", reviewSteps, 0, "");
    return LeadTimeDemand.mixture(leadTime, steps -> moments(forecast, steps + reviewSteps));
  }

  private static DemandDistribution moments(DemandForecast forecast, int steps) {
    double mean = forecast.meanOver(steps);
    double sd = forecast.sdOver(steps);
    return mean > 0 ? DemandFit.amounts(mean, sd) : new NormalDemand(0, sd);
  }

  /**
   * Creates the distribution that has given quantiles. Between two of them demand is uniform. Above
   * the highest it falls off exponentially, as fast as between the two highest; below the lowest it
   * is uniform with the density between the two lowest, and not below zero if they are not.
   *
   * @param levels quantile levels, at least two, strictly increasing, each above 0 and below 1
   * @param quantiles demand at each level, units, finite, never falling
   * @return the distribution
   */
  public static MixtureDemand ofQuantiles(double[] levels, double[] quantiles) {
    int n = levels.length;
    Require.that(n >= 2 && quantiles.length == n, "number of levels", n, "must be at least 2", "");
    for (int i = 0; i < n; i++) {
      Require.between(
          "levels[" + i + "]", levels[i], i == 0 ? 0 : levels[i - 1], 1, "sort the levels");
      Require.that(
          Double.isFinite(quantiles[i]) && (i == 0 || quantiles[i] >= quantiles[i - 1]),
          "quantiles[" + i + "]",
          quantiles[i],
          "must be finite and not below the one before",
          "sort the quantiles");
    }
    List<DemandDistribution> parts = new ArrayList<>();
    double[] weights = new double[n + 1];
    parts.add(below(levels, quantiles));
    weights[0] = levels[0];
    for (int i = 1; i < n; i++) {
      parts.add(new UniformDemand(quantiles[i - 1], quantiles[i]));
      weights[i] = levels[i] - levels[i - 1];
    }
    parts.add(above(levels, quantiles));
    weights[n] = 1 - levels[n - 1];
    return MixtureDemand.of(parts, weights);
  }

  private static DemandDistribution below(double[] levels, double[] quantiles) {
    double spread = levels[0] * (quantiles[1] - quantiles[0]) / (levels[1] - levels[0]);
    double floor = quantiles[0] >= 0 ? 0 : Double.NEGATIVE_INFINITY;
    return new UniformDemand(Math.max(floor, quantiles[0] - spread), quantiles[0]);
  }

  private static DemandDistribution above(double[] levels, double[] quantiles) {
    int last = levels.length - 1;
    double rise = quantiles[last] - quantiles[last - 1];
    if (rise == 0) {
      return new UniformDemand(quantiles[last], quantiles[last]);
    }
    double decline = Math.log1p(-levels[last - 1]) - Math.log1p(-levels[last]);
    return new ShiftedDemand(GammaDemand.exponential(rise / decline), quantiles[last]);
  }

  /**
   * Creates the distribution of the sum of the first steps over the paths of a forecast, for each
   * lead time with its probability: it keeps steps that are high together together.
   *
   * @param paths equally likely paths, shape {@code [paths][horizon]}, units, such as {@link
   *     DemandForecast#paths()}; at least one
   * @param leadTime lead time, in steps of the paths
   * @param reviewSteps steps between two reviews, zero or more; lead time and review must lie
   *     within the horizon
   * @return demand over lead time and review
   */
  public static TableDemand ofPaths(double[][] paths, LeadTime leadTime, int reviewSteps) {
    Require.atLeast("paths.length", paths.length, 1, "");
    Require.atLeast("reviewSteps", reviewSteps, 0, "");
    int most = leadTime.maxDays() + reviewSteps;
    DoubleArray sums = new DoubleArray();
    DoubleArray weights = new DoubleArray();
    for (double[] path : paths) {
      Require.atLeast("steps of a path", path.length, most, "forecast a longer horizon");
      double sum = 0;
      for (int steps = 0; steps <= most; steps++) {
        double weight = steps < reviewSteps ? 0 : leadTime.probability(steps - reviewSteps);
        if (weight > 0) {
          sums.add(sum);
          weights.add(weight);
        }
        sum += steps < most ? path[steps] : 0;
      }
    }
    return TableDemand.weighted(sums.toArray(), weights.toArray());
  }
}
