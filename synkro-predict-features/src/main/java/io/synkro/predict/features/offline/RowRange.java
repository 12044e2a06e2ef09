package io.synkro.predict.features.offline;

import io.synkro.predict.internal.Require;
import java.time.Instant;

/**
 * Which rows of a view to read. Immutable.
 *
 * @param eventTimes event times to keep; files without any are not read
 * @param lastCommit number of the last commit to read, to see the store as it was then, at least 1
 */
public record RowRange(TimeRange eventTimes, int lastCommit) {
  /** All rows there are. */
  public static final RowRange ALL = new RowRange(TimeRange.ALL, Integer.MAX_VALUE);

  /** {@inheritDoc} */
  public RowRange {
    Require.atLeast("lastCommit", lastCommit, 1, "count commits from 1");
  }

  /**
   * Returns the rows of some event times.
   *
   * @param first first event time to keep
   * @param last last event time to keep, not before the first
   * @return the range
   */
  public RowRange between(Instant first, Instant last) {
    return new RowRange(new TimeRange(first.toEpochMilli(), last.toEpochMilli()), lastCommit);
  }

  /**
   * Returns the rows that were there after some commit.
   *
   * @param commit its number
   * @return the range
   */
  public RowRange upToCommit(int commit) {
    return new RowRange(eventTimes, commit);
  }
}
