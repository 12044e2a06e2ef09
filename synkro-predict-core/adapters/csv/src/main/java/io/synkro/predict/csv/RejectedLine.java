package io.synkro.predict.csv;

/**
 * A line that was not taken.
 *
 * @param file path of the file as it was given
 * @param line line of the file on which the record begins, from 1, the header included
 * @param column name of the column that is to blame
 * @param value text of the cell, shortened to 80 characters
 * @param reason what the value must be and how to mend it, as sentences
 */
public record RejectedLine(String file, long line, String column, String value, String reason) {

  /** Returns {@code file:line, column "c", value "v": reason}. */
  @Override
  public String toString() {
    return "%s:%d, column \"%s\", value \"%s\": %s".formatted(file, line, column, value, reason);
  }
}
