package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.DemandLevel;
import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.DemandSpread;
import io.synkro.predict.series.Frequency;
import java.util.Arrays;

/**
 * What the demand of one series is compared with at each origin: a tree model learns {@code (demand
 * − offset) / factor}, or the logarithm of that. Immutable.
 */
final class SeriesScale {
  private static final double MOST_WEIGHT = 20;

  /** What is added to shares of the level before their logarithm, since demand may be zero. */
  private static final double ZERO = 0.05;

  /** Logarithm of the largest share that is believed. */
  private static final double MOST_LOG = 7;

  private final DemandScaling scaling;
  private final double[] values;
  private final int season;

  /** Position of the first origin that there are levels and factors of. */
  private final int first;

  private final double[] levels;
  private final double[] factors;

  /** For all origins. */
  SeriesScale(DemandScaling scaling, double[] values, Frequency frequency) {
    this(scaling, values, frequency, 0);
  }

  /** For all origins, or for the one after the last value. */
  private SeriesScale(DemandScaling scaling, double[] values, Frequency frequency, int first) {
    this.scaling = scaling;
    this.values = values;
    this.season = frequency.seasonLength();
    this.first = first;
    if (scaling != DemandScaling.DIFFERENCE) {
      this.levels = new double[0];
      this.factors =
          first == 0
              ? DemandLevel.beforeEach(values, frequency)
              : new double[] {DemandLevel.latest(values, frequency)};
    } else {
      this.levels = recentMeans(values, season, first);
      this.factors =
          first == 0
              ? DemandSpread.beforeEach(values, frequency)
              : new double[] {DemandSpread.latest(values, frequency)};
    }
  }

  /** For the origin after all values alone, which costs less. */
  static SeriesScale atEnd(DemandScaling scaling, double[] values, Frequency frequency) {
    return new SeriesScale(scaling, values, frequency, values.length);
  }

  /** The mean of the last season before each position; of the last value if all are missing. */
  private static double[] recentMeans(double[] values, int season, int first) {
    double[] means = new double[values.length + 1 - first];
    double last = 0;
    for (int t = 1; t <= values.length; t++) {
      last = Double.isNaN(values[t - 1]) ? last : values[t - 1];
      if (t >= first) {
        means[t - first] =
            Arrays.stream(values, Math.max(0, t - season), t)
                .filter(v -> !Double.isNaN(v))
                .average()
                .orElse(last);
      }
    }
    return means;
  }

  /** What a tree model learns of a demand. */
  double scaled(double demand, int origin, int target) {
    double share = (demand - offset(origin, target)) / factor(origin);
    return scaling == DemandScaling.LOG_RATIO ? Math.log(share + ZERO) : share;
  }

  /** The demand of which a tree model learns some value. */
  double demand(double scaled, int origin, int target) {
    double share =
        scaling == DemandScaling.LOG_RATIO ? Math.exp(Math.min(MOST_LOG, scaled)) - ZERO : scaled;
    return offset(origin, target) + share * factor(origin);
  }

  /** What is subtracted from the demand of a target, of the values before an origin. */
  private double offset(int origin, int target) {
    if (scaling != DemandScaling.DIFFERENCE) {
      return 0;
    }
    int before = target - (target - origin + season) / season * season;
    double value = before < 0 ? Double.NaN : values[before];
    return Double.isNaN(value) ? levels[origin - first] : value;
  }

  /** What demand is divided by. */
  private double factor(int origin) {
    return factors[origin - first];
  }

  /**
   * How much an example weighs: errors count in units, in the spread that the series has now, or in
   * shares of the level.
   */
  double weight(int origin) {
    return switch (scaling) {
      case RATIO -> factor(origin);
      case DIFFERENCE -> Math.min(MOST_WEIGHT, factor(origin) / factors[factors.length - 1]);
      case LOG_RATIO -> 1;
    };
  }
}
