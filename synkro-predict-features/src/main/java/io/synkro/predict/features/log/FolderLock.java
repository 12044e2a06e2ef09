package io.synkro.predict.features.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds a folder, against other processes by a lock on a file. Within a process that is not enough:
 * closing any channel to a file gives up the locks that the process has on it (POSIX), so a second
 * opener must be turned away before it touches the file, even if it comes from another class
 * loader. What all class loaders share is the system properties.
 */
final class FolderLock implements AutoCloseable {
  private static final String PROPERTY = "io.synkro.predict.folder.";

  private final String property;
  private final FileChannel channel;

  private FolderLock(String property, FileChannel channel) {
    this.property = property;
    this.channel = channel;
  }

  /** Takes the folder, which is created if it does not exist. */
  static FolderLock take(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path real = folder.toRealPath();
    String property = PROPERTY + real;
    if (System.getProperties().putIfAbsent(property, "open") != null) {
      throw new FolderInUseException(folder, "this process");
    }
    FileChannel channel = null;
    boolean held = false;
    try {
      channel =
          FileChannel.open(
              real.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new FolderInUseException(folder, "another process");
      }
      held = true;
      return new FolderLock(property, channel);
    } catch (OverlappingFileLockException e) {
      throw new FolderInUseException(folder, "this process");
    } finally {
      if (!held) {
        System.getProperties().remove(property);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  /** Gives the folder up, unless that has happened before: another may hold it by now. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      try {
        channel.close();
      } finally {
        System.getProperties().remove(property);
      }
    }
  }
}
