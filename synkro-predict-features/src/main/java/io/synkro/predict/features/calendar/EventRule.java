package io.synkro.predict.features.calendar;

import io.synkro.predict.internal.Require;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * An event that comes back once a year or less often. Implementations must give the same days at
 * every call.
 */
@FunctionalInterface
public interface EventRule {
  /**
   * Returns the event of a year.
   *
   * @param year a year, 0 to 10,000
   * @return the event, or empty if it does not take place in that year
   */
  Optional<Event> in(int year);

  /**
   * A day of the calendar, such as 25 December.
   *
   * @param name name of the events
   * @param month their month
   * @param day their day of the month; 29 February takes place in leap years only
   * @return the rule
   */
  static EventRule fixed(String name, Month month, int day) {
    Require.that(day >= 1 && day <= month.maxLength(), "day", day, "must be a day of " + month, "");
    return year -> {
      YearMonth at = YearMonth.of(year, month);
      return at.isValidDay(day) ? Optional.of(Event.on(name, at.atDay(day))) : Optional.empty();
    };
  }

  /**
   * A weekday of a month, such as the fourth Thursday of November.
   *
   * @param name name of the events
   * @param nth 1 to 5 from the start of the month, -1 to -5 from its end; months without a fifth
   *     such weekday have none
   * @param weekday the weekday
   * @param month the month
   * @return the rule
   */
  static EventRule weekday(String name, int nth, DayOfWeek weekday, Month month) {
    Require.that(
        nth != 0 && Math.abs(nth) <= 5, "nth", nth, "must be from 1 to 5 or from -1 to -5", "");
    return year -> {
      LocalDate start = LocalDate.of(year, month, 1);
      LocalDate day = start.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
      return day.getMonth() == month ? Optional.of(Event.on(name, day)) : Optional.empty();
    };
  }

  /**
   * A day that is a fixed number of days from Easter Sunday of the western churches.
   *
   * @param name name of the events
   * @param days days after Easter Sunday, such as -2 for Good Friday; at most 200 before or after
   * @return the rule
   */
  static EventRule easter(String name, int days) {
    Require.that(Math.abs(days) <= 200, "days", days, "must be from -200 to 200", "");
    return year -> Optional.of(Event.on(name, Easter.sunday(year).plusDays(days)));
  }
}
