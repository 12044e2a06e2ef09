package io.synkro.predict.features.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The segments of a log, the last of which is appended to. Safe for use by many threads. */
final class LogWriter {
  private final LogFolder folder;
  private final LogOptions options;
  private final LogOutput.Opener opener;
  private final FrameWriter frames = new FrameWriter();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition forcingEnded = lock.newCondition();

  /** Sealed segments by the number of their first record. */
  private final TreeMap<Long, SealedSegment> sealed = new TreeMap<>();

  private LogOutput output;
  private Path file;
  private long first;
  private long next;
  private long size;

  /** All records up to this one are on the disk. */
  private long forced;

  private boolean forcing;
  private boolean closed;
  private @Nullable IOException failure;

  private LogWriter(
      LogFolder folder, LogOptions options, LogOutput.Opener opener, SealedSegment last)
      throws IOException {
    this.folder = folder;
    this.options = options;
    this.opener = opener;
    file = last.file();
    first = last.firstSequence();
    SegmentFile.Tail tail =
        Files.exists(file) ? SegmentFile.tail(file, first) : new SegmentFile.Tail(first, 0);
    next = tail.next();
    size = Math.max(tail.length(), FrameReader.START);
    output = opener.open(file);
    try {
      begin(output, tail.length(), first);
    } catch (IOException e) {
      output.close();
      throw e;
    }
  }

  static LogWriter open(
      LogFolder folder, LogOptions options, long snapshot, LogOutput.Opener opener)
      throws IOException {
    TreeMap<Long, Path> segments = folder.segments();
    if (segments.isEmpty() && snapshot == 0) {
      segments.put(1L, folder.segment(1));
    }
    if (segments.isEmpty() || segments.firstKey() > snapshot + 1) {
      throw new CorruptLogException(folder.segment(snapshot + 1), 0, "it is missing");
    }
    Map.Entry<Long, Path> last = segments.pollLastEntry();
    SealedSegment current = new SealedSegment(last.getValue(), last.getKey(), last.getKey());
    LogWriter writer = new LogWriter(folder, options, opener, current);
    long end = current.firstSequence() - 1;
    for (Map.Entry<Long, Path> each : segments.descendingMap().entrySet()) {
      writer.sealed.put(each.getKey(), new SealedSegment(each.getValue(), each.getKey(), end));
      end = each.getKey() - 1;
    }
    if (writer.next <= snapshot) {
      writer.close();
      throw new CorruptLogException(
          writer.file, writer.size, "it ends before record %d of the snapshot".formatted(snapshot));
    }
    return writer;
  }

  /** Makes a file ready for appending at a place, which is 0 if it has no start yet. */
  private void begin(LogOutput begun, long length, long number) throws IOException {
    begun.truncate(length);
    if (length == 0) {
      begun.write(FrameReader.start(SegmentFile.KIND, number), 0, FrameReader.START);
    }
    if (options.durability() == Durability.POWER_LOSS) {
      begun.force();
      folder.force();
    }
  }

