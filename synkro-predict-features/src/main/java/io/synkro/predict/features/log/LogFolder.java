package io.synkro.predict.features.log;

import io.synkro.predict.internal.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;

/**
 * The files of a log: segments by the number of their first record, snapshots by that of the last
 * one they cover, and how far the consumer has released. Immutable.
 *
 * @param root the folder
 */
record LogFolder(Path root) {
  private static final String SEGMENT = ".log";
  private static final String SNAPSHOT = ".snapshot";
  private static final String UNFINISHED = ".part";

  Path segment(long first) {
    return root.resolve("%020d%s".formatted(first, SEGMENT));
  }

  Path snapshot(long through) {
    return root.resolve("%020d%s".formatted(through, SNAPSHOT));
  }

  TreeMap<Long, Path> segments() throws IOException {
    return numbered(SEGMENT);
  }

  TreeMap<Long, Path> snapshots() throws IOException {
    return numbered(SNAPSHOT);
  }

  /** Deletes files that a crash has kept from being finished. */
  void deleteUnfinished() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(root, "*" + UNFINISHED)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  /** Returns how far the consumer has released, 0 at first. */
  long released() throws IOException {
    Path file = releasedFile();
    if (!Files.exists(file)) {
      return 0;
    }
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer numbers = ByteBuffer.wrap(bytes);
    if (bytes.length != 2 * Long.BYTES || numbers.getLong(0) != ~numbers.getLong(Long.BYTES)) {
      throw new CorruptLogException(file, 0, "it does not hold a number and its complement");
    }
    return numbers.getLong(0);
  }

  void writeReleased(long through) throws IOException {
    byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES).putLong(through).putLong(~through).array();
    AtomicFile.write(releasedFile(), out -> out.write(bytes));
  }

  /** Forces the names of new files to the disk, where the operating system lets us. */
  @SuppressWarnings("EmptyCatch") // Windows does so by itself and cannot open folders
  void force() {
    boolean interrupted = Thread.interrupted(); // it would close the channel
    try (FileChannel channel = FileChannel.open(root, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // nothing more can be done
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Path releasedFile() {
    return root.resolve("released");
  }

  private TreeMap<Long, Path> numbered(String ending) throws IOException {
    TreeMap<Long, Path> found = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(root, "*" + ending)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        String digits = name.substring(0, name.length() - ending.length());
        if (digits.matches("[0-9]{20}")) {
          found.put(Long.parseLong(digits), file);
        }
      }
    }
    return found;
  }
}
