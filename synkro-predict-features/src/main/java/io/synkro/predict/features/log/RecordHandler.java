package io.synkro.predict.features.log;

import java.nio.ByteBuffer;

/** Takes records that are read from a log. */
@FunctionalInterface
public interface RecordHandler {
  /**
   * Takes a record.
   *
   * @param sequence its number, one more than that of the record before it
   * @param payload its bytes, little-endian unless changed; only valid until this method returns
   */
  void record(long sequence, ByteBuffer payload);
}
