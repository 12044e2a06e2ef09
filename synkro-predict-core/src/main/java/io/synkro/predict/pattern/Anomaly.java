package io.synkro.predict.pattern;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDateTime;

/**
 * A recent observation that the past does not explain.
 *
 * @param series product and warehouse
 * @param step its step on the panel's axis
 * @param time start of that step
 * @param kind above or below what was expected
 * @param value what was observed, units
 * @param expected what was expected, units
 * @param pValue two-sided tail probability of so unusual a value
 * @param adjustedPValue the same, corrected for all observations that were tested
 */
public record Anomaly(
    SeriesId series,
    int step,
    LocalDateTime time,
    Kind kind,
    double value,
    double expected,
    double pValue,
    double adjustedPValue) {
  /** To which side an observation is unusual. */
  public enum Kind {
    /** Above what was expected. */
    SPIKE,
    /** Below what was expected, although the product could be bought. */
    DROP
  }

  /** {@inheritDoc} */
  public Anomaly {
    Require.that(pValue >= 0 && pValue <= 1, "pValue", pValue, "must be from 0 to 1", "");
  }
}
