package io.synkro.predict.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The different dates of a file; each is parsed once. A time of day is checked and left out. */
final class DayPool {
  private final TextPool texts = new TextPool();
  private final List<LocalDate> days = new ArrayList<>();

  LocalDate day(Row row, int column, Header header) {
    int code = texts.find(row, column);
    if (code >= 0) {
      return days.get(code);
    }
    String text = row.text(column);
    LocalDate day = Dates.time(header.name(column), text.strip()).toLocalDate();
    days.add(day);
    texts.add(text);
    return day;
  }
}