  long append(ByteBuffer payload) {
    lock.lock();
    try {
      requireUsable();
      long length = Frame.HEAD + (long) payload.remaining() + Frame.TAIL;
      if (isFull(length)) {
        awaitNoForcing();
        if (isFull(length)) { // another thread may have been faster
          roll();
        }
      }
      try {
        frames.write(next, payload, output::write);
      } catch (IOException e) {
        throw undo(e);
      }
      size += length;
      long sequence = next++;
      if (options.durability() == Durability.POWER_LOSS) {
        awaitForced(sequence);
      }
      return sequence;
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull(long more) {
    return next > first && size + more > options.segmentBytes();
  }

  /** Cuts off what a failed write may have left. */
  private LogWriteException undo(IOException cause) {
    try {
      output.truncate(size);
    } catch (IOException e) {
      cause.addSuppressed(e);
      failure = cause;
    }
    return new LogWriteException(file, failure == null, cause);
  }

  /** Has one of the threads that wait force the file for all of them, while others append. */
  private void awaitForced(long sequence) {
    while (forced < sequence) {
      requireNoFailure();
      if (forcing) {
        forcingEnded.awaitUninterruptibly();
        continue;
      }
      forcing = true;
      long written = next - 1;
      lock.unlock();
      IOException problem = null;
      try {
        output.force();
      } catch (IOException e) {
        problem = e;
      } finally {
        lock.lock();
        forcing = false;
        forcingEnded.signalAll();
      }
      if (problem == null) {
        forced = Math.max(forced, written);
      } else {
        failure = problem; // what is on the disk now, nobody knows
      }
    }
  }

  private void awaitNoForcing() {
    while (forcing) {
      forcingEnded.awaitUninterruptibly();
    }
    requireUsable();
  }

  /** Forces everything that has been appended; appending goes on meanwhile. */
  void force() throws IOException {
    lock.lock();
    try {
      requireUsable();
      long done = forced;
      for (SealedSegment part = sealedAfter(done); part != null; part = sealedAfter(done)) {
        lock.unlock();
        try (LogOutput sealedFile = LogOutput.ofFile(part.file())) {
          sealedFile.force();
        } finally {
          lock.lock();
        }
        done = part.lastSequence();
      }
      awaitForced(next - 1);
    } finally {
      lock.unlock();
    }
  }

  private @Nullable SealedSegment sealedAfter(long sequence) {
    for (SealedSegment each : sealed.values()) {
      if (each.lastSequence() > sequence) {
        return each;
      }
    }
    return null;
  }

  void seal() {
    lock.lock();
    try {
      awaitNoForcing();
      if (next > first) {
        roll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Begins a segment; if that cannot be done, the current one stays. No thread may be forcing. */
  private void roll() {
    try {
      if (options.durability() == Durability.POWER_LOSS) {
        output.force();
        forced = next - 1;
      }
    } catch (IOException e) {
      failure = e;
      throw new LogWriteException(file, false, e);
    }
    Path path = folder.segment(next);
    LogOutput begun = null;
    try {
      begun = opener.open(path);
      begin(begun, 0, next);
    } catch (IOException e) {
      throw withdraw(path, begun, e);
    }
    LogOutput full = output;
    sealed.put(first, new SealedSegment(file, first, next - 1));
    output = begun;
    file = path;
    first = next;
    size = FrameReader.START;
    try {
      full.close();
    } catch (IOException e) { // some network file systems only now say that they lost something
      failure = e;
      throw new LogWriteException(path, false, e);
    }
  }

  private LogWriteException withdraw(Path path, @Nullable LogOutput begun, IOException cause) {
    try {
      if (begun != null) {
        begun.close();
      }
      Files.deleteIfExists(path);
    } catch (IOException e) {
      cause.addSuppressed(e);
      failure = cause;
    }
    return new LogWriteException(path, failure == null, cause);
  }

  List<SealedSegment> sealed() {
    lock.lock();
    try {
      return List.copyOf(sealed.values());
    } finally {
      lock.unlock();
    }
  }

  /** Reads all segments that have records after a number. */
  void readAfter(long sequence, RecordHandler records) throws IOException {
    List<SealedSegment> parts = new ArrayList<>();
    SealedSegment current;
    long length;
    lock.lock();
    try {
      requireUsable();
      parts.addAll(sealed.values());
      current = new SealedSegment(file, first, next - 1);
      length = size;
    } finally {
      lock.unlock();
    }
    for (SealedSegment part : parts) {
      if (part.lastSequence() > sequence) {
        read(part, records);
      }
    }
    SegmentFile.read(current.file(), current.firstSequence(), length, records);
  }

  static void read(SealedSegment segment, RecordHandler records) throws IOException {
    Path path = segment.file();
    long length = Files.size(path);
    long next = SegmentFile.read(path, segment.firstSequence(), length, records);
    if (next != segment.lastSequence() + 1) {
      throw new CorruptLogException(
          path, length, "record %d is missing, and with it the next file".formatted(next));
    }
  }

  /** Deletes the sealed segments that end at or before a number. */
  void deleteThrough(long sequence) throws IOException {
    lock.lock();
    try {
      while (!sealed.isEmpty() && sealed.firstEntry().getValue().lastSequence() <= sequence) {
        Files.deleteIfExists(sealed.firstEntry().getValue().file());
        sealed.pollFirstEntry();
      }
    } finally {
      lock.unlock();
    }
  }

  long lastSequence() {
    lock.lock();
    try {
      return next - 1;
    } finally {
      lock.unlock();
    }
  }

  void requireOpen() {
    lock.lock();
    try {
      if (closed) {
        throw new LogClosedException(folder.root());
      }
    } finally {
      lock.unlock();
    }
  }

  private void requireUsable() {
    requireOpen();
    requireNoFailure();
  }

  private void requireNoFailure() {
    if (failure != null) {
      throw new LogWriteException(file, false, failure);
    }
  }

  /** Closes the current segment; does nothing if that has happened before. */
  void close() throws IOException {
    lock.lock();
    try {
      while (forcing) {
        forcingEnded.awaitUninterruptibly();
      }
      if (!closed) {
        closed = true;
        try (LogOutput last = output) {
          if (options.durability() == Durability.POWER_LOSS && failure == null) {
            last.force();
            forced = next - 1; // for threads that wait for it
          }
        }
      }
    } finally {
      lock.unlock();
    }
  }
}
