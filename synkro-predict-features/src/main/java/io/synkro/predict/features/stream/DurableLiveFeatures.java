package io.synkro.predict.features.stream;

import io.synkro.predict.features.LiveFeatures;
import io.synkro.predict.features.VectorReader;
import io.synkro.predict.features.log.ChangeLog;
import io.synkro.predict.features.log.Durability;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A {@link DemandStream} and its features in a folder: what was handled before the process ended,
 * however suddenly, is part of the features when the folder is opened again, bit for bit. Every
 * change goes to a log before it is made; opening reads the newest {@link #snapshot} and then what
 * was logged after it, so take one now and then, such as every night. Safe for use by many threads;
 * one object at a time can have a folder open.
 */
public final class DurableLiveFeatures implements AutoCloseable {
  private static final byte FORMAT = 1;
  private static final int HEAD = 1 + Integer.BYTES;

  private final ChangeLog log;
  private final LiveFeatures live;
  private final DemandStream stream;

  /** Held while a snapshot is taken; taken before the lock of the stream. */
  private final ReentrantLock snapshots = new ReentrantLock();

  private volatile long snapshot;
  private boolean behind;

  private DurableLiveFeatures(ChangeLog log, LiveFeatures live, Setup setup) {
    this.log = log;
    this.live = live;
    this.stream = new DemandStream(live, setup.options(), setup.late(), new LogJournal());
  }

  /**
   * How events become features, and what they outlive. Immutable.
   *
   * @param options how events become features
   * @param late takes events that come too late; one that was not acknowledged may come again
   * @param durability what handled events outlive; with {@link Durability#POWER_LOSS}, give many
   *     events at once to {@link #handleAll}, since each call waits for the disk
   */
  public record Setup(StreamOptions options, LateEvents late, Durability durability) {}

  /** Tells the log of every change, before it is made. */
  private final class LogJournal implements Journal {
    @Override
    public void added(SeriesId id, Map<String, String> attributes) {
      append(LoggedChange.added(id, attributes));
    }

    @Override
    public void events(List<DemandEvent> events) {
      append(LoggedChange.events(events));
    }

    @Override
    public void advanced(LocalDateTime time) {
      append(LoggedChange.advanced(time));
    }
  }

  /**
   * Opens a folder.
   *
   * @param folder where everything is kept, made if it is not there
   * @param live features without any series, which nothing else may append to
   * @param setup how events become features, and what they outlive
   * @return the features as of the last acknowledged change
   * @throws IOException if the folder cannot be read or written
   * @throws io.synkro.predict.features.SnapshotMismatchException if the folder holds other
   *     features, or features with other settings; the message names what differs
   * @throws io.synkro.predict.features.log.FolderInUseException if it is open already
   * @throws io.synkro.predict.features.log.CorruptLogException if it is damaged
   */
  public static DurableLiveFeatures open(Path folder, LiveFeatures live, Setup setup)
      throws IOException {
    ChangeLog log = ChangeLog.open(folder, setup.durability());
    boolean opened = false;
    try {
      DurableLiveFeatures features = new DurableLiveFeatures(log, live, setup);
      features.replay();
      opened = true;
      return features;
    } finally {
      if (!opened) {
        log.close();
      }
    }
  }

  private void replay() throws IOException {
    SnapshotReader reader = new SnapshotReader(live, stream.state());
    snapshot = log.replay(reader::read, (sequence, record) -> LoggedChange.replay(record, stream));
  }

  /** Hands each payload on to whom it belongs. */
  private static final class SnapshotReader {
    private final LiveFeatures live;
    private final StreamState state;
    private int liveParts = -1;

    SnapshotReader(LiveFeatures live, StreamState state) {
      this.live = live;
      this.state = state;
    }

    void read(ByteBuffer payload) {
      if (liveParts < 0) {
        byte format = payload.get();
        if (format != FORMAT) {
          throw new IllegalStateException(
              "The snapshot has format %d; this version reads %d. Maybe use a newer version."
                  .formatted(format, FORMAT));
        }
        liveParts = payload.order(ByteOrder.BIG_ENDIAN).getInt();
        return;
      }
      byte[] part = new byte[payload.remaining()];
      payload.get(part);
      try {
        if (liveParts-- > 0) {
          live.read(part);
        } else {
          liveParts = 0;
          StreamSnapshot.read(part, state);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The snapshot was not written by this library.", e);
      }
    }
  }

  private void append(byte[] record) {
    if (behind) {
      throw new IllegalStateException(
          "The history could not be written, so nothing can be built on it. Maybe free some disk"
              + " space and open the folder again.");
    }
    log.append(record);
  }

  /**
   * Adds a series without a past; see {@link DemandStream#add}.
   *
   * @param id the series
   * @param attributes texts by the name of the attribute
   */
  public void add(SeriesId id, Map<String, String> attributes) {
    stream.add(id, attributes);
  }

  /**
   * Adds all series of a panel with their past, before anything else, and takes a snapshot; see
   * {@link DemandStream#addAll}.
   *
   * @param history a panel of the axis of the features
   * @throws IOException if the snapshot cannot be written; the history is not there then when the
   *     folder is opened again
   */
  public void addAll(SeriesPanel history) throws IOException {
    snapshots.lock();
    stream.lock().lock();
    try {
      stream.addAll(history);
      behind = true;
      log.append(LoggedChange.history());
      snapshot();
      behind = false;
    } finally {
      stream.lock().unlock();
      snapshots.unlock();
    }
  }

  /**
   * Handles an event; see {@link DemandStream#handle}.
   *
   * @param event an event as it came
   * @return what became of it, once it is as durable as was asked for
   * @throws io.synkro.predict.features.log.LogWriteException if it could not be written; nothing
   *     was changed then
   */
  public EventOutcome handle(DemandEvent event) {
    return stream.handle(event);
  }

  /**
   * Handles events with one write for all; see {@link DemandStream#handleAll}.
   *
   * @param events events as they came
   * @return what became of each, once they are as durable as was asked for
   * @throws io.synkro.predict.features.log.LogWriteException if they could not be written; nothing
   *     was changed then
   */
  public List<EventOutcome> handleAll(List<DemandEvent> events) {
    return stream.handleAll(events);
  }

  /**
   * Lets time go on where no events come; see {@link DemandStream#advanceTo}.
   *
   * @param time now, in the local time of the axis
   */
  public void advanceTo(LocalDateTime time) {
    stream.advanceTo(time);
  }

  /**
   * Writes all features and tiles, so that opening the folder need not read what was logged before.
   * Events wait while everything is copied in memory, which takes as much of it once more, and not
   * while it is written to the disk.
   *
   * @throws IOException if it cannot be written; the folder is as it was then
   */
  public void snapshot() throws IOException {
    snapshots.lock();
    try {
      List<byte[]> parts = new ArrayList<>();
      long through = copy(parts);
      if (through > snapshot) {
        log.snapshot(
            through,
            payloads -> {
              for (byte[] part : parts) {
                payloads.add(ByteBuffer.wrap(part));
              }
            });
        snapshot = through;
      }
    } finally {
      snapshots.unlock();
    }
  }

  /** Copies everything as it is after some record of the log. */
  private long copy(List<byte[]> parts) throws IOException {
    stream.lock().lock();
    try {
      long through = log.lastSequence();
      if (through > snapshot) {
        live.write(parts::add);
        byte[] head = ByteBuffer.allocate(HEAD).put(FORMAT).putInt(parts.size()).array();
        parts.add(0, head);
        StreamSnapshot.write(stream.state(), parts::add);
      }
      return through;
    } finally {
      stream.lock().unlock();
    }
  }

  /**
   * Returns how many changes opening the folder would have to make once more.
   *
   * @return records since the newest snapshot
   */
  public long changesSinceSnapshot() {
    return log.lastSequence() - snapshot;
  }

  /**
   * Returns the step of the latest event, or of a later time that was told.
   *
   * @return a step of the axis
   * @throws IllegalStateException before the first event
   */
  public int newestStep() {
    return stream.newestStep();
  }

  /**
   * Returns how many events came to each outcome since the folder was opened.
   *
   * @return a copy, with all outcomes
   */
  public Map<EventOutcome, Long> counts() {
    return stream.counts();
  }

  /**
   * Creates a reader of vectors.
   *
   * @return a reader for one thread
   */
  public VectorReader reader() {
    return stream.reader();
  }

  /** Gives the folder up, without a snapshot; does nothing if that has happened before. */
  @Override
  public void close() throws IOException {
    log.close();
  }
}
