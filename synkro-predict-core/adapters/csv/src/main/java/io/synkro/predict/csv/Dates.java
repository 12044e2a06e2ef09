package io.synkro.predict.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Reads ISO dates and times of day as hours since 1970-01-01T00:00. */
final class Dates {
  private static final String SHAPE = "must be a date like 2024-03-01, or 2024-03-01T05:00";

  private Dates() {}

  /** Hours since the epoch of a trimmed text, which must be a full hour. */
  static int epochHour(String column, String text) {
    LocalDateTime time = time(column, text);
    if (time.getMinute() != 0 || time.getSecond() != 0 || time.getNano() != 0) {
      throw new RejectedCell(
          column, text, "must be a full hour", "add up the sales of each hour or day first");
    }
    return Math.toIntExact(time.toLocalDate().toEpochDay() * 24 + time.getHour());
  }

  /** Date and time of a trimmed text; refuses with a reason that fits the text. */
  static LocalDateTime time(String column, String text) {
    if (text.length() < 10
        || !text.substring(0, 10).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
        || !text.substring(10).matches("([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.0+)?)?)?")) {
      throw new RejectedCell(column, text, SHAPE, remedy(text));
    }
    LocalDateTime time;
    try {
      time =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay()
              : LocalDateTime.parse(text.replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw new RejectedCell(
          column, text, "must be a day of the calendar", "month and day are swapped, or mistyped");
    }
    if (time.getYear() < 1900 || time.getYear() > 2199) {
      throw new RejectedCell(
          column, text, "must lie in the years 1900 to 2199", "the year is mistyped");
    }
    return time;
  }

  static LocalDateTime time(int epochHour) {
    return LocalDate.ofEpochDay(Math.floorDiv(epochHour, 24))
        .atTime(Math.floorMod(epochHour, 24), 0);
  }

  /** As people write it: the hour is left out at midnight, where days begin. */
  static String text(int epochHour) {
    LocalDateTime time = time(epochHour);
    return time.getHour() == 0 ? time.toLocalDate().toString() : time.toString();
  }

  private static String remedy(String text) {
    if (text.isEmpty()) {
      return "the line was cut off";
    }
    if (text.matches("[0-9]{1,4}")) {
      return "numbered periods need \"dates\" in the mapping";
    }
    if (text.matches("[0-9]{5}(\\.[0-9]+)?")) {
      return "this is a day number of a spreadsheet; format the column as YYYY-MM-DD";
    }
    if (text.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})")) {
      return "convert to local business time and leave out the zone";
    }
    return "export dates as YYYY-MM-DD";
  }
}
