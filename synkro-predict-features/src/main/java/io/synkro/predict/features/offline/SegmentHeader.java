package io.synkro.predict.features.offline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The file format of a segment, version 1, and its header. Rows are sorted by key, event time and
 * known-at time; rows that are equal in all three are in the order of their batch. All numbers are
 * little-endian; integers are signed, floats those of IEEE 754, times milliseconds since
 * 1970-01-01T00:00Z. From the first byte to the last, with <i>r</i> rows, <i>k</i> keys, <i>t</i>
 * bytes of text and <i>c</i> features:
 *
 * <ol>
 *   <li>8 bytes {@code 89 53 50 46 0D 0A 1A 0A}; transfers that change line ends destroy them
 *   <li>int32: the version, 1
 *   <li>int32: the length of the header, which is items 1 to 6, in bytes: 36 + 4 (4 + c)
 *   <li>int32 four times: <i>r</i>, <i>k</i>, <i>t</i>, <i>c</i>
 *   <li>int32, 4 + c times: the CRC-32C (Castagnoli) of each of the items from 7 on
 *   <li>int32: the CRC-32C of the bytes before it
 *   <li>the dictionary: int32 [k+1], where each key begins in the text, and the length of the text;
 *       then the text in UTF-8. A key is the values of its parts with U+001F between them. Keys are
 *       sorted by their UTF-16 code units, and unique.
 *   <li>the keys of the rows: int32 [k+1], the first row of each key, and the number of rows. Since
 *       rows are sorted by key this is the code of each row, run-length encoded.
 *   <li>int64 [r]: event times
 *   <li>int64 [r]: known-at times
 *   <li>float32 [r] for each feature, in the order of the view; NaN is missing
 * </ol>
 *
 * <p>Every later version keeps items 1, 2, 3 and the checksum at the end of the header, so that the
 * checksum is looked at before the version.
 */
final class SegmentHeader {
  /** Sections before the first feature. */
  static final int DICTIONARY = 0;

  static final int STARTS = 1;
  static final int EVENTS = 2;
  static final int KNOWN = 3;
  static final int FEATURES = 4;

  private static final long MAGIC = 0x0A1A0A0D46505389L;
  private static final int VERSION = 1;
  private static final int PROLOGUE = 16;
  private static final int SMALLEST = 36;
  private static final int LARGEST = 1 << 24;

  private final int[] sizes;
  private final int[] checksums;

  /**
   * Creates a header.
   *
   * @param sizes rows, keys, bytes of text, features
   * @param checksums one for each section
   */
  SegmentHeader(int[] sizes, int[] checksums) {
    this.sizes = sizes.clone();
    this.checksums = checksums.clone();
  }

  int rows() {
    return sizes[0];
  }

  int keys() {
    return sizes[1];
  }

  int textBytes() {
    return sizes[2];
  }

  int features() {
    return sizes[3];
  }

  int checksum(int section) {
    return checksums[section];
  }

  /** Returns how many bytes a section has. */
  long length(int section) {
    return switch (section) {
      case DICTIONARY -> Integer.BYTES * (keys() + 1L) + textBytes();
      case STARTS -> Integer.BYTES * (keys() + 1L);
      case EVENTS, KNOWN -> (long) Long.BYTES * rows();
      default -> (long) Float.BYTES * rows();
    };
  }

  /** Returns where a section begins; the length of the file for the section after the last one. */
  long start(int section) {
    long start = headerLength();
    for (int before = 0; before < section; before++) {
      start += length(before);
    }
    return start;
  }

  private int headerLength() {
    return SMALLEST + Integer.BYTES * (FEATURES + features());
  }

  byte[] encode() {
    ByteBuffer buffer = ByteBuffer.allocate(headerLength()).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(MAGIC).putInt(VERSION).putInt(headerLength());
    for (int size : sizes) {
      buffer.putInt(size);
    }
    for (int checksum : checksums) {
      buffer.putInt(checksum);
    }
    return buffer.putInt(ownChecksum(buffer)).array();
  }

  /** Returns the checksum of the header as commits have it. */
  String text() {
    ByteBuffer buffer = ByteBuffer.wrap(encode()).order(ByteOrder.LITTLE_ENDIAN);
    return HexFormat.of().toHexDigits(buffer.getInt(buffer.capacity() - Integer.BYTES));
  }

  /** Reads a header and makes sure that the file has the length that it speaks of. */
  static SegmentHeader read(Path file, FileChannel channel) throws IOException {
    ByteBuffer prologue = bytes(file, channel, PROLOGUE);
    if (prologue.getLong() != MAGIC) {
      throw new CorruptStoreException(file, "it does not begin as a segment does");
    }
    int version = prologue.getInt();
    int length = prologue.getInt();
    if (length < SMALLEST || length > LARGEST) {
      throw new CorruptStoreException(file, "its header cannot have %d bytes".formatted(length));
    }
    ByteBuffer buffer = bytes(file, channel, length);
    if (buffer.getInt(length - Integer.BYTES) != ownChecksum(buffer)) {
      throw new CorruptStoreException(file, "the checksum of its header is wrong");
    }
    if (version != VERSION) {
      throw new StoreTooNewException(file, version, VERSION);
    }
    SegmentHeader header = decode(file, buffer.position(PROLOGUE));
    long expected = header.start(FEATURES + header.features());
    if (channel.size() != expected) {
      throw new CorruptStoreException(
          file, "it has %d bytes and should have %d".formatted(channel.size(), expected));
    }
    return header;
  }

  private static SegmentHeader decode(Path file, ByteBuffer buffer) {
    int[] sizes = new int[4];
    boolean negative = false;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = buffer.getInt();
      negative |= sizes[i] < 0;
    }
    if (negative || sizes[3] != (buffer.capacity() - SMALLEST) / Integer.BYTES - FEATURES) {
      throw new CorruptStoreException(file, "its header contradicts itself");
    }
    int[] checksums = new int[FEATURES + sizes[3]];
    for (int i = 0; i < checksums.length; i++) {
      checksums[i] = buffer.getInt();
    }
    return new SegmentHeader(sizes, checksums);
  }

  private static ByteBuffer bytes(Path file, FileChannel channel, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, buffer.position()) < 0) {
        throw new CorruptStoreException(
            file, "it is cut off after %d bytes".formatted(buffer.position()));
      }
    }
    return buffer.flip();
  }

  private static int ownChecksum(ByteBuffer header) {
    CRC32C crc = new CRC32C();
    crc.update(header.duplicate().clear().limit(header.capacity() - Integer.BYTES));
    return (int) crc.getValue();
  }
}
