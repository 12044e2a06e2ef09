package io.synkro.predict.examples.report;

import io.synkro.predict.internal.Require;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The points in time along a chart.
 *
 * @param values the points, strictly ascending, at least one
 */
public record ChartTimes(List<LocalDateTime> values) {
  /** {@inheritDoc} */
  public ChartTimes {
    values = List.copyOf(values);
    Require.that(!values.isEmpty(), "times", "none", "must have at least one point", "");
    for (int i = 1; i < values.size(); i++) {
      Require.that(
          values.get(i - 1).isBefore(values.get(i)),
          "times",
          values.get(i),
          "must be after the point before it",
          "sort the times");
    }
  }

  /**
   * Returns consecutive days.
   *
   * @param first first day
   * @param count number of days, at least 1
   * @return the times
   */
  public static ChartTimes days(LocalDate first, int count) {
    return of(IntStream.range(0, Math.max(0, count)).mapToObj(first::plusDays).toList());
  }

  /**
   * Returns days such as the first days of weeks or months.
   *
   * @param days the days, strictly ascending
   * @return the times
   */
  public static ChartTimes of(List<LocalDate> days) {
    return new ChartTimes(days.stream().map(LocalDate::atStartOfDay).toList());
  }

  /**
   * Returns points with a fixed distance, such as hours.
   *
   * @param first first point
   * @param step distance of two points, positive
   * @param count number of points, at least 1
   * @return the times
   */
  public static ChartTimes every(LocalDateTime first, Duration step, int count) {
    return new ChartTimes(
        IntStream.range(0, Math.max(0, count))
            .mapToObj(i -> first.plus(step.multipliedBy(i)))
            .toList());
  }

  int size() {
    return values.size();
  }

  LocalDateTime first() {
    return values.get(0);
  }

  LocalDateTime last() {
    return values.get(values.size() - 1);
  }

  /** Whether any point is not at midnight, so that the hour matters. */
  boolean clock() {
    return values.stream().anyMatch(time -> time.toLocalTime().toSecondOfDay() != 0);
  }
}
