package io.synkro.predict.features.view;

import io.synkro.predict.internal.Require;
import java.time.Duration;

/**
 * How long a value is good for, counted from its event time; the same for training sets and online
 * reads. Immutable.
 *
 * @param staleAfter age from which a value is {@link FeatureStatus#STALE}, positive, at most {@code
 *     timeToLive}
 * @param timeToLive age from which a value is {@link FeatureStatus#EXPIRED}, positive
 */
public record Freshness(Duration staleAfter, Duration timeToLive) {
  /** Values that never grow old: a thousand years. */
  public static final Freshness FOREVER = ofTimeToLive(Duration.ofDays(365_250));

  /** {@inheritDoc} */
  public Freshness {
    Require.that(
        staleAfter.toMillis() > 0, "staleAfter", staleAfter, "must be at least a millisecond", "");
    Require.that(
        staleAfter.compareTo(timeToLive) <= 0,
        "staleAfter",
        staleAfter,
        "must be at most the time to live, " + timeToLive,
        "");
  }

  /**
   * Creates a freshness whose values are fresh until they expire.
   *
   * @param timeToLive age from which a value is expired, positive
   * @return the freshness
   */
  public static Freshness ofTimeToLive(Duration timeToLive) {
    return new Freshness(timeToLive, timeToLive);
  }

  /**
   * Judges an age.
   *
   * @param ageMillis milliseconds since the event time; negative if the event is yet to come
   * @return {@link FeatureStatus#FRESH}, {@link FeatureStatus#STALE} or {@link
   *     FeatureStatus#EXPIRED}
   */
  public FeatureStatus at(long ageMillis) {
    if (ageMillis >= timeToLive.toMillis()) {
      return FeatureStatus.EXPIRED;
    }
    return ageMillis >= staleAfter.toMillis() ? FeatureStatus.STALE : FeatureStatus.FRESH;
  }

  /**
   * Judges an event, by one rule for training sets and online reads.
   *
   * @param eventMillis when it was, milliseconds since 1970-01-01T00:00Z
   * @param nowMillis the time to judge it at, same unit
   * @return as {@link #at(long)} does
   */
  public FeatureStatus of(long eventMillis, long nowMillis) {
    long age = nowMillis - eventMillis;
    boolean overflow = nowMillis >= eventMillis && age < 0;
    return at(overflow ? Long.MAX_VALUE : age);
  }
}
