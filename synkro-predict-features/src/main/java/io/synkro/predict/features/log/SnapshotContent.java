package io.synkro.predict.features.log;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes the content of a snapshot, payload by payload. */
@FunctionalInterface
public interface SnapshotContent {
  /**
   * Writes everything.
   *
   * @param payloads where to
   * @throws IOException if it cannot be written
   */
  void writeTo(Payloads payloads) throws IOException;

  /** Takes the payloads of a snapshot. */
  @FunctionalInterface
  interface Payloads {
    /**
     * Adds a payload; thousands of bytes at a time are faster than few.
     *
     * @param payload the bytes from its position to its limit, which are not moved
     * @throws IOException if it cannot be written
     */
    void add(ByteBuffer payload) throws IOException;
  }
}
