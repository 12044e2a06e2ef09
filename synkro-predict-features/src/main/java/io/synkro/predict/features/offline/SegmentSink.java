package io.synkro.predict.features.offline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Writes little-endian numbers and takes the checksum of each section; for one thread. */
final class SegmentSink {
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C crc = new CRC32C();
  private final OutputStream out;

  SegmentSink(OutputStream out) {
    this.out = out;
  }

  void putInt(int value) throws IOException {
    room(Integer.BYTES);
    buffer.putInt(value);
  }

  void putLong(long value) throws IOException {
    room(Long.BYTES);
    buffer.putLong(value);
  }

  void putFloat(float value) throws IOException {
    room(Float.BYTES);
    buffer.putFloat(value);
  }

  void put(byte[] bytes) throws IOException {
    flush();
    crc.update(bytes);
    out.write(bytes);
  }

  /** Ends a section and returns its checksum. */
  int endSection() throws IOException {
    flush();
    int checksum = (int) crc.getValue();
    crc.reset();
    return checksum;
  }

  private void room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() throws IOException {
    crc.update(buffer.array(), 0, buffer.position());
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
