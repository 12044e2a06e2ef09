package io.synkro.predict.features.offline;

import io.synkro.predict.internal.Require;

/**
 * The least and the greatest of some times, in milliseconds since 1970-01-01T00:00Z. Immutable.
 *
 * @param first the least time; {@link Long#MAX_VALUE} if there is none
 * @param last the greatest time, at least {@code first}; {@link Long#MIN_VALUE} if there is none
 */
public record TimeRange(long first, long last) {
  /** No time at all. */
  public static final TimeRange NONE = new TimeRange(Long.MAX_VALUE, Long.MIN_VALUE);

  /** All times there are. */
  public static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

  /** {@inheritDoc} */
  public TimeRange {
    Require.that(
        first <= last || (first == Long.MAX_VALUE && last == Long.MIN_VALUE),
        "last time",
        last,
        "must be at least the first, " + first,
        "");
  }

  /**
   * Returns whether any time may be in both.
   *
   * @param other another range
   * @return true if they overlap
   */
  public boolean overlaps(TimeRange other) {
    return first <= other.last && other.first <= last;
  }

  /** Returns the range that also holds a time. */
  TimeRange with(long time) {
    return new TimeRange(Math.min(first, time), Math.max(last, time));
  }
}
