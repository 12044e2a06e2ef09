package io.synkro.predict.features.calendar;

import io.synkro.predict.series.TimeAxis;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.IsoFields;
import java.util.function.ToDoubleFunction;

/**
 * Features that the date and hour of a step give. Those of a single point in time are taken at the
 * start of the step. Stateless.
 */
public final class DateFeatures {
  private DateFeatures() {}

  /**
   * Hour of the day.
   *
   * @return {@code hour}, 0 to 23; 0 for steps of a day and longer
   */
  public static StepFeature hour() {
    return ofStart("hour", LocalDateTime::getHour);
  }

  /**
   * Weekday.
   *
   * @return {@code weekday}, 1 (Monday) to 7 (Sunday)
   */
  public static StepFeature weekday() {
    return ofStart("weekday", start -> start.getDayOfWeek().getValue());
  }

  /**
   * Day of the month.
   *
   * @return {@code day_of_month}, 1 to 31
   */
  public static StepFeature dayOfMonth() {
    return ofStart("day_of_month", LocalDateTime::getDayOfMonth);
  }

  /**
   * Day of the year.
   *
   * @return {@code day_of_year}, 1 to 366
   */
  public static StepFeature dayOfYear() {
    return ofStart("day_of_year", LocalDateTime::getDayOfYear);
  }

  /**
   * Week of the year by ISO 8601: weeks begin on Monday, and week 1 has the first Thursday.
   *
   * @return {@code iso_week}, 1 to 53
   */
  public static StepFeature isoWeek() {
    return ofStart("iso_week", start -> start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /**
   * Month.
   *
   * @return {@code month}, 1 to 12
   */
  public static StepFeature month() {
    return ofStart("month", LocalDateTime::getMonthValue);
  }

  /**
   * Quarter.
   *
   * @return {@code quarter}, 1 to 4
   */
  public static StepFeature quarter() {
    return ofStart("quarter", start -> start.get(IsoFields.QUARTER_OF_YEAR));
  }

  /**
   * How much of the year has passed when the step begins.
   *
   * @return {@code year_progress}, from 0 to below 1: hours since New Year / hours of the year
   */
  public static StepFeature yearProgress() {
    return ofStart("year_progress", DateFeatures::passedOfYear);
  }

  /**
   * Whether a month ends in the step.
   *
   * @return {@code month_end}, 1 if the last day of a month is a day of the step, else 0
   */
  public static StepFeature monthEnd() {
    return new NamedFeature(
        "month_end",
        "date.month_end(step)",
        (axis, step) -> {
          StepDays days = StepDays.of(axis, step);
          return daysToMonthEnd(axis, step) < days.count() ? 1 : 0;
        });
  }

  /**
   * Days from the first day of the step to the last day of its month.
   *
   * @return {@code days_to_month_end}, 0 to 30
   */
  public static StepFeature daysToMonthEnd() {
    return new NamedFeature(
        "days_to_month_end", "date.days_to_month_end(start)", DateFeatures::daysToMonthEnd);
  }

  /**
   * How much of the step is weekend; a flag for steps of a day or an hour.
   *
   * @return {@code weekend}, from 0 to 1: Saturdays and Sundays of the step / its days
   */
  public static StepFeature weekend() {
    return new NamedFeature(
        "weekend",
        "date.share(step, saturday, sunday)",
        (axis, step) -> {
          StepDays days = StepDays.of(axis, step);
          return (float) ((double) days.count(day -> StepDays.weekday(day) >= 6) / days.count());
        });
  }

  /** The part of the year before a time, from 0 to below 1. */
  static double passedOfYear(LocalDateTime time) {
    double hours = (time.getDayOfYear() - 1) * 24 + time.getHour();
    return hours / (time.toLocalDate().lengthOfYear() * 24);
  }

  private static float daysToMonthEnd(TimeAxis axis, long step) {
    LocalDate first = axis.at(step).toLocalDate();
    return first.lengthOfMonth() - first.getDayOfMonth();
  }

  private static StepFeature ofStart(String name, ToDoubleFunction<LocalDateTime> value) {
    return new NamedFeature(
        name,
        "date.%s(start)".formatted(name),
        (axis, step) -> (float) value.applyAsDouble(axis.at(step)));
  }
}
