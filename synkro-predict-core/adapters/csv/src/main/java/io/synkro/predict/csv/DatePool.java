package io.synkro.predict.csv;

import io.synkro.predict.internal.IntArray;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Gives every different date of a file a number; each is parsed once. */
final class DatePool {
  private final TextPool texts = new TextPool();
  private final IntArray hours = new IntArray();
  private final @Nullable PeriodNumbers periods;

  DatePool(@Nullable PeriodNumbers periods) {
    this.periods = periods;
  }

  /** Number of the date in a cell. */
  int code(Row row, int column, Header header) {
    int code = texts.find(row, column);
    if (code >= 0) {
      return code;
    }
    String text = row.text(column);
    int hour =
        periods == null
            ? Dates.epochHour(header.name(column), text.strip())
            : periodHour(periods, header.name(column), text.strip());
    hours.add(hour);
    return texts.add(text);
  }

  private static int periodHour(PeriodNumbers periods, String column, String text) {
    if (!text.matches("-?[0-9]{1,7}")) {
      throw new RejectedCell(
          column,
          text,
          "must be a whole number of " + periods.unit(),
          "leave \"dates\" out of the mapping if the file has dates");
    }
    try {
      LocalDate day = periods.day(Integer.parseInt(text));
      return Dates.epochHour(column, day.toString());
    } catch (DateTimeException e) {
      throw new RejectedCell(column, text, "must be a day of the calendar", "it is mistyped");
    }
  }

  int size() {
    return hours.size();
  }

  /** Hours from 1970-01-01T00:00 to the date of a number. */
  int epochHour(int code) {
    return hours.get(code);
  }
}
