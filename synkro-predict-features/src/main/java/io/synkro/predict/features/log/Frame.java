package io.synkro.predict.features.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * How a record lies in a file, all numbers little-endian: int32 length of the payload, int64
 * sequence, int32 CRC-32C of those 12 bytes, the payload, int32 CRC-32C of the 12 bytes and the
 * payload, and the byte {@link #END}. The length has a checksum of its own, since a damaged length
 * must not look like a record that was cut off. The last byte is not zero, since file systems may
 * fill with zeros what a power loss has kept from being written.
 */
final class Frame {
  /** Bytes before the payload. */
  static final int HEAD = 16;

  /** Bytes after the payload. */
  static final int TAIL = 5;

  /** The last byte of a record. */
  static final byte END = 0x5A;

  /** Longest payload. */
  static final int MOST_PAYLOAD = 1 << 30;

  private static final int SUMMED = 12;

  private Frame() {}

  /** Puts what comes before a payload and leaves the checksum to be gone on with. */
  static void putHead(ByteBuffer target, CRC32C crc, int length, long sequence) {
    int start = target.position();
    target.putInt(length).putLong(sequence);
    target.putInt(headSum(target, start, crc));
  }

  /** Returns whether a head is whole and leaves the checksum to be gone on with. */
  static boolean isHead(ByteBuffer source, CRC32C crc) {
    int start = source.position();
    int length = source.getInt(start);
    return source.getInt(start + SUMMED) == headSum(source, start, crc)
        && length >= 0
        && length <= MOST_PAYLOAD;
  }

  private static int headSum(ByteBuffer buffer, int start, CRC32C crc) {
    crc.reset();
    crc.update(buffer.array(), buffer.arrayOffset() + start, SUMMED);
    return (int) crc.getValue();
  }

  static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
