package io.synkro.predict.series;

import io.synkro.predict.internal.Require;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The steps of time that all series of a panel share: step 0 begins at the origin, step k begins k
 * periods later (before the origin for negative k). Immutable; safe for use by many threads.
 *
 * @param frequency length of a step
 * @param origin start of step 0; it must begin a step of the frequency, and for weekly axes its
 *     weekday is the day on which weeks begin
 */
public record TimeAxis(Frequency frequency, LocalDateTime origin) {
  /** {@inheritDoc} */
  public TimeAxis {
    Require.that(
        frequency.floor(origin).equals(origin),
        "origin",
        origin,
        "must begin a step of a " + frequency + " axis",
        "use " + frequency.floor(origin));
  }

  /**
   * Creates an axis whose step 0 begins at midnight.
   *
   * @param frequency length of a step
   * @param origin day on which step 0 begins
   * @return the axis
   */
  public static TimeAxis of(Frequency frequency, LocalDate origin) {
    return new TimeAxis(frequency, origin.atStartOfDay());
  }

  /**
   * Returns when a step begins.
   *
   * @param step a step, may be negative
   * @return its start
   */
  public LocalDateTime at(long step) {
    return frequency.plus(origin, step);
  }

  /**
   * Returns the step that holds a time.
   *
   * @param time any time
   * @return the step that begins at or before {@code time} and ends after it
   */
  public long stepOf(LocalDateTime time) {
    return frequency.stepsBetween(origin, time);
  }

  /**
   * Returns the number of a step that does not depend on where the axis begins: the same step of
   * two axes of one frequency has the same number.
   *
   * @param step a step, may be negative
   * @return whole steps since 1970-01-01T00:00, negative before; weeks are counted from the day on
   *     which they begin
   */
  public long sinceEpoch(long step) {
    return frequency.sinceEpoch(origin) + step;
  }

  /**
   * Returns the step that holds the start of a day.
   *
   * @param day any day
   * @return the step that begins at or before midnight of {@code day} and ends after it
   */
  public long stepOf(LocalDate day) {
    return stepOf(day.atStartOfDay());
  }
}
