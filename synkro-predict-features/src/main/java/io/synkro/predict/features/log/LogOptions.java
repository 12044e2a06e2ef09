package io.synkro.predict.features.log;

import io.synkro.predict.internal.Require;

/**
 * How a log is kept. Immutable.
 *
 * @param durability what acknowledged records survive
 * @param segmentBytes size from which a segment is sealed and the next one begun, at least 1,024; a
 *     record is never divided, so a segment may be larger by one record
 * @param keepUntilReleased whether sealed segments wait for a consumer that reads and releases
 *     them; false to delete them as soon as a snapshot covers them
 */
public record LogOptions(Durability durability, long segmentBytes, boolean keepUntilReleased) {
  private static final long SEGMENT_BYTES = 32L << 20;

  /** {@inheritDoc} */
  public LogOptions {
    Require.that(segmentBytes >= 1024, "segmentBytes", segmentBytes, "must be at least 1,024", "");
  }

  /**
   * Creates the usual options: segments of 32 MiB that wait for no consumer.
   *
   * @param durability what acknowledged records survive
   * @return the options
   */
  public static LogOptions of(Durability durability) {
    return new LogOptions(durability, SEGMENT_BYTES, false);
  }

  /**
   * Returns the same options for a log whose sealed segments wait for a consumer.
   *
   * @return the options
   */
  public LogOptions untilReleased() {
    return new LogOptions(durability, segmentBytes, true);
  }
}
