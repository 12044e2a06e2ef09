package io.synkro.predict.features.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** The days that have an event, for quick answers. Days are counted since 1970-01-01. */
final class DayIndex {
  private final long first;
  private final long end;
  private final long[] days;

  private DayIndex(long first, long end, long[] days) {
    this.first = first;
    this.end = end;
    this.days = days;
  }

  static DayIndex of(int firstYear, int lastYear, List<Event> events) {
    long first = LocalDate.of(firstYear, 1, 1).toEpochDay();
    long end = LocalDate.of(lastYear, 12, 31).toEpochDay() + 1;
    long[] days =
        events.stream()
            .flatMapToLong(
                event ->
                    LongStream.rangeClosed(
                        Math.max(first, event.first().toEpochDay()),
                        Math.min(end - 1, event.last().toEpochDay())))
            .sorted()
            .distinct()
            .toArray();
    return new DayIndex(first, end, days);
  }

  boolean covers(StepDays step) {
    return step.first() >= first && step.end() <= end;
  }

  boolean contains(long day) {
    return Arrays.binarySearch(days, day) >= 0;
  }

  int count(StepDays step) {
    return position(step.end()) - position(step.first());
  }

  /**
   * Days from a day to the next one with an event, 0 if it is one itself, at most {@code most}; NaN
   * if that cannot be known.
   */
  float until(long day, int most) {
    int next = position(day);
    if (day < first || (next == days.length && day + most > end)) {
      return Float.NaN;
    }
    return next == days.length ? most : Math.min(days[next] - day, most);
  }

  /** Days since the latest day with an event; as {@link #until}. */
  float since(long day, int most) {
    int after = position(day + 1);
    if (day >= end || (after == 0 && day - most < first - 1)) {
      return Float.NaN;
    }
    return after == 0 ? most : Math.min(day - days[after - 1], most);
  }

  /** How many days with an event are before a day. */
  private int position(long day) {
    int found = Arrays.binarySearch(days, day);
    return found >= 0 ? found : -found - 1;
  }
}
