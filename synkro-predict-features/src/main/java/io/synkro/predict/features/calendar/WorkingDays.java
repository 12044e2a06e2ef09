package io.synkro.predict.features.calendar;

import io.synkro.predict.internal.Require;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which days people work: those that are neither weekend nor holiday. Immutable; safe for use by
 * many threads.
 */
public final class WorkingDays {
  private final Set<DayOfWeek> weekend;
  private final EventCalendar holidays;
  private final String definition;

  private WorkingDays(Collection<DayOfWeek> weekend, EventCalendar holidays) {
    this.weekend = EnumSet.noneOf(DayOfWeek.class);
    this.weekend.addAll(weekend);
    Require.that(
        this.weekend.size() < 7, "weekend", "all seven days", "must leave a working day", "");
    this.holidays = holidays;
    this.definition = "all but %s and %s".formatted(this.weekend, holidays.definition());
  }

  /**
   * All days but Saturdays and Sundays.
   *
   * @return working days without holidays
   */
  public static WorkingDays weekdays() {
    return of(EventCalendar.of("no_holidays", 1, 9999, List.of()));
  }

  /**
   * All days but Saturdays, Sundays and holidays.
   *
   * @param holidays days without work
   * @return the working days, known in the years of the holidays
   */
  public static WorkingDays of(EventCalendar holidays) {
    return of(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), holidays);
  }

  /**
   * All days but a weekend and holidays.
   *
   * @param weekend weekdays without work, such as Friday and Saturday; at most six, may be empty
   * @param holidays days without work
   * @return the working days, known in the years of the holidays
   */
  public static WorkingDays of(Set<DayOfWeek> weekend, EventCalendar holidays) {
    return new WorkingDays(weekend, holidays);
  }

  /**
   * Returns whether a day is a working day.
   *
   * @param day a day in the years of the holidays
   * @return true if people work
   * @throws io.synkro.predict.InvalidInputException if the holidays of its year are not known
   */
  public boolean contains(LocalDate day) {
    Require.that(
        holidays.covers(day),
        "day",
        day,
        "must be in the years of calendar %s, %d to %d"
            .formatted(holidays.name(), holidays.firstYear(), holidays.lastYear()),
        "give holidays of more years");
    return isWorking(day.toEpochDay());
  }

  /**
   * Returns the identity: equal for equal weekends and holidays.
   *
   * @return one line
   */
  public String definition() {
    return definition;
  }

  /**
   * Working days of the step; a flag for steps of a day or an hour.
   *
   * @return {@code working_days}, 0 to the days of the step; NaN where the holidays are not known
   */
  public StepFeature count() {
    return feature("working_days", false);
  }

  /**
   * Share of working days in the step; a flag for steps of a day or an hour.
   *
   * @return {@code working_day_share}, 0 to 1; NaN where the holidays are not known
   */
  public StepFeature share() {
    return feature("working_day_share", true);
  }

  private StepFeature feature(String name, boolean isShare) {
    return new NamedFeature(
        name,
        "%s(step, %s)".formatted(name, definition),
        (axis, step) -> {
          StepDays days = StepDays.of(axis, step);
          if (!holidays.days().covers(days)) {
            return Float.NaN;
          }
          double working = days.count(this::isWorking);
          return (float) (isShare ? working / days.count() : working);
        });
  }

  private boolean isWorking(long day) {
    return !weekend.contains(DayOfWeek.of(StepDays.weekday(day))) && !holidays.days().contains(day);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WorkingDays that && definition.equals(that.definition);
  }

  @Override
  public int hashCode() {
    return definition.hashCode();
  }

  @Override
  public String toString() {
    return definition;
  }
}
