package io.synkro.predict.features.offline;

import io.synkro.predict.features.offline.internal.Rows;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Reads the sections of a segment that are asked for, and makes sure of their checksums; {@link
 * SegmentHeader} explains the format. For one thread.
 */
final class SegmentReader implements Closeable {
  private final Path file;
  private final FileChannel channel;
  private final SegmentHeader header;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  private SegmentReader(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.header = SegmentHeader.read(file, channel);
  }

  /** Appends the rows of a commit's segment; of the features only those at some positions. */
  static void read(Path folder, Commit commit, int[] positions, Rows target) throws IOException {
    Path file = folder.resolve(commit.segment().name());
    try (SegmentReader reader = open(file)) {
      if (!reader.header.text().equals(commit.segment().checksum())
          || reader.header.rows() != commit.segment().rows()) {
        throw new CorruptStoreException(
            file, "it is not the segment that commit %d has written".formatted(commit.number()));
      }
      reader.read(positions, target);
    } catch (NoSuchFileException e) {
      throw new CorruptStoreException(
          file, "it is missing, and commit %d needs it".formatted(commit.number()), e);
    }
  }

  static SegmentReader open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new SegmentReader(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  void read(int[] positions, Rows target) throws IOException {
    int at = target.filled();
    String[] keys = keys();
    int[] starts = starts();
    readLongs(SegmentHeader.EVENTS, target.events(), at);
    readLongs(SegmentHeader.KNOWN, target.known(), at);
    for (int c = 0; c < positions.length; c++) {
      if (positions[c] >= header.features()) {
        throw new CorruptStoreException(
            file, "it has only %d features".formatted(header.features()));
      }
      readFloats(SegmentHeader.FEATURES + positions[c], target.column(c), at);
    }
    target.addSorted(keys, starts);
  }

  private String[] keys() throws IOException {
    byte[] bytes = new byte[Math.toIntExact(header.length(SegmentHeader.DICTIONARY))];
    readSection(
        SegmentHeader.DICTIONARY, (chunk, done) -> chunk.get(bytes, (int) done, chunk.remaining()));
    ByteBuffer offsets = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int text = Integer.BYTES * (header.keys() + 1);
    String[] keys = new String[header.keys()];
    int end = offsets.getInt();
    for (int k = 0; k < keys.length; k++) {
      int start = end;
      end = offsets.getInt();
      if (start < 0 || end < start || end > header.textBytes()) {
        throw new CorruptStoreException(file, "its dictionary contradicts itself");
      }
      keys[k] = new String(bytes, text + start, end - start, StandardCharsets.UTF_8);
    }
    return keys;
  }

  private int[] starts() throws IOException {
    int[] starts = new int[header.keys() + 1];
    readSection(
        SegmentHeader.STARTS,
        (chunk, done) ->
            chunk
                .asIntBuffer()
                .get(starts, (int) (done / Integer.BYTES), chunk.remaining() / Integer.BYTES));
    boolean rising = starts[0] == 0 && starts[header.keys()] == header.rows();
    for (int k = 0; k < header.keys(); k++) {
      rising &= starts[k] <= starts[k + 1];
    }
    if (!rising) {
      throw new CorruptStoreException(file, "the rows of its keys contradict one another");
    }
    return starts;
  }

  private void readLongs(int section, long[] target, int at) throws IOException {
    readSection(
        section,
        (chunk, done) ->
            chunk
                .asLongBuffer()
                .get(target, at + (int) (done / Long.BYTES), chunk.remaining() / Long.BYTES));
  }

  private void readFloats(int section, float[] target, int at) throws IOException {
    readSection(
        section,
        (chunk, done) ->
            chunk
                .asFloatBuffer()
                .get(target, at + (int) (done / Float.BYTES), chunk.remaining() / Float.BYTES));
  }

  private void readSection(int section, Target target) throws IOException {
    CRC32C crc = new CRC32C();
    long start = header.start(section);
    long length = header.length(section);
    long done = 0;
    while (done < length) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), length - done));
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, start + done + buffer.position()) < 0) {
          throw new CorruptStoreException(file, "it has been cut off while it was read");
        }
      }
      crc.update(buffer.flip());
      target.take(buffer.rewind(), done);
      done += buffer.limit();
    }
    if ((int) crc.getValue() != header.checksum(section)) {
      throw new CorruptStoreException(
          file, "the checksum of its section %d is wrong".formatted(section));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Takes a piece of a section. */
  private interface Target {
    void take(ByteBuffer chunk, long done);
  }
}
