package io.synkro.predict.optimize.safety;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.optimize.policy.PeriodicService;
import java.util.ArrayList;
import java.util.List;

/**
 * The order-up-to level for a fill rate from a forecast: the larger of two, as {@link SafeLevel}
 * from a history. One takes the sums of the forecast's paths over lead time and review, the other a
 * negative binomial demand with the mean of the forecast, and the variance of its steps and of what
 * they err by together.
 */
public final class ForecastLevel {
  private ForecastLevel() {}

  /**
   * Finds the level.
   *
   * @param forecast demand from the next period on, in periods of the lead time; its horizon should
   *     hold the longest lead time and a review, otherwise its paths are not used
   * @param leadTime periods from order to receipt
   * @param review periods between two reviews, at least 1
   * @param target fill rate, above 0 and below 1
   * @return units, zero or more; zero if no demand is expected
   */
  public static double of(DemandForecast forecast, LeadTime leadTime, int review, double target) {
    Require.atLeast("review", review, 1, "");
    Require.between("target", target, 0, 1, "write 95 % as 0.95");
    double periods = leadTime.meanDays() + review;
    double sum = forecast.meanOver(periods);
    if (sum == 0) {
      return 0;
    }
    List<PeriodicService> services = new ArrayList<>();
    services.add(uncertain(forecast, periods, sum).service(leadTime, review));
    double[][] paths = forecast.paths();
    if (forecast.horizon() >= leadTime.maxDays() + review) {
      BlockDemand.ofPaths(paths, leadTime, review).ifPresent(services::add);
    }
    return SafeLevel.larger(services).applyAsDouble(target);
  }

  /** Splits the variance over the period into that of steps and that of their common error. */
  private static UncertainDemand uncertain(DemandForecast forecast, double periods, double sum) {
    double mean = sum / periods;
    double variance = forecast.sdOver(periods) * forecast.sdOver(periods);
    double common = forecast.stepCorrelation();
    double each = variance / (periods * (1 + common * (periods - 1)));
    return new UncertainDemand(
        mean, Math.max(mean, (1 - common) * each), Math.max(0, common * each), true);
  }
}
