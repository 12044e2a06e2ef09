package io.synkro.predict.features.store;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.log.Durability;
import io.synkro.predict.features.log.LogOptions;
import io.synkro.predict.features.offline.Backfill;
import io.synkro.predict.features.offline.BackfillReport;
import io.synkro.predict.features.offline.EntityRows;
import io.synkro.predict.features.offline.FeatureHistory;
import io.synkro.predict.features.offline.LineageEntry;
import io.synkro.predict.features.offline.OfflineStore;
import io.synkro.predict.features.offline.Partition;
import io.synkro.predict.features.offline.PointInTimeJoin;
import io.synkro.predict.features.offline.RowRange;
import io.synkro.predict.features.offline.TrainingSet;
import io.synkro.predict.features.online.OnlineStore;
import io.synkro.predict.features.online.Retrieval;
import io.synkro.predict.features.validation.Expectations;
import io.synkro.predict.features.validation.Quarantine;
import io.synkro.predict.features.validation.Replay;
import io.synkro.predict.features.validation.ValidationOutcome;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.internal.Require;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * A feature store in a folder: {@link #write} validates rows, makes them durable and serves them at
 * once; {@link #training} joins them to labels as they were known at the time; what a model is
 * trained on and what it is served are the same values with the same statuses.
 *
 * <ul>
 *   <li>{@code online/}: the log of changes and its snapshots; one process can have it open
 *   <li>{@code offline/}: the history, an {@link OfflineStore}; any process may read it, and commit
 *       to it, such as a nightly backfill: {@link #refresh} then serves the new rows
 *   <li>{@code quarantine/}: rows that did not meet their expectations
 * </ul>
 *
 * <p>Of rows with one key, event time and known-at time the one counts that was written last. Rows
 * from a backfill count as written when their partition was committed. Safe for use by many
 * threads.
 */
public final class FeatureStore implements AutoCloseable {
  private final Clock clock;
  private final int threads;
  private final Executor executor;
  private final OfflineStore offline;
  private final Quarantine quarantine;
  private final OnlineStore online;
  private final Transfer transfer;
  private final Map<FeatureView, Expectations> expectations = new ConcurrentHashMap<>();

  private FeatureStore(Builder builder) throws IOException {
    this.clock = builder.clock;
    this.threads = builder.threads;
    this.executor = builder.executor;
    this.offline = OfflineStore.open(builder.folder.resolve("offline"));
    this.quarantine = Quarantine.open(builder.folder.resolve("quarantine"), clock);
    OnlineFolder folder = new OnlineFolder(builder.folder.resolve("online"));
    this.online =
        OnlineStore.in(folder.log(), clock)
            .log(new LogOptions(builder.durability, builder.segmentBytes, true))
            .snapshotAfter(builder.snapshotBytes)
            .snapshotExecutor(executor)
            .open();
    boolean ready = false;
    try {
      this.transfer = new Transfer(folder, online, offline);
      for (FeatureView view : online.views()) {
        transfer.load(view, clock.instant());
      }
      ready = true;
    } finally {
      if (!ready) {
        online.close();
      }
    }
  }

  /**
   * Begins to open a store.
   *
   * @param folder where it is, or will be
   * @param clock what values are judged by; it must not go back
   * @return options, with their defaults
   */
  public static Builder in(Path folder, Clock clock) {
    return new Builder(folder, clock);
  }

  /** Options of a store. Not safe for use by many threads. */
  public static final class Builder {
    private final Path folder;
    private final Clock clock;
    private Durability durability = Durability.PROCESS_CRASH;
    private long segmentBytes = 32L << 20;
    private long snapshotBytes = 64L << 20;
    private int threads = 1;
    private Executor executor = Runnable::run;

    private Builder(Path folder, Clock clock) {
      this.folder = folder;
      this.clock = clock;
    }

    /**
     * Sets what acknowledged rows survive; without this call a crash of the process.
     *
     * @param newDurability what they survive
     * @return this
     */
    public Builder durability(Durability newDurability) {
      this.durability = newDurability;
      return this;
    }

    /**
     * Sets what runs joins and snapshots besides the calling thread; without this call nothing.
     *
     * @param newThreads most threads of a join, the calling one among them, at least 1
     * @param newExecutor runs the others
     * @return this
     */
    public Builder parallel(int newThreads, Executor newExecutor) {
      this.threads = Require.atLeast("threads", newThreads, 1, "");
      this.executor = newExecutor;
      return this;
    }

    /** Makes segments and snapshots so small that tests meet many of them. */
    Builder sizes(long newSegmentBytes, long newSnapshotBytes) {
      this.segmentBytes = newSegmentBytes;
      this.snapshotBytes = newSnapshotBytes;
      return this;
    }

    /**
     * Opens the store. Online it then holds every row that was acknowledged, and every commit of
     * the offline store.
     *
     * @return the store
     * @throws IOException if the folder cannot be read or written
     * @throws io.synkro.predict.features.log.FolderInUseException if it is open already
     * @throws io.synkro.predict.SynkroPredictException if a file is damaged
     */
    public FeatureStore open() throws IOException {
      return new FeatureStore(this);
    }
  }

  /**
   * Makes a view known, with {@link Expectations#standard}.
   *
   * @param view the view
   * @throws IOException if the offline store has rows of it that cannot be read
   */
  public void register(FeatureView view) throws IOException {
    register(Expectations.standard(view));
  }

  /**
   * Makes a view known for good, and what to expect of its rows until the store is closed. To be
   * called whenever the store has been opened; a call with other expectations replaces them.
   *
   * @param expected what to expect of the rows of its view
   * @throws IOException if the offline store has rows of the view that cannot be read
   */
  public void register(Expectations expected) throws IOException {
    online.register(expected.view());
    transfer.load(expected.view(), clock.instant());
    expectations.put(expected.view(), expected);
  }

  /**
   * Returns the views of this store, also those of earlier processes.
   *
   * @return all versions, in the order of registration
   */
  public List<FeatureView> views() {
    return online.views();
  }

  /**
   * Writes rows: those that meet their expectations are durable and served when this returns, and
   * the others are in the quarantine. If this fails, nothing is served, and to write the batch
   * again is safe; rows to be set aside may then be in the quarantine twice.
   *
   * @param view a registered view
   * @param batch its rows
   * @param lineage where they come from
   * @return what became of them
   * @throws InvalidInputException if the view is not registered; if a value is infinite or a key
   *     not valid UTF-16, and no expectation has set its row aside
   * @throws io.synkro.predict.features.log.LogWriteException if the rows could not be written
   * @throws IOException if rows could not be set aside
   */
  public WriteResult write(FeatureView view, FeatureBatch batch, Lineage lineage)
      throws IOException {
    ValidationOutcome outcome = expectations(view).validate(batch, clock.instant());
    if (!(outcome instanceof ValidationOutcome.Accepted accepted)) {
      return new WriteResult.Rejected(outcome.report());
    }
    OfflineStore.requireStorable(view, accepted.batch(), lineage); // or it could never be compacted
    String id = setAside(view, accepted, lineage);
    put(view, accepted.batch(), lineage);
    return new WriteResult.Written(accepted.report(), id);
  }

  private String setAside(FeatureView view, ValidationOutcome.Accepted accepted, Lineage lineage)
      throws IOException {
    boolean none = accepted.quarantined().batch().rows() == 0;
    return none ? "" : quarantine.add(view, accepted.quarantined(), lineage);
  }

  private void put(FeatureView view, FeatureBatch batch, Lineage lineage) {
    if (batch.rows() > 0) {
      online.put(view, batch, lineage);
    }
  }

  /**
   * Validates rows of the quarantine again, as rows that come alone, and writes those that now
   * pass.
   *
   * @param view a registered view; its expectations count
   * @param ids entries of the quarantine, of any version of the view
   * @return what became of each entry, in order
   * @throws IOException if a file cannot be read or written
   */
  public List<Replay> replay(FeatureView view, List<String> ids) throws IOException {
    return quarantine.replay(ids, expectations(view).withoutBatchWide(), this::release);
  }

  private void release(FeatureView view, FeatureBatch batch, Lineage lineage) {
    OfflineStore.requireStorable(view, batch, lineage);
    put(view, batch, lineage);
  }

  /**
   * Returns where rows are that did not meet their expectations, to look at or throw away.
   *
   * @return the quarantine of this store
   */
  public Quarantine quarantine() {
    return quarantine;
  }

  /**
   * Moves the changes up to now into the offline store. Can be stopped at any point and called
   * again; nothing is lost or moved twice. Each call that finds changes makes a file for each view,
   * so call it every some minutes and not after every write.
   *
   * @return how many rows were moved
   * @throws IOException if they cannot be written; the changes wait
   */
  public long compact() throws IOException {
    return transfer.moveChanges();
  }

  /**
   * Joins features to rows, as {@link PointInTimeJoin} does, with every row that was acknowledged
   * before this call.
   *
   * @param rows entities and times
   * @param selections features of one or more views of this store
   * @return one row for each row given
   * @throws InvalidInputException if a view has no rows yet, or a key that the rows' entity lacks
   * @throws IOException if files cannot be read or written
   */
  public TrainingSet training(EntityRows rows, List<FeatureSelection> selections)
      throws IOException {
    compact();
    List<FeatureHistory> histories = new ArrayList<>();
    for (FeatureSelection selection : selections) {
      histories.add(offline.history(selection, RowRange.ALL));
    }
    return PointInTimeJoin.of(histories).parallel(threads, executor).join(rows);
  }

  /**
   * Fills a view partition by partition, past the log, and serves its rows. Partitions that are in
   * the store are not computed again. A partition that is rejected has failed, with a {@link
   * RejectedBatchException}; rows that are to be set aside go to the quarantine. If the process
   * ends in between, this call or {@link Builder#open} completes what was begun.
   *
   * @param view a registered view
   * @param partitions in the order in which to fill them, ids unique
   * @return what became of each
   * @throws IOException if the rows cannot be read back, to be served
   */
  public BackfillReport backfill(FeatureView view, List<Partition> partitions) throws IOException {
    Expectations expected = expectations(view);
    compact(); // so that rows with equal times are older than the backfill's
    List<Partition> validated =
        partitions.stream()
            .map(part -> new Partition(part.id(), () -> validated(part, expected)))
            .toList();
    BackfillReport report = Backfill.of(offline, view).run(validated);
    refresh(view);
    return report;
  }

  private Partition.Computed validated(Partition partition, Expectations expected)
      throws IOException {
    Partition.Computed computed = partition.computation().compute();
    ValidationOutcome outcome = expected.validate(computed.batch(), clock.instant());
    if (!(outcome instanceof ValidationOutcome.Accepted accepted)) {
      throw new RejectedBatchException(outcome.report());
    }
    OfflineStore.requireStorable(expected.view(), accepted.batch(), computed.lineage());
    setAside(expected.view(), accepted, computed.lineage());
    return new Partition.Computed(accepted.batch(), computed.lineage());
  }

  /**
   * Serves what another process has committed to the offline store. Does nothing if there is
   * nothing new.
   *
   * @param view a registered view
   * @return whether there was something
   * @throws IOException if it cannot be read
   */
  public boolean refresh(FeatureView view) throws IOException {
    return transfer.load(view, clock.instant());
  }

  /**
   * Prepares online reads.
   *
   * @param request entity of the keys that will be asked for
   * @param selections features of one or more views of this store
   * @return the retrieval, for as long as this store is open
   * @throws InvalidInputException if a view is not registered or its entity has another key
   */
  public Retrieval prepare(Entity request, List<FeatureSelection> selections) {
    return online.prepare(request, selections);
  }

  /**
   * Returns what the rows of a view in the offline store were computed from.
   *
   * @param view the view
   * @return an entry for each commit, in order
   * @throws IOException if a file cannot be read
   */
  public List<LineageEntry> lineage(FeatureView view) throws IOException {
    return offline.lineage(view);
  }

  /**
   * Returns what a training set was computed from.
   *
   * @param training a set that was built from this store
   * @return an entry for each commit that was read, view by view
   * @throws IOException if a file cannot be read
   */
  public List<LineageEntry> lineage(TrainingSet training) throws IOException {
    return offline.lineage(training);
  }

  /**
   * Returns how the views are doing online. Looks at all rows, so call it every some seconds at
   * most.
   *
   * @return one for each view, in the order of registration
   */
  public List<ViewState> freshness() {
    return views().stream()
        .map(
            view ->
                new ViewState(
                    view, online.entities(view), online.newestEvent(view), online.reads(view)))
        .toList();
  }

  private Expectations expectations(FeatureView view) {
    Expectations known = expectations.get(view);
    if (known == null) {
      throw new InvalidInputException(
          "view", view.name(), "must be registered in this version", "call register first");
    }
    return known;
  }

  /** Gives the folder up. Changes that were not compacted wait in the log. */
  @Override
  public void close() throws IOException {
    online.close();
  }
}
