package io.synkro.predict.features.offline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** What makes names in folders last, and unique. Stateless. */
final class Folders {
  private Folders() {}

  /** Forces the names in a folder to the disk. */
  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Windows opens no folders; it logs changes of names by itself
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /** Creates a folder and those above it, whose names then last. */
  static void create(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        create(parent);
      }
      Files.createDirectories(folder);
      if (parent != null) {
        sync(parent);
      }
    }
  }

  /**
   * Writes a file unless there is one of its name. Of many processes that try, one succeeds, and
   * readers see the whole file or none: the file is written beside its place and then linked there,
   * since a link, other than a move, fails on every system if the name is taken.
   *
   * @return whether it was written
   */
  static boolean writeIfAbsent(Path file, byte[] bytes) throws IOException {
    Path beside =
        file.resolveSibling("%s-%s.part".formatted(file.getFileName(), UUID.randomUUID()));
    try {
      try (FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.createLink(file, beside);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException e) {
      throw new IOException("The file system of %s has no hard links".formatted(file), e);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
