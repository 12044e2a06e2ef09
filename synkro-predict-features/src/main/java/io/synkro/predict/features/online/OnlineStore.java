package io.synkro.predict.features.online;

import io.synkro.predict.features.log.ChangeLog;
import io.synkro.predict.features.log.Durability;
import io.synkro.predict.features.log.LogClosedException;
import io.synkro.predict.features.log.LogOptions;
import io.synkro.predict.features.log.SealedSegment;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Lineage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest features of every entity, held in memory and durable in a folder. What {@link #put}
 * has acknowledged is served again after a crash, as its {@link Durability} says.
 *
 * <p>Served is the row with the greatest event time or, of one event time, the greatest known-at
 * time; of rows with both the same, the one that was put last. Late rows so never hide newer ones,
 * and a restated row takes the place of the one it corrects. Rows with an event time or a known-at
 * time after the clock's, such as plans, are held as well and served from the later of both times
 * on. The clock is taken not to go back.
 *
 * <p>All rows are held in memory: about 150 bytes an entity and view besides its key and 4 bytes a
 * feature, and as much again for every row that is yet to be served. Safe for use by many threads;
 * readers never wait.
 */
public final class OnlineStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OnlineStore.class);

  private final Clock clock;
  private final long snapshotBytes;
  private final Executor snapshotExecutor;
  private final ChangeLog log;
  private final Views views = new Views();

  /** Read: between the log and the memory. Write: when both must hold the same records. */
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

  private final AtomicLong unsnapshotted = new AtomicLong();
  private final AtomicBoolean snapshotDue = new AtomicBoolean();
  private volatile boolean closed;

  private OnlineStore(Builder builder, ChangeLog log) throws IOException {
    this.clock = builder.clock;
    this.snapshotBytes = builder.snapshotBytes;
    this.snapshotExecutor = builder.snapshotExecutor;
    this.log = log;
    long now = clock.millis();
    log.replay(
        payload -> views.replay(0, payload, now),
        (sequence, payload) -> {
          unsnapshotted.addAndGet(payload.remaining());
          views.replay(sequence, payload, now);
        });
  }

  /**
   * Begins to open a store.
   *
   * @param folder where it is, or will be; no other store can have it open
   * @param clock what values are judged by
   * @return options, with their defaults
   */
  public static Builder in(Path folder, Clock clock) {
    return new Builder(folder, clock);
  }

  /** Options of a store. Not safe for use by many threads. */
  public static final class Builder {
    private final Path folder;
    private final Clock clock;
    private LogOptions options = LogOptions.of(Durability.PROCESS_CRASH);
    private long snapshotBytes = 64L << 20;
    private Executor snapshotExecutor = Runnable::run;

    private Builder(Path folder, Clock clock) {
      this.folder = folder;
      this.clock = clock;
    }

    /**
     * Sets how the changes are kept; without this call, so that they survive a crash of the
     * process.
     *
     * @param newOptions durability, size of segments, and whether they wait to be released
     * @return this
     */
    public Builder log(LogOptions newOptions) {
      this.options = newOptions;
      return this;
    }

    /**
     * Sets when a snapshot is due; without this call after 64 MiB.
     *
     * @param bytes bytes of changes since the last one
     * @return this
     */
    public Builder snapshotAfter(long bytes) {
      this.snapshotBytes = bytes;
      return this;
    }

    /**
     * Sets what writes snapshots that are due; without this call the thread does whose batch makes
     * one due, after the batch has been taken.
     *
     * @param executor runs one task at a time
     * @return this
     */
    public Builder snapshotExecutor(Executor executor) {
      this.snapshotExecutor = executor;
      return this;
    }

    /**
     * Opens the store and reads what it holds.
     *
     * @return the store
     * @throws IOException if the folder cannot be read or written
     * @throws io.synkro.predict.features.log.FolderInUseException if it is open already
     * @throws io.synkro.predict.features.log.CorruptLogException if it is damaged
     */
    public OnlineStore open() throws IOException {
      ChangeLog log = ChangeLog.open(folder, options);
      OnlineStore store = null;
      try {
        store = new OnlineStore(this, log);
        return store;
      } finally {
        if (store == null) {
          log.close();
        }
      }
    }
  }

  /**
   * Makes a version of a view known, for good; does nothing if it is known.
   *
   * @param view the view
   * @throws io.synkro.predict.features.log.LogWriteException if it could not be written
   * @throws LogClosedException if the store has been closed
   */
  public synchronized void register(FeatureView view) {
    requireOpen();
    if (views.find(view) == null) {
      gate.readLock().lock();
      try {
        ViewRecord record = new ViewRecord(views.all().size(), 16, view);
        log.append(record.encode());
        views.add(record);
      } finally {
        gate.readLock().unlock();
      }
    }
  }

  /**
   * Returns the registered views, also those of earlier processes.
   *
   * @return all versions, in the order of registration
   */
  public List<FeatureView> views() {
    return views.all().stream().map(ViewRows::view).toList();
  }

  /**
   * Takes a batch: all of it, or none if this fails. A reader may see a part of it for a moment.
   *
   * @param view a registered view
   * @param batch its rows, of the view's features and entity
   * @param lineage where they come from
   * @return number of the batch in the log, once it is as durable as was asked for
   * @throws io.synkro.predict.InvalidInputException if the view is not registered or a key is not
   *     one of its entity
   * @throws io.synkro.predict.tabular.SchemaMismatchException if the features are not the view's
   * @throws io.synkro.predict.features.log.LogWriteException if it could not be written
   * @throws LogClosedException if the store has been closed
   */
  public long put(FeatureView view, FeatureBatch batch, Lineage lineage) {
    requireOpen();
    ViewRows rows = views.require(view);
    rows.require(batch);
    ByteBuffer record = BatchRecord.encode(rows.id(), batch, lineage);
    long sequence;
    gate.readLock().lock();
    try {
      sequence = log.append(record);
      rows.add(sequence, batch, clock.millis());
    } finally {
      gate.readLock().unlock();
    }
    grown(record.limit());
    return sequence;
  }

  /**
   * Takes rows that an offline store holds already: {@link #readChanges} passes them over. They
   * count as put right after the last released change. To load rows again changes nothing; if this
   * fails, some may have been taken.
   *
   * @param view a registered view
   * @param batch rows, as for {@link #put}
   * @throws IllegalStateException if the log's segments do not wait to be released
   * @throws IOException if they could not be written
   */
  public void load(FeatureView view, FeatureBatch batch) throws IOException {
    requireOpen();
    long released = log.released();
    if (released == Long.MAX_VALUE) {
      throw new IllegalStateException("Nobody releases changes. Maybe open with untilReleased().");
    }
    ViewRows rows = views.require(view);
    rows.require(batch);
    StoreSnapshot.write(rows, batch, released, this::append);
  }

  private void append(ByteBuffer piece) {
    gate.readLock().lock();
    try {
      long sequence = log.append(piece);
      views.replay(sequence, piece.duplicate().order(piece.order()), clock.millis());
    } finally {
      gate.readLock().unlock();
    }
    grown(piece.limit());
  }

  private void grown(long bytes) {
    if (unsnapshotted.addAndGet(bytes) >= snapshotBytes && snapshotDue.compareAndSet(false, true)) {
      startSnapshot();
    }
  }

  /**
   * Prepares reads of the same features for many keys.
   *
   * @param request entity of the keys that will be asked for
   * @param selections at least one; each of a registered view whose entity has no other keys than
   *     the request's, found by name
   * @return the retrieval, for as long as this store is open
   * @throws io.synkro.predict.InvalidInputException if a view is not registered or its entity has
   *     another key, or columns cannot be told apart
   * @throws LogClosedException if the store has been closed
   */
  public Retrieval prepare(Entity request, List<FeatureSelection> selections) {
    requireOpen();
    return new Retrieval(this, request, selections);
  }

  /**
   * Returns how many features of a view have been read, by what they were worth.
   *
   * @param view a registered view
   * @return counts since the store was opened, for every status
   */
  public Map<FeatureStatus, Long> reads(FeatureView view) {
    return views.require(view).reads();
  }

  /**
   * Returns for how many entities rows of a view are held.
   *
   * @param view a registered view
   * @return zero or more
   */
  public long entities(FeatureView view) {
    return views.require(view).size();
  }

  /**
   * Returns the newest event time that is served. Looks at all entities.
   *
   * @param view a registered view
   * @return the greatest event time of what reads now find; empty if they find nothing
   */
  public Optional<Instant> newestEvent(FeatureView view) {
    return views.require(view).newestEvent(clock.millis());
  }

  /**
   * Writes a snapshot, which makes the next opening faster and old changes superfluous. Puts go on
   * meanwhile.
   *
   * @throws IOException if it cannot be written
   * @throws LogClosedException if the store has been closed
   */
  public void snapshot() throws IOException {
    requireOpen();
    long through;
    List<ViewRows> covered;
    gate.writeLock().lock();
    try {
      through = log.lastSequence();
      covered = views.all();
      unsnapshotted.set(0);
    } finally {
      gate.writeLock().unlock();
    }
    if (through > 0) {
      log.snapshot(through, payloads -> StoreSnapshot.write(covered, payloads));
    }
  }

  private void startSnapshot() {
    try {
      snapshotExecutor.execute(
          () -> {
            try {
              snapshot();
            } catch (IOException | RuntimeException e) {
              LOG.warn("No snapshot of {}; the changes are all there", log.folder(), e);
            } finally {
              snapshotDue.set(false);
            }
          });
    } catch (RejectedExecutionException e) {
      snapshotDue.set(false);
      LOG.warn("No snapshot of {}: the executor refuses", log.folder(), e);
    }
  }

  /**
   * Seals the changes up to now and lists what the consumer has not released.
   *
   * @return oldest first; none unless the log's segments wait to be released
   * @throws LogClosedException if the store has been closed
   * @throws IOException if the disk fails
   */
  public List<SealedSegment> sealChanges() throws IOException {
    requireOpen();
    log.seal();
    return log.sealed();
  }

  /**
   * Reads the batches of a sealed segment.
   *
   * @param segment one that has not been released
   * @param consumer takes the batches in the order in which they were put
   * @throws IOException if it cannot be read
   * @throws io.synkro.predict.features.log.CorruptLogException if it is damaged
   */
  public void readChanges(SealedSegment segment, BatchConsumer consumer) throws IOException {
    log.read(segment, (sequence, payload) -> views.read(payload, consumer));
  }

  /**
   * Notes for good that a segment, and those before it, are needed no more but for snapshots.
   *
   * @param segment one that has not been released
   * @throws IOException if that cannot be written
   * @throws LogClosedException if the store has been closed
   */
  public void releaseChanges(SealedSegment segment) throws IOException {
    log.release(segment);
  }

  /** Gives the folder up; does nothing if that has happened before. */
  @Override
  public void close() throws IOException {
    closed = true;
    log.close();
  }

  ViewRows rows(FeatureView view) {
    return views.require(view);
  }

  long now() {
    return clock.millis();
  }

  void requireOpen() {
    if (closed) {
      throw new LogClosedException(log.folder());
    }
  }
}
