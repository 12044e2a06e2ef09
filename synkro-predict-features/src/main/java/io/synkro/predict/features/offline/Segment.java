package io.synkro.predict.features.offline;

import io.synkro.predict.internal.Require;
import java.util.regex.Pattern;

/**
 * The file that holds the rows of a commit. Immutable.
 *
 * @param name name of the file in the folder {@code segments}
 * @param rows number of rows, may be 0
 * @param eventTimes least and greatest event time
 * @param knownTimes least and greatest known-at time
 * @param checksum CRC-32C of its header, in which those of all its parts are; 8 hexadecimal digits
 */
public record Segment(
    String name, int rows, TimeRange eventTimes, TimeRange knownTimes, String checksum) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}\\.seg");

  /** {@inheritDoc} */
  public Segment {
    Require.that(
        NAME.matcher(name).matches(), "segment", name, "must be a name such as 1f0a.seg", "");
    Require.atLeast("rows of segment " + name, rows, 0, "");
  }
}
