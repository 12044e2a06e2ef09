package io.synkro.predict.features.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Writes records, each that fits into its buffer at one stroke. Not safe for many threads. */
final class FrameWriter {
  private static final int BUFFER = 1 << 16;

  private final byte[] bytes = new byte[BUFFER];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C crc = new CRC32C();

  /** Where the bytes go. */
  @FunctionalInterface
  interface Sink {
    void write(byte[] bytes, int from, int length) throws IOException;
  }

  /** Writes a record and returns its length in the file. */
  long write(long sequence, ByteBuffer payload, Sink sink) throws IOException {
    ByteBuffer rest = payload.duplicate();
    int length = rest.remaining();
    Frame.putHead(buffer.clear(), crc, length, sequence);
    crc.update(payload.duplicate());
    while (rest.remaining() > buffer.remaining() - Frame.TAIL) {
      int piece = Math.min(rest.remaining(), buffer.remaining());
      ByteBuffer part = rest.duplicate();
      part.limit(part.position() + piece);
      buffer.put(part);
      rest.position(rest.position() + piece);
      sink.write(bytes, 0, buffer.position());
      buffer.clear();
    }
    buffer.put(rest).putInt((int) crc.getValue()).put(Frame.END);
    sink.write(bytes, 0, buffer.position());
    return Frame.HEAD + (long) length + Frame.TAIL;
  }
}
