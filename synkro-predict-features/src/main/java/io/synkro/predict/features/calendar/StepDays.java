package io.synkro.predict.features.calendar;

import io.synkro.predict.series.TimeAxis;
import java.time.LocalDate;
import java.util.function.LongPredicate;

/**
 * The days that a step touches: the day of an hour, the days of a week.
 *
 * @param first first day, in days since 1970-01-01
 * @param end day after the last one, same unit
 */
record StepDays(long first, long end) {
  static StepDays of(TimeAxis axis, long step) {
    LocalDate day = axis.at(step).toLocalDate();
    long first = day.toEpochDay();
    return switch (axis.frequency()) {
      case HOURLY, DAILY -> new StepDays(first, first + 1);
      case WEEKLY -> new StepDays(first, first + 7);
      case MONTHLY -> new StepDays(first, first + day.lengthOfMonth());
      case QUARTERLY -> new StepDays(first, day.plusMonths(3).toEpochDay());
      case YEARLY -> new StepDays(first, first + day.lengthOfYear());
    };
  }

  long count() {
    return end - first;
  }

  long count(LongPredicate isCounted) {
    long count = 0;
    for (long day = first; day < end; day++) {
      count += isCounted.test(day) ? 1 : 0;
    }
    return count;
  }

  /** The weekday of a day since 1970-01-01, a Thursday: Monday is 1, Sunday is 7. */
  static int weekday(long day) {
    return (int) Math.floorMod(day + 3, 7L) + 1;
  }
}
