package io.synkro.predict.optimize.scenario;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.inventory.NormalDistribution;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.SplittableRandom;

/**
 * Courses of demand by day. Path p of a forecast and of the same forecast scaled are the same
 * course of events: common random numbers.
 */
final class DemandPaths {
  private static final int DRAWN = 100;
  private static final double SECONDS_PER_DAY = 86_400;

  private final DemandForecast forecast;
  private final LocalDate asOf;

  DemandPaths(DemandForecast forecast, LocalDate asOf) {
    this.forecast = forecast;
    this.asOf = asOf;
  }

  /** Returns how many of the days after the plan the forecast covers. */
  int days(int most) {
    LocalDateTime end = forecast.time(forecast.horizon());
    double days =
        Duration.between(asOf.plusDays(1).atStartOfDay(), end).toSeconds() / SECONDS_PER_DAY;
    return (int) Math.max(0, Math.min(most, Math.floor(days + 1e-9)));
  }

  /**
   * Returns demand by path and day, those of the forecast or, if it has none, drawn ones.
   *
   * @param days how many are covered
   */
  double[][] paths(int days, long seed) {
    double[][] steps = forecast.paths();
    if (steps.length == 0) {
      steps = drawn(seed);
    }
    double[][] paths = new double[steps.length][];
    for (int p = 0; p < paths.length; p++) {
      paths[p] = byDay(steps[p], days);
    }
    return paths;
  }

  private double[] byDay(double[] steps, int days) {
    double[] demand = new double[days];
    LocalDateTime origin = asOf.plusDays(1).atStartOfDay();
    for (int h = 0; h < steps.length; h++) {
      double from = Duration.between(origin, forecast.time(h)).toSeconds() / SECONDS_PER_DAY;
      double to = Duration.between(origin, forecast.time(h + 1)).toSeconds() / SECONDS_PER_DAY;
      for (int d = (int) Math.max(0, Math.floor(from)); d < Math.min(days, to); d++) {
        double share = Math.max(0, Math.min(d + 1.0, to) - Math.max(d, from)) / (to - from);
        demand[d] += share * steps[h];
      }
    }
    return demand;
  }

  /**
   * Draws steps that are lognormal with the mean and deviation of the forecast, and whose errors
   * are equally correlated, as it says.
   */
  private double[][] drawn(long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ forecast.id().toString().hashCode());
    double common = Math.sqrt(forecast.stepCorrelation());
    double own = Math.sqrt(1 - forecast.stepCorrelation());
    double[][] paths = new double[DRAWN][forecast.horizon()];
    for (double[] path : paths) {
      double level = normal(random);
      for (int h = 0; h < path.length; h++) {
        path[h] = lognormal(h, common * level + own * normal(random));
      }
    }
    return paths;
  }

  private double lognormal(int h, double z) {
    double mean = forecast.mean(h);
    double variation = mean > 0 ? forecast.sd(h) / mean : 0;
    double variance = Math.log1p(variation * variation);
    return mean * Math.exp(Math.sqrt(variance) * z - variance / 2);
  }

  private static double normal(SplittableRandom random) {
    return NormalDistribution.quantile(random.nextDouble(Double.MIN_NORMAL, 1));
  }
}
