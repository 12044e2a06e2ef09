package io.synkro.predict.forecast;

import io.synkro.predict.internal.Require;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Demand of the days that follow a date, read off a forecast of any frequency: what stock decisions
 * need. A step counts as {@link io.synkro.predict.series.Frequency#meanDays()} days and its demand
 * is spread evenly over them. Sums over days cost the same whatever the number of days. Immutable;
 * safe for use by many threads.
 */
public final class DemandAhead {
  private final double daysPerStep;
  private final double offset;
  private final double stepCorrelation;
  private final Cumulated mean;
  private final Cumulated sd;
  private final Cumulated variance;

  private DemandAhead(DemandForecast forecast, double offset) {
    int horizon = forecast.horizon();
    int season = Math.min(horizon, forecast.axis().frequency().seasonLength());
    double[] means = new double[horizon];
    double[] sds = new double[horizon];
    double[] variances = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      means[h] = forecast.mean(h);
      sds[h] = forecast.sd(h);
      variances[h] = sds[h] * sds[h];
    }
    this.daysPerStep = forecast.axis().frequency().meanDays();
    this.offset = offset;
    this.stepCorrelation = forecast.stepCorrelation();
    this.mean = new Cumulated(means, season);
    this.sd = new Cumulated(sds, season);
    this.variance = new Cumulated(variances, season);
  }

  /**
   * Reads the demand after a date. A forecast that began before the day after {@code asOf} is read
   * from that day on. One that begins up to a step later is read from its start, as if the days
   * between had the same demand.
   *
   * @param asOf last day that is over; the first day counted is the one after it
   * @param forecast demand of one series
   * @return the demand ahead
   * @throws io.synkro.predict.InvalidInputException if the forecast ended before the day after
   *     {@code asOf} or begins more than a step after it
   */
  public static DemandAhead after(LocalDate asOf, DemandForecast forecast) {
    Duration late = Duration.between(forecast.time(0), asOf.plusDays(1).atStartOfDay());
    double steps = late.toSeconds() / 86_400.0 / forecast.axis().frequency().meanDays();
    Require.that(
        steps < forecast.horizon() && steps >= -1.05, // months are up to 2 % longer than their mean
        "start of the forecast of " + forecast.id(),
        forecast.time(0).toLocalDate(),
        "must be at most a step after %s and its %d steps must reach beyond that day"
            .formatted(asOf, forecast.horizon()),
        "forecast again with the newest history");
    return new DemandAhead(forecast, Math.max(0, steps));
  }

  /**
   * Returns the expected demand of the coming days together. Beyond the forecast's horizon it goes
   * on like the mean of its last season; see {@link DemandForecast#meanOver}.
   *
   * @param days number of days, zero or more, may be fractional
   * @return units
   */
  public double meanOver(double days) {
    Require.nonNegative("days", days, "");
    return between(mean, days);
  }

  /**
   * Returns the standard deviation of the demand of the coming days together, by the variance of a
   * sum of equally correlated variables; see {@link DemandForecast#sdOver}.
   *
   * @param days number of days, zero or more, may be fractional
   * @return units
   */
  public double sdOver(double days) {
    Require.nonNegative("days", days, "");
    double sum = between(sd, days);
    double independent = Math.max(0, between(variance, days));
    return Math.sqrt((1 - stepCorrelation) * independent + stepCorrelation * sum * sum);
  }

  /**
   * Returns how long a stock lasts at the expected demand.
   *
   * @param units stock, zero or more
   * @return days of cover; {@link Double#POSITIVE_INFINITY} if the demand ends before the stock
   */
  public double daysOfCover(double units) {
    Require.nonNegative("units", units, "");
    return units == 0 ? 0 : (mean.firstAt(mean.upTo(offset) + units) - offset) * daysPerStep;
  }

  private double between(Cumulated sums, double days) {
    return sums.upTo(offset + days / daysPerStep) - sums.upTo(offset);
  }

  /** Sums over steps, continued beyond the last one at the mean of the last season. */
  private static final class Cumulated {
    private final double[] sums;
    private final double tail;

    Cumulated(double[] perStep, int season) {
      sums = new double[perStep.length + 1];
      for (int h = 0; h < perStep.length; h++) {
        sums[h + 1] = sums[h] + perStep[h];
      }
      tail = (sums[perStep.length] - sums[perStep.length - season]) / season;
    }

    double upTo(double steps) {
      int last = sums.length - 1;
      if (steps >= last) {
        return sums[last] + (steps - last) * tail;
      }
      int whole = (int) steps;
      return sums[whole] + (steps - whole) * (sums[whole + 1] - sums[whole]);
    }

    /** First position at which the sum reaches a level. */
    double firstAt(double level) {
      int last = sums.length - 1;
      if (level > sums[last]) {
        return tail > 0 ? last + (level - sums[last]) / tail : Double.POSITIVE_INFINITY;
      }
      int h = 1;
      while (sums[h] < level) {
        h++;
      }
      double rise = sums[h] - sums[h - 1];
      return rise > 0 ? h - 1 + (level - sums[h - 1]) / rise : h - 1;
    }
  }
}
