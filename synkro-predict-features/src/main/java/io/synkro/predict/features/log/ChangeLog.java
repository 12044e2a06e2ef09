package io.synkro.predict.features.log;

import io.synkro.predict.internal.Require;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Records in a folder, numbered from 1. A record that {@link #append} has acknowledged is there
 * when the log is opened again, whatever happened in between that its {@link Durability} covers; a
 * record that was cut off at the very end is forgotten, and any other damage is refused with a
 * {@link CorruptLogException}. A {@link #snapshot} stands for all records up to its number, so that
 * segments before it are deleted, as soon as a consumer has released them too if {@link
 * LogOptions#keepUntilReleased()} says so. Safe for use by many threads; one log at a time can have
 * a folder open.
 */
public final class ChangeLog implements AutoCloseable {
  private final LogFolder folder;
  private final FolderLock held;
  private final LogWriter writer;

  /** Held through whatever deletes or replaces files; taken before the lock of the writer. */
  private final ReentrantLock files = new ReentrantLock();

  private long snapshot;
  private long released;

  private ChangeLog(LogFolder folder, LogOptions options, FolderLock held, LogOutput.Opener opener)
      throws IOException {
    this.folder = folder;
    this.held = held;
    folder.deleteUnfinished();
    TreeMap<Long, Path> snapshots = folder.snapshots();
    snapshot = snapshots.isEmpty() ? 0 : snapshots.lastKey();
    released = options.keepUntilReleased() ? folder.released() : Long.MAX_VALUE;
    writer = LogWriter.open(folder, options, snapshot, opener);
  }

  /**
   * Opens the log in a folder, with segments that wait for no consumer.
   *
   * @param folder where the log is, or will be
   * @param durability what acknowledged records survive
   * @return the log
   * @throws IOException if the folder cannot be read or written
   * @throws FolderInUseException if it is open already
   * @throws CorruptLogException if it is damaged; whatever lies before the last segment is only
   *     looked at by {@link #replay}
   */
  public static ChangeLog open(Path folder, Durability durability) throws IOException {
    return open(folder, LogOptions.of(durability));
  }

  /**
   * Opens the log in a folder.
   *
   * @param folder where the log is, or will be
   * @param options how it is kept
   * @return the log
   * @throws IOException if the folder cannot be read or written
   * @throws FolderInUseException if it is open already
   * @throws CorruptLogException if it is damaged; whatever lies before the last segment is only
   *     looked at by {@link #replay}
   */
  public static ChangeLog open(Path folder, LogOptions options) throws IOException {
    return open(folder, options, LogOutput::ofFile);
  }

  static ChangeLog open(Path folder, LogOptions options, LogOutput.Opener opener)
      throws IOException {
    FolderLock held = FolderLock.take(folder);
    boolean opened = false;
    try {
      ChangeLog log = new ChangeLog(new LogFolder(folder), options, held, opener);
      log.deleteObsolete();
      opened = true;
      return log;
    } finally {
      if (!opened) {
        held.close();
      }
    }
  }

  /**
   * Reads what the folder holds: the newest snapshot and then every record after it. Meant for
   * right after opening: records that are appended meanwhile may be missed.
   *
   * @param payloads takes the payloads of the snapshot, each valid until it returns
   * @param records takes the records
   * @return number of the last record that the snapshot covers, 0 without a snapshot
   * @throws IOException if files cannot be read
   * @throws CorruptLogException if a file is damaged or missing
   */
  public long replay(Consumer<ByteBuffer> payloads, RecordHandler records) throws IOException {
    files.lock();
    try {
      if (snapshot > 0) {
        SnapshotFile.read(folder.snapshot(snapshot), snapshot, payloads);
      }
      long covered = snapshot;
      writer.readAfter(
          covered,
          (sequence, payload) -> {
            if (sequence > covered) {
              records.record(sequence, payload);
            }
          });
      return covered;
    } finally {
      files.unlock();
    }
  }

  /**
   * Appends a record.
   *
   * @param payload the bytes from its position to its limit, which are not moved; up to 1 GiB
   * @return the number of the record, once it is as durable as was asked for
   * @throws LogWriteException if it could not be written or forced, and so is not acknowledged
   * @throws LogClosedException if the log has been closed
   */
  public long append(ByteBuffer payload) {
    Require.that(
        payload.remaining() <= Frame.MOST_PAYLOAD,
        "length of the record",
        payload.remaining(),
        "must be at most " + Frame.MOST_PAYLOAD,
        "divide it");
    return writer.append(payload);
  }

  /**
   * Appends a record.
   *
   * @param payload its bytes, up to 1 GiB
   * @return the number of the record, once it is as durable as was asked for
   * @throws LogWriteException if it could not be written or forced, and so is not acknowledged
   * @throws LogClosedException if the log has been closed
   */
  public long append(byte[] payload) {
    return append(ByteBuffer.wrap(payload));
  }

  /**
   * Returns the number of the last record.
   *
   * @return 0 if there was none yet
   */
  public long lastSequence() {
    return writer.lastSequence();
  }

  /**
   * Writes a snapshot and deletes what it makes superfluous. Appending goes on meanwhile. If this
   * fails, or the process ends before it returns, the log is as it was before or as it is after.
   *
   * @param through number of a record; the content must stand for it and all before it, and may
   *     stand for some after it if these may be replayed on top of it
   * @param content writes the content, on this thread
   * @throws IOException if it cannot be written
   * @throws LogClosedException if the log has been closed
   */
  public void snapshot(long through, SnapshotContent content) throws IOException {
    files.lock();
    try {
      writer.requireOpen();
      Require.that(
          through >= Math.max(1, snapshot) && through <= writer.lastSequence(),
          "through",
          through,
          "must be from %d to %d".formatted(Math.max(1, snapshot), writer.lastSequence()),
          "");
      writer.force(); // or a power loss could leave a log that ends before its snapshot
      SnapshotFile.write(folder.snapshot(through), through, content);
      folder.force();
      snapshot = through;
      deleteObsolete();
    } finally {
      files.unlock();
    }
  }

  /**
   * Seals the current segment, so that a consumer can read what was appended up to now. All of that
   * is then on the disk: a power loss cannot leave a log that ends before its consumer.
   *
   * @throws LogWriteException if no new segment can be begun
   * @throws LogClosedException if the log has been closed
   * @throws IOException if the disk fails
   */
  public void seal() throws IOException {
    writer.seal();
    writer.force();
    folder.force();
  }

  /**
   * Lists the sealed segments that the consumer has not released yet.
   *
   * @return oldest first; none if segments wait for no consumer
   */
  public List<SealedSegment> sealed() {
    files.lock();
    try {
      return writer.sealed().stream().filter(each -> each.lastSequence() > released).toList();
    } finally {
      files.unlock();
    }
  }

  /**
   * Reads a segment that has not been released.
   *
   * @param segment one of {@link #sealed()}
   * @param records takes its records
   * @throws IOException if the file cannot be read
   * @throws CorruptLogException if it is damaged
   */
  public void read(SealedSegment segment, RecordHandler records) throws IOException {
    LogWriter.read(segment, records);
  }

  /**
   * Notes for good that the consumer needs a segment, and all before it, no more. Whatever it made
   * of them must be durable by now.
   *
   * @param segment one of {@link #sealed()}
   * @throws IOException if that cannot be written
   * @throws LogClosedException if the log has been closed
   */
  public void release(SealedSegment segment) throws IOException {
    files.lock();
    try {
      writer.requireOpen();
      if (segment.lastSequence() > released) {
        folder.writeReleased(segment.lastSequence());
        folder.force();
        released = segment.lastSequence();
        deleteObsolete();
      }
    } finally {
      files.unlock();
    }
  }

  /**
   * Returns how far the consumer has released.
   *
   * @return number of the last record of the last released segment, 0 if there is none; {@link
   *     Long#MAX_VALUE} if segments wait for no consumer
   */
  public long released() {
    files.lock();
    try {
      return released;
    } finally {
      files.unlock();
    }
  }

  /**
   * Returns where the log is.
   *
   * @return the folder
   */
  public Path folder() {
    return folder.root();
  }

  /** Gives the folder up; does nothing if that has happened before. */
  @Override
  public void close() throws IOException {
    files.lock();
    try (held) {
      writer.close();
    } finally {
      files.unlock();
    }
  }

  private void deleteObsolete() throws IOException {
    writer.deleteThrough(Math.min(snapshot, released));
    List<Path> older = new ArrayList<>();
    for (Map.Entry<Long, Path> each : folder.snapshots().entrySet()) {
      if (each.getKey() < snapshot) {
        older.add(each.getValue());
      }
    }
    for (Path file : older) {
      Files.deleteIfExists(file);
    }
  }
}
