package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.DemandSpread;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.univariate.CountDispersion;
import java.util.Arrays;

/**
 * What the past of a series says of the errors that its forecasts will have.
 *
 * @param segment kind of demand
 * @param spread {@link DemandSpread#ofErrors}
 * @param counts whether demand comes in whole units
 * @param dispersion of the latest demand around its mean
 */
public record ErrorTraits(
    Segment segment, double spread, boolean counts, CountDispersion dispersion) {
  private static final int LEAST_RECENT = 24;

  /**
   * Looks at a series.
   *
   * @param history demand before the origin, NaN where missing
   * @param frequency length of a step
   * @return its traits
   */
  public static ErrorTraits of(double[] history, Frequency frequency) {
    int recent = Math.max(LEAST_RECENT, DemandSpread.window(frequency));
    int from = Math.max(0, history.length - recent);
    return new ErrorTraits(
        Segment.of(history),
        DemandSpread.ofErrors(history, frequency),
        WholeUnits.in(history),
        CountDispersion.of(Arrays.copyOfRange(history, from, history.length)));
  }

  /** Whether demand is seldom and in whole units, so that it has a distribution of counts. */
  boolean isCount() {
    return counts && segment == Segment.INTERMITTENT;
  }
}
