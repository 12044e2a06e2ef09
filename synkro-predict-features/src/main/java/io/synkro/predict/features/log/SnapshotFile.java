package io.synkro.predict.features.log;

import io.synkro.predict.features.log.FrameReader.Found;
import io.synkro.predict.internal.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Writes and reads snapshots: payloads in records that are numbered from 1, and after them an empty
 * record with number -1 - (how many there are). Stateless.
 */
final class SnapshotFile {
  /** Bytes 89 53 50 53 4E 41 50 01, read as a little-endian number. */
  static final long KIND = 0x0150414E53505389L;

  private SnapshotFile() {}

  static void write(Path file, long through, SnapshotContent content) throws IOException {
    FrameWriter frames = new FrameWriter();
    AtomicFile.write(
        file,
        out -> {
          out.write(FrameReader.start(KIND, through));
          long[] count = {0};
          content.writeTo(payload -> frames.write(++count[0], payload, out::write));
          frames.write(-1 - count[0], ByteBuffer.allocate(0), out::write);
        });
  }

  static void read(Path file, long through, Consumer<ByteBuffer> payloads) throws IOException {
    try (FrameReader reader = new FrameReader(file, file.toFile().length())) {
      if (!reader.readStart(KIND, through)) {
        throw reader.damaged("it ends there");
      }
      long count = 0;
      Found found = reader.next();
      for (; found == Found.RECORD && reader.sequence() == count + 1; found = reader.next()) {
        count++;
        payloads.accept(reader.payload());
      }
      if (found != Found.RECORD || reader.sequence() != -1 - count) {
        throw reader.damaged("it has no whole record with number " + (count + 1));
      }
      if (reader.next() != Found.END) {
        throw reader.damaged("it goes on behind its end");
      }
    }
  }
}
