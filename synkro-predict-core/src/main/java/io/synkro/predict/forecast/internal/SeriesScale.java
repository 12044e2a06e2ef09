package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.DemandLevel;
import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.DemandSpread;
import io.synkro.predict.series.Frequency;
import java.util.Arrays;

/**
 * What the demand of one series is compared with at each origin: a tree model learns {@code (demand
 * − offset) / factor}. Immutable.
 */
final class SeriesScale {
  private static final double MOST_WEIGHT = 20;

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
    if (scaling == DemandScaling.RATIO) {
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

  /** What is subtracted from the demand of a target, of the values before an origin. */
  double offset(int origin, int target) {
    if (scaling == DemandScaling.RATIO) {
      return 0;
    }
    int before = target - (target - origin + season) / season * season;
    double value = before < 0 ? Double.NaN : values[before];
    return Double.isNaN(value) ? levels[origin - first] : value;
  }

  /** What demand is divided by. */
  double factor(int origin) {
    return factors[origin - first];
  }

  /**
   * How much an example weighs: errors count in units, or in the spread that the series has now.
   */
  double weight(int origin) {
    return scaling == DemandScaling.RATIO
        ? factor(origin)
        : Math.min(MOST_WEIGHT, factor(origin) / factors[factors.length - 1]);
  }
}
