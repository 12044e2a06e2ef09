package io.synkro.predict.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a journal, held by one study at a time. Other processes are kept out by a lock
 * of the operating system. On POSIX a process loses all its locks of a file as soon as it closes
 * any descriptor of it (fcntl), so a second study of this process must not even open the journal:
 * it is kept out by an empty file beside it, named {@code <journal>.<process>-<start>.lock}, which
 * the first to create owns. Those of processes that were killed stand in nobody's way, and the next
 * study takes them away.
 *
 * <p>So studies exclude each other, whatever class loader, link or path they come from, hard links
 * aside. Other code that opens and closes the journal in this process may lose the lock all the
 * same, as may some network file systems; {@link Journal} then sees what another wrote.
 */
final class JournalLock implements Closeable {
  private static final Pattern OWNER = Pattern.compile("\\.(\\d{1,18})-\\d+\\.lock");

  private final FileChannel channel;
  private final Path mark;

  private JournalLock(FileChannel channel, Path mark) {
    this.channel = channel;
    this.mark = mark;
  }

  /**
   * Opens a file, which is created if it is not there, for nobody else.
   *
   * @throws StudyJournalException if it is in use
   */
  static JournalLock acquire(Path file) throws IOException {
    Path real = real(file);
    Path mark = real.getFileSystem().getPath(real + owner(ProcessHandle.current()));
    try {
      Files.createFile(mark);
    } catch (FileAlreadyExistsException e) {
      throw inUse(file, e);
    }
    FileChannel channel = null;
    boolean acquired = false;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      exclude(file, channel);
      removeMarksOfTheDead(real);
      acquired = true;
      return new JournalLock(channel, mark);
    } finally {
      if (!acquired) {
        release(channel, mark);
      }
    }
  }

  static StudyJournalException inUse(Path file, @Nullable Throwable cause) {
    return new StudyJournalException(
        file, 0, "another study uses it", "wait for its end or give another file", cause);
  }

  private static void exclude(Path file, FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() == null) {
        throw inUse(file, null);
      }
    } catch (OverlappingFileLockException e) { // by a hard link, or not by a study
      throw inUse(file, e);
    }
  }

  /** One path for one file, however it is reached. */
  private static Path real(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    return Files.exists(file) || folder == null
        ? file.toRealPath()
        : folder.toRealPath().resolve(folder.relativize(absolute));
  }

  /** Ending of a mark; the start tells a process from an earlier one that had its number. */
  private static String owner(ProcessHandle process) {
    long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return ".%s-%s.lock".formatted(process.pid(), start);
  }

  private static void removeMarksOfTheDead(Path real) throws IOException {
    Path folder = real.getParent();
    if (folder == null) {
      return;
    }
    String journal = real.toString();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, f -> f.toString().startsWith(journal))) {
      for (Path file : files) {
        String ending = file.toString().substring(journal.length());
        Matcher owner = OWNER.matcher(ending);
        if (owner.matches() && isDead(owner.group(1), ending)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isDead(String number, String ending) {
    return ProcessHandle.of(Long.parseLong(number)).filter(p -> owner(p).equals(ending)).isEmpty();
  }

  FileChannel channel() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    release(channel, mark);
  }

  /** The mark goes last: as long as a descriptor is open, no other study may open another. */
  private static void release(@Nullable FileChannel channel, Path mark) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      Files.deleteIfExists(mark);
    }
  }
}
