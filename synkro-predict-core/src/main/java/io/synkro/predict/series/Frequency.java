package io.synkro.predict.series;

import io.synkro.predict.internal.Require;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * How often a series is observed. Times are local business times without a zone; an hourly series
 * must come from a clock without daylight saving, such as UTC.
 */
public enum Frequency {
  /** One value an hour. */
  HOURLY(24, 1 / 24.0),
  /** One value a day. */
  DAILY(7, 1),
  /** One value every seven days; the weekday that weeks begin on is that of the axis' origin. */
  WEEKLY(52, 7),
  /** One value a calendar month. */
  MONTHLY(12, 365.2425 / 12),
  /** One value a calendar quarter. */
  QUARTERLY(4, 365.2425 / 4),
  /** One value a calendar year. */
  YEARLY(1, 365.2425);

  private final int seasonLength;
  private final double meanDays;

  Frequency(int seasonLength, double meanDays) {
    this.seasonLength = seasonLength;
    this.meanDays = meanDays;
  }

  /**
   * Returns the number of steps of the season that is usual in the field: a day of hours, a week of
   * days, a year of weeks, months or quarters.
   *
   * @return 24, 7, 52, 12, 4 or 1
   */
  public int seasonLength() {
    return seasonLength;
  }

  /**
   * Returns the mean length of a step.
   *
   * @return days, over the Gregorian cycle of 400 years
   */
  public double meanDays() {
    return meanDays;
  }

  /**
   * Returns the number of steps that cover a number of days, rounded up.
   *
   * @param days a number of days, zero or more
   * @return steps, zero or more
   */
  public int stepsCovering(double days) {
    return (int) Math.ceil(Require.nonNegative("days", days, "") / meanDays - 1e-9);
  }

  /**
   * Returns the start of the step that holds a time. For {@link #WEEKLY} that is the start of the
   * day, since any weekday may begin a week.
   *
   * @param time any time
   * @return the latest start of a step that is not after {@code time}
   */
  public LocalDateTime floor(LocalDateTime time) {
    LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
    return switch (this) {
      case HOURLY -> time.truncatedTo(ChronoUnit.HOURS);
      case DAILY, WEEKLY -> day;
      case MONTHLY -> day.withDayOfMonth(1);
      case QUARTERLY -> day.withDayOfMonth(1).withMonth((time.getMonthValue() - 1) / 3 * 3 + 1);
      case YEARLY -> day.withDayOfYear(1);
    };
  }

  LocalDateTime plus(LocalDateTime start, long steps) {
    return switch (this) {
      case HOURLY -> start.plusHours(steps);
      case DAILY -> start.plusDays(steps);
      case WEEKLY -> start.plusDays(7 * steps);
      case MONTHLY -> start.plusMonths(steps);
      case QUARTERLY -> start.plusMonths(3 * steps);
      case YEARLY -> start.plusYears(steps);
    };
  }

  /** Whole steps from {@code start}, which begins a step, to {@code time}, rounded down. */
  long stepsBetween(LocalDateTime start, LocalDateTime time) {
    LocalDateTime floor = floor(time);
    return switch (this) {
      case HOURLY -> ChronoUnit.HOURS.between(start, floor);
      case DAILY -> days(start, floor);
      case WEEKLY -> Math.floorDiv(days(start, floor), 7L);
      case MONTHLY -> months(start, floor);
      case QUARTERLY -> months(start, floor) / 3;
      case YEARLY -> floor.getYear() - start.getYear();
    };
  }

  /** Whole steps from the first day of 1970 to a time that begins a step, rounded down. */
  long sinceEpoch(LocalDateTime start) {
    return stepsBetween(LocalDate.EPOCH.atStartOfDay(), start);
  }

  private static long days(LocalDateTime start, LocalDateTime end) {
    return end.toLocalDate().toEpochDay() - start.toLocalDate().toEpochDay();
  }

  private static long months(LocalDateTime start, LocalDateTime end) {
    return 12L * (end.getYear() - start.getYear()) + end.getMonthValue() - start.getMonthValue();
  }
}
