package io.synkro.predict.csv;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.util.Locale;

/** Reads typed cells of a row and refuses those that are not what they must be. */
final class Cells {
  private static final double HUGE = 1e12;

  private final Header header;

  Cells(Header header) {
    this.header = header;
  }

  /** Refuses rows that have more or fewer fields than the header. */
  void requireComplete(Row row) {
    if (row.size() == header.size()) {
      return;
    }
    boolean shorter = row.size() < header.size();
    throw new RejectedCell(
        shorter ? header.name(row.size()) : header.name(header.size() - 1),
        shorter ? "" : row.text(header.size() - 1),
        "the line has %d fields and the header %d".formatted(row.size(), header.size()),
        shorter
            ? "the line was cut off"
            : "a field holds the delimiter or a decimal comma; put it into quotes");
  }

  /** Number of a cell; NaN if it is blank. */
  double number(Row row, int column) {
    double value = Numbers.parse(row.chars(), row.from(column), row.to(column));
    if (Double.isNaN(value)) {
      if (row.blank(column)) {
        return Double.NaN;
      }
      throw refused(row, column, "must be a number", Numbers.remedy(row.text(column)));
    }
    if (!(Math.abs(value) <= HUGE)) {
      throw refused(
          row, column, "must be finite and at most 1e12", "look for a mistyped or summed cell");
    }
    return value;
  }

  /** Number of a cell that must not be negative; NaN if it is blank. */
  double nonNegative(Row row, int column, String remedy) {
    double value = number(row, column);
    if (value < 0) {
      throw refused(row, column, "must be zero or positive", remedy);
    }
    return value;
  }

  /** A share from 0 to 1, or true or false; NaN if it is blank. */
  double share(Row row, int column) {
    double value = Numbers.parse(row.chars(), row.from(column), row.to(column));
    if (value >= 0 && value <= 1) {
      return value;
    }
    return switch (row.text(column).strip().toLowerCase(Locale.ROOT)) {
      case "" -> Double.NaN;
      case "true" -> 1;
      case "false" -> 0;
      default ->
          throw refused(
              row, column, "must be from 0 to 1, or true or false", "write yes as 1 and no as 0");
    };
  }

  /** Number of an identifier in a pool, which learns it if it is new. */
  int identifier(Row row, int column, TextPool pool) {
    int code = pool.find(row, column);
    if (code >= 0) {
      return code;
    }
    if (row.blank(column)) {
      throw refused(row, column, "must not be empty", "fill it in, or tolerate such lines");
    }
    String text = row.text(column);
    try {
      Require.identifier(header.name(column), text);
    } catch (InvalidInputException e) {
      throw refused(row, column, e.limit(), "a quote (\") in the line is not closed");
    }
    return pool.add(text);
  }

  RejectedCell refused(Row row, int column, String limit, String remedy) {
    return new RejectedCell(header.name(column), row.text(column), limit, remedy);
  }
}
