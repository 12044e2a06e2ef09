package io.synkro.predict.features.calendar;

import io.synkro.predict.internal.Require;
import java.util.function.LongPredicate;

/**
 * Features of the events of a calendar: during, before and after them. For steps of a day or an
 * hour, counts of days are flags, 0 or 1. Values are NaN where the calendar does not know enough
 * years. Names of features begin with the calendar's name. Stateless.
 */
public final class EventFeatures {
  private static final int MOST_DAYS = 10_000;

  private EventFeatures() {}

  /**
   * Days of the step that have an event.
   *
   * @param calendar the events
   * @return {@code NAME.days}, 0 to the days of the step
   */
  public static StepFeature days(EventCalendar calendar) {
    DayIndex index = calendar.days();
    return new NamedFeature(
        calendar.name() + ".days",
        "event.days(step, %s)".formatted(calendar.definition()),
        (axis, step) -> {
          StepDays days = StepDays.of(axis, step);
          return index.covers(days) ? index.count(days) : Float.NaN;
        });
  }

  /**
   * Days of the step that have no event, but one that begins at most so many days later.
   *
   * @param calendar the events
   * @param window how many days before an event count, 1 to 10,000
   * @return {@code NAME.before_WINDOW}, 0 to the days of the step
   */
  public static StepFeature before(EventCalendar calendar, int window) {
    DayIndex index = calendar.days();
    return count(calendar, "before", window, day -> index.until(day, window + 1));
  }

  /**
   * Days of the step that have no event, but one that ended at most so many days earlier.
   *
   * @param calendar the events
   * @param window how many days after an event count, 1 to 10,000
   * @return {@code NAME.after_WINDOW}, 0 to the days of the step
   */
  public static StepFeature after(EventCalendar calendar, int window) {
    DayIndex index = calendar.days();
    return count(calendar, "after", window, day -> index.since(day, window + 1));
  }

  /**
   * Days from the first day of the step to the next day that has an event.
   *
   * @param calendar the events
   * @param most longer times are this number, 1 to 10,000
   * @return {@code NAME.until}, 0 (during an event) to {@code most}
   */
  public static StepFeature daysUntil(EventCalendar calendar, int most) {
    DayIndex index = calendar.days();
    return distance(calendar, "until", most, day -> index.until(day, most));
  }

  /**
   * Days from the latest day that has an event to the first day of the step.
   *
   * @param calendar the events
   * @param most longer times are this number, 1 to 10,000
   * @return {@code NAME.since}, 0 (during an event) to {@code most}
   */
  public static StepFeature daysSince(EventCalendar calendar, int most) {
    DayIndex index = calendar.days();
    return distance(calendar, "since", most, day -> index.since(day, most));
  }

  /** Days to or from an event, NaN if not known. */
  @FunctionalInterface
  private interface Distance {
    float of(long day);
  }

  private static StepFeature distance(
      EventCalendar calendar, String what, int most, Distance distance) {
    requireDays("most", most);
    return new NamedFeature(
        calendar.name() + "." + what,
        "event.%s(start, at most %s, %s)".formatted(what, most, calendar.definition()),
        (axis, step) -> distance.of(StepDays.of(axis, step).first()));
  }

  private static StepFeature count(
      EventCalendar calendar, String what, int window, Distance distance) {
    requireDays("window", window);
    LongPredicate isNear =
        day -> {
          float days = distance.of(day);
          return days >= 1 && days <= window;
        };
    LongPredicate isUnknown = day -> Float.isNaN(distance.of(day));
    return new NamedFeature(
        "%s.%s_%s".formatted(calendar.name(), what, window),
        "event.%s(step, %s, %s)".formatted(what, window, calendar.definition()),
        (axis, step) -> {
          StepDays days = StepDays.of(axis, step);
          // the ends are unknown first, since what is known is one range of years
          boolean isKnown = !isUnknown.test(days.first()) && !isUnknown.test(days.end() - 1);
          return isKnown ? days.count(isNear) : Float.NaN;
        });
  }

  private static void requireDays(String name, int days) {
    Require.atLeast(name, days, 1, "");
    Require.that(days <= MOST_DAYS, name, days, "must be at most 10,000 days", "");
  }
}
