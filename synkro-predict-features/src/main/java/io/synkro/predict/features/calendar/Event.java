package io.synkro.predict.features.calendar;

import io.synkro.predict.internal.Require;
import java.time.LocalDate;

/**
 * A holiday, promotion, pay day or anything else with a name that lasts one or more whole days.
 * Immutable.
 *
 * @param name what happens, such as {@code Easter Monday}
 * @param first its first day
 * @param last its last day, not before {@code first}
 */
public record Event(String name, LocalDate first, LocalDate last) {
  /** {@inheritDoc} */
  public Event {
    Require.identifier("event", name);
    Require.that(
        !last.isBefore(first),
        "last day of event " + name,
        last,
        "must not be before " + first,
        "");
  }

  /**
   * Creates an event of one day.
   *
   * @param name what happens
   * @param day when
   * @return the event
   */
  public static Event on(String name, LocalDate day) {
    return new Event(name, day, day);
  }
}
