package io.synkro.predict.features.calendar;

import io.synkro.predict.internal.Require;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * When people are paid. Immutable; {@link #calendar} turns it into events, and {@link
 * EventFeatures} those into features.
 *
 * <pre>{@code
 * PayDays.lastOfMonth().onWorkingDay(Roll.PREVIOUS, workingDays).calendar("salary", 2015, 2030)
 * }</pre>
 */
public final class PayDays {
  /** A day without work is nowhere longer than a month away from work. */
  private static final int LONGEST_ROLL = 31;

  private final Days days;
  private final UnaryOperator<LocalDate> roll;

  private PayDays(Days days, UnaryOperator<LocalDate> roll) {
    this.days = days;
    this.roll = roll;
  }

  /** Where a pay day goes that is not a working day. */
  public enum Roll {
    /** To the last working day before it. */
    PREVIOUS(-1),
    /** To the first working day after it. */
    NEXT(1);

    private final int direction;

    Roll(int direction) {
      this.direction = direction;
    }
  }

  /** The pay days from a day to another one, both included, before they are moved. */
  @FunctionalInterface
  private interface Days {
    Stream<LocalDate> between(LocalDate first, LocalDate last);
  }

  /**
   * A day of every month.
   *
   * @param day day of the month, 1 to 31; shorter months pay on their last day
   * @return the pay days
   */
  public static PayDays dayOfMonth(int day) {
    Require.that(day >= 1 && day <= 31, "day", day, "must be from 1 to 31", "");
    Days days =
        (first, last) ->
            Stream.iterate(YearMonth.from(first), month -> month.plusMonths(1))
                .takeWhile(month -> !month.isAfter(YearMonth.from(last)))
                .map(month -> month.atDay(Math.min(day, month.lengthOfMonth())))
                .filter(each -> !each.isBefore(first) && !each.isAfter(last));
    return new PayDays(days, UnaryOperator.identity());
  }

  /**
   * The last day of every month.
   *
   * @return the pay days
   */
  public static PayDays lastOfMonth() {
    return dayOfMonth(31);
  }

  /**
   * The same weekday every so many weeks, before and after a known pay day.
   *
   * @param weeks weeks between two pay days, 1 to 52
   * @param anchor one of the pay days, such as a Friday
   * @return the pay days
   */
  public static PayDays everyWeeks(int weeks, LocalDate anchor) {
    Require.that(weeks >= 1 && weeks <= 52, "weeks", weeks, "must be from 1 to 52", "");
    long period = 7L * weeks;
    Days days =
        (first, last) -> {
          long toNext = Math.floorMod(anchor.toEpochDay() - first.toEpochDay(), period);
          return Stream.iterate(first.plusDays(toNext), day -> day.plusDays(period))
              .takeWhile(day -> !day.isAfter(last));
        };
    return new PayDays(days, UnaryOperator.identity());
  }

  /**
   * Returns the same pay days, moved to a working day.
   *
   * @param to which working day
   * @param workingDays the days on which money is paid
   * @return the moved pay days
   */
  public PayDays onWorkingDay(Roll to, WorkingDays workingDays) {
    return new PayDays(
        days,
        day -> {
          LocalDate rolled = roll.apply(day);
          while (!workingDays.contains(rolled)) {
            rolled = rolled.plusDays(to.direction);
          }
          return rolled;
        });
  }

  /**
   * Works out the pay days.
   *
   * @param name name of the calendar and its events: letters, digits, {@code _ . -}
   * @param firstYear first year
   * @param lastYear last year
   * @return a calendar with an event on each pay day
   * @throws io.synkro.predict.InvalidInputException if pay days are moved to working days and these
   *     are not known from a year before {@code firstYear} to a year after {@code lastYear}: a pay
   *     day may be moved over New Year
   */
  public EventCalendar calendar(String name, int firstYear, int lastYear) {
    LocalDate first = LocalDate.of(firstYear, 1, 1);
    LocalDate last = LocalDate.of(lastYear, 12, 31);
    List<Event> events =
        days.between(first.minusDays(LONGEST_ROLL), last.plusDays(LONGEST_ROLL))
            .map(roll)
            .filter(day -> !day.isBefore(first) && !day.isAfter(last))
            .map(day -> Event.on(name, day))
            .toList();
    return EventCalendar.of(name, firstYear, lastYear, events);
  }
}
