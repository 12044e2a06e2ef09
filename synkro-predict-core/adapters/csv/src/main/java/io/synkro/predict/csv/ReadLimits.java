package io.synkro.predict.csv;

import io.synkro.predict.internal.Require;

/**
 * How much of a file may be wrong, and how large its parts may be.
 *
 * @param maxRejected rejected lines that are tolerated before the reading fails; zero or more
 * @param maxListed rejected lines that the report lists; zero or more
 * @param maxFieldChars longest field in characters; at least 1024
 * @param maxRecordChars longest record in characters; at least 1024
 */
public record ReadLimits(long maxRejected, int maxListed, int maxFieldChars, int maxRecordChars) {
  private static final int MIB = 1 << 20;

  /** {@inheritDoc} */
  public ReadLimits {
    Require.that(maxRejected >= 0, "maxRejected", maxRejected, "must be zero or more", "");
    Require.atLeast("maxListed", maxListed, 0, "");
    Require.atLeast("maxFieldChars", maxFieldChars, 1024, "");
    Require.atLeast("maxRecordChars", maxRecordChars, 1024, "");
  }

  /**
   * Creates limits that tolerate no rejected line and list 100 of them, with fields of up to 1 Mi
   * characters and records of up to 4 Mi.
   *
   * @return the default
   */
  public static ReadLimits strict() {
    return new ReadLimits(0, 100, MIB, 4 * MIB);
  }

  /**
   * Creates limits that let some lines be rejected; they are listed in the report.
   *
   * @param lines rejected lines that are tolerated, zero or more
   * @return the default with this tolerance
   */
  public static ReadLimits tolerate(long lines) {
    return new ReadLimits(lines, 100, MIB, 4 * MIB);
  }

  /**
   * Returns limits that list another number of rejected lines.
   *
   * @param lines lines to list, zero or more
   * @return a copy
   */
  public ReadLimits withListed(int lines) {
    return new ReadLimits(maxRejected, lines, maxFieldChars, maxRecordChars);
  }

  /**
   * Returns limits for other sizes.
   *
   * @param fieldChars longest field in characters
   * @param recordChars longest record in characters
   * @return a copy
   */
  public ReadLimits withSizes(int fieldChars, int recordChars) {
    return new ReadLimits(maxRejected, maxListed, fieldChars, recordChars);
  }
}
