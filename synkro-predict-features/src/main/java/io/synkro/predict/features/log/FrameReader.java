package io.synkro.predict.features.log;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Reads the records of a file one after the other. Files begin with 8 bytes that say what they are
 * and an int64, see {@link #start}. Not safe for use by many threads.
 */
final class FrameReader implements AutoCloseable {
  /** Bytes before the first record. */
  static final int START = 16;

  private static final int BUFFER = 1 << 20;

  private final Path file;
  private final InputStream in;
  private final long size;
  private final CRC32C crc = new CRC32C();
  private ByteBuffer buffer = Frame.buffer(BUFFER).flip();
  private long offset;
  private long end;
  private long sequence;
  private ByteBuffer payload = Frame.buffer(0);

  /** What lies at the place that was read. */
  enum Found {
    /** A whole record. */
    RECORD,
    /** The end of the file. */
    END,
    /** The beginning of a record, and then the end of the file. */
    PART,
    /** Something else. */
    DAMAGE
  }

  /** Opens a file whose end is taken to be after so many bytes. */
  FrameReader(Path file, long size) throws IOException {
    this.file = file;
    this.size = size;
    this.in = new FileInputStream(file.toFile());
  }

  /** Returns what every file begins with. */
  static byte[] start(long kind, long number) {
    return Frame.buffer(START).putLong(kind).putLong(number).array();
  }

  /** Reads the start of the file; false if it is shorter than that. */
  boolean readStart(long kind, long number) throws IOException {
    if (!fill(START)) {
      return false;
    }
    if (buffer.getLong() != kind || buffer.getLong() != number) {
      throw damaged("it does not begin as such a file does");
    }
    offset = START;
    end = START;
    return true;
  }

  /** Reads the next record. */
  Found next() throws IOException {
    offset = end;
    if (offset == size) {
      return Found.END;
    }
    if (offset + Frame.HEAD > size || !fill(Frame.HEAD)) {
      return Found.PART;
    }
    if (!Frame.isHead(buffer, crc)) {
      end = offset + Frame.HEAD;
      return Found.DAMAGE;
    }
    int length = buffer.getInt();
    sequence = buffer.getLong();
    buffer.getInt();
    end = offset + Frame.HEAD + length + Frame.TAIL;
    if (end > size || !fill(length + Frame.TAIL)) {
      return Found.PART;
    }
    payload = buffer.slice(buffer.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    crc.update(payload.duplicate());
    buffer.position(buffer.position() + length);
    boolean whole = buffer.getInt() == (int) crc.getValue();
    return buffer.get() == Frame.END && whole ? Found.RECORD : Found.DAMAGE;
  }

  /** Returns the number of the record that was read. */
  long sequence() {
    return sequence;
  }

  /** Returns the bytes of the record that was read, valid until the next is. */
  ByteBuffer payload() {
    return payload;
  }

  /** Returns where the record begins that was read last, or what was found instead. */
  long offset() {
    return offset;
  }

  /** Returns where the record ends that was read last. */
  long end() {
    return end;
  }

  /** Refuses the file because of what lies where it was read last. */
  CorruptLogException damaged(String problem) {
    return new CorruptLogException(file, offset, problem);
  }

  /** Makes sure that so many bytes are in the buffer; false if the file has not as many. */
  private boolean fill(int bytes) throws IOException {
    if (buffer.remaining() >= bytes) {
      return true;
    }
    if (buffer.capacity() < bytes) {
      buffer = Frame.buffer(bytes).put(buffer).flip();
    } else {
      buffer.compact().flip();
    }
    int filled = buffer.limit();
    int start = buffer.arrayOffset() + filled;
    int read = in.readNBytes(buffer.array(), start, buffer.capacity() - filled);
    buffer.limit(filled + read);
    return buffer.remaining() >= bytes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
