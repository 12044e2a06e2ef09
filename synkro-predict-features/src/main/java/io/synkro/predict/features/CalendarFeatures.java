package io.synkro.predict.features;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.tabular.Feature;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the calendar says of a step; each step is worked out once. */
final class CalendarFeatures {
  private final TimeAxis axis;
  private final Map<Integer, float[]> known = new HashMap<>();

  CalendarFeatures(TimeAxis axis) {
    this.axis = axis;
  }

  static List<Feature> features(Frequency frequency) {
    return switch (frequency) {
      case HOURLY -> numbers("hour", "weekday", "day_of_month");
      case DAILY -> numbers("weekday", "day_of_month", "day_of_year", "month");
      case WEEKLY -> numbers("day_of_month", "week_of_year", "month");
      case MONTHLY -> numbers("month");
      case QUARTERLY -> numbers("quarter");
      case YEARLY -> List.of();
    };
  }

  private static List<Feature> numbers(String... names) {
    return List.of(names).stream().map(Feature::number).toList();
  }

  int fill(int step, float[] row, int first) {
    float[] values = known.computeIfAbsent(step, this::compute);
    System.arraycopy(values, 0, row, first, values.length);
    return first + values.length;
  }

  private float[] compute(int step) {
    LocalDateTime time = axis.at(step);
    float weekday = time.getDayOfWeek().getValue();
    float day = time.getDayOfMonth();
    float dayOfYear = time.getDayOfYear();
    float month = time.getMonthValue();
    return switch (axis.frequency()) {
      case HOURLY -> new float[] {time.getHour(), weekday, day};
      case DAILY -> new float[] {weekday, day, dayOfYear, month};
      case WEEKLY -> new float[] {day, (float) Math.floor((dayOfYear - 1) / 7) + 1, month};
      case MONTHLY -> new float[] {month};
      case QUARTERLY -> new float[] {(float) Math.floor((month - 1) / 3) + 1};
      case YEARLY -> new float[0];
    };
  }
}
