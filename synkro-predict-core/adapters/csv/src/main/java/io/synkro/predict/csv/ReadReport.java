package io.synkro.predict.csv;

import io.synkro.predict.internal.Require;
import java.util.List;
import java.util.Locale;

/**
 * What became of every row of a file: {@code rowsRead = rowsAccepted + rejectedCount}.
 *
 * @param file path of the file as it was given
 * @param rowsRead records after the header, blank lines not counted
 * @param rowsAccepted records that went into the result
 * @param rejectedCount records that did not
 * @param rejected the first rejected records by line, up to the limit of {@link ReadLimits}
 * @param duplicatesSummed records that were added to another one of the same key
 * @param negativeUnits accepted records with negative units, which are returns
 * @param notes what else a reader should know, one sentence each: columns that were not used,
 *     columns that took defaults, how dates were understood
 */
public record ReadReport(
    String file,
    long rowsRead,
    long rowsAccepted,
    long rejectedCount,
    List<RejectedLine> rejected,
    long duplicatesSummed,
    long negativeUnits,
    List<String> notes) {
  /** {@inheritDoc} */
  public ReadReport {
    Require.that(
        rowsRead == rowsAccepted + rejectedCount,
        "rowsRead",
        rowsRead,
        "must be rowsAccepted (%d) + rejectedCount (%d)".formatted(rowsAccepted, rejectedCount),
        "");
    rejected = List.copyOf(rejected);
    notes = List.copyOf(notes);
  }

  /**
   * Returns the report for people, a line for each note and each listed rejection.
   *
   * @return lines that end with a line feed
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            "%s: %,d rows read, %,d accepted, %,d rejected\n",
            file, rowsRead, rowsAccepted, rejectedCount));
    if (duplicatesSummed > 0) {
      text.append(format("%,d rows were added to a row of the same key\n", duplicatesSummed));
    }
    if (negativeUnits > 0) {
      text.append(format("%,d rows have negative units (returns)\n", negativeUnits));
    }
    notes.forEach(note -> text.append(note).append('\n'));
    rejected.forEach(line -> text.append("  ").append(line).append('\n'));
    if (rejectedCount > rejected.size()) {
      text.append(format("  ... and %,d more\n", rejectedCount - rejected.size()));
    }
    return text.toString();
  }

  /** The same text on every machine, whatever its language. */
  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }

  @Override
  public String toString() {
    return text();
  }
}
