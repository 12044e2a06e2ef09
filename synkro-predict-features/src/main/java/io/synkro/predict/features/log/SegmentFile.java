package io.synkro.predict.features.log;

import io.synkro.predict.features.log.FrameReader.Found;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Reads segments: records whose numbers follow one another. Stateless. */
final class SegmentFile {
  /** Bytes 89 53 50 43 4C 4F 47 01, read as a little-endian number. */
  static final long KIND = 0x01474F4C43505389L;

  private SegmentFile() {}

  /**
   * Where a segment ends.
   *
   * @param next number of the record after the last one
   * @param length bytes up to there; what lies beyond was never acknowledged
   */
  record Tail(long next, long length) {}

  /**
   * Reads the first bytes of a segment, all of them whole records, and returns what they end at.
   */
  static long read(Path file, long first, long length, RecordHandler handler) throws IOException {
    try (FrameReader reader = new FrameReader(file, length)) {
      if (!reader.readStart(KIND, first)) {
        throw reader.damaged("it ends there");
      }
      long next = first;
      Found found = next(reader, next);
      for (; found == Found.RECORD; found = next(reader, next)) {
        handler.record(next++, reader.payload());
      }
      if (found != Found.END) {
        throw reader.damaged("it has no whole record with number " + next);
      }
      return next;
    }
  }

  /** Finds the end of the last segment; only there a record may have been cut off by a crash. */
  static Tail tail(Path file, long first) throws IOException {
    try (FrameReader reader = new FrameReader(file, file.toFile().length())) {
      if (zerosFrom(file) == 0 || !reader.readStart(KIND, first)) {
        return new Tail(first, 0);
      }
      long next = first;
      Found found = next(reader, next);
      for (; found == Found.RECORD; found = next(reader, next)) {
        next++;
      }
      if (found == Found.DAMAGE && zerosFrom(file) >= reader.end()) {
        throw reader.damaged("it has no whole record with number " + next);
      }
      return new Tail(next, reader.offset());
    }
  }

  private static Found next(FrameReader reader, long expected) throws IOException {
    Found found = reader.next();
    return found == Found.RECORD && reader.sequence() != expected ? Found.DAMAGE : found;
  }

  /** Returns from where on a file has nothing but zeros; its length if its last byte is none. */
  private static long zerosFrom(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] piece = new byte[1 << 13];
      long end = file.length();
      while (end > 0) {
        int length = (int) Math.min(piece.length, end);
        file.seek(end - length);
        file.readFully(piece, 0, length);
        for (int i = length - 1; i >= 0; i--) {
          if (piece[i] != 0) {
            return end - length + i + 1;
          }
        }
        end -= length;
      }
      return 0;
    }
  }
}
