package io.synkro.predict.features.offline;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.offline.internal.Rows;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Lineage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Rows of feature views in a folder, where nothing is ever overwritten: late and restated values
 * are rows with a later known-at time. Each version of a view has a folder {@code
 * views/NAME/VERSION} with
 *
 * <ul>
 *   <li>{@code view.json}, the view
 *   <li>{@code segments/}, immutable columnar files, one for each commit; a file without a commit
 *       is what a writer left that was stopped, and is ignored
 *   <li>{@code commits/0000000001.json}, …, the batches in the order in which they came, each with
 *       its segment, its lineage and the digest of the commit before
 * </ul>
 *
 * <p>When {@link #commit} returns, its rows are on the disk, and survive the end of the process and
 * of the machine. Any number of processes may read and commit at the same time, on a file system
 * with hard links (all usual ones but FAT and some network shares). Safe for use by many threads.
 */
public final class OfflineStore {
  private final Path views;
  private final Map<Path, CommitLog> logs = new ConcurrentHashMap<>();

  private OfflineStore(Path views) {
    this.views = views;
  }

  /**
   * Opens a store.
   *
   * @param folder where it is; made if it does not exist
   * @return the store
   * @throws IOException if the folder cannot be made
   */
  public static OfflineStore open(Path folder) throws IOException {
    Path views = folder.resolve("views");
    Folders.create(views);
    return new OfflineStore(views);
  }

  /**
   * Adds rows. A batch whose id was committed before, by whichever process, is not added again. A
   * batch without rows is committed too, so that it is known to have been computed.
   *
   * @param view the view; its version decides where the rows go
   * @param batch rows with the view's schema and keys; NaN is missing
   * @param lineage what the rows were computed from
   * @param batchId names the batch for good, at most 256 characters
   * @return the commit of this batch, or the earlier one of the same id
   * @throws io.synkro.predict.tabular.SchemaMismatchException if the schema is not the view's
   * @throws InvalidInputException if a value is infinite, a key has not the parts of the view's
   *     entity, or a text cannot be written in UTF-8
   * @throws IOException if the rows cannot be written; whether they were committed is then known
   *     only to {@link #commits}, and to commit again is safe
   */
  public Commit commit(FeatureView view, FeatureBatch batch, Lineage lineage, String batchId)
      throws IOException {
    BatchCheck.names(batchId, lineage);
    SegmentWriter writer = new SegmentWriter(view, batch);
    CommitLog log = log(view);
    log.create(view);
    Optional<Commit> earlier = log.find(batchId);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Segment segment = writer.write(log.segmentFolder());
    Commit commit = log.append(batchId, segment, lineage);
    if (!commit.segment().name().equals(segment.name())) { // another process was faster
      Files.deleteIfExists(log.segmentFolder().resolve(segment.name()));
    }
    return commit;
  }

  /**
   * Refuses what {@link #commit} would refuse, without writing anything.
   *
   * @param view the view
   * @param batch rows with the view's schema and keys
   * @param lineage what the rows were computed from
   * @throws io.synkro.predict.tabular.SchemaMismatchException if the schema is not the view's
   * @throws InvalidInputException if a value is infinite, a key has not the parts of the view's
   *     entity, or a text cannot be written in UTF-8
   */
  public static void requireStorable(FeatureView view, FeatureBatch batch, Lineage lineage) {
    BatchCheck.values(view, batch);
    BatchCheck.lineage(lineage);
    for (int row = 0; row < batch.rows(); row++) {
      BatchCheck.key(view, batch.key(row));
    }
  }

  /**
   * Returns the commit of a batch.
   *
   * @param view the view
   * @param batchId what the batch was called
   * @return its commit, or empty if there is none
   * @throws IOException if the folder cannot be read
   */
  public Optional<Commit> find(FeatureView view, String batchId) throws IOException {
    return log(view).find(batchId);
  }

  /**
   * Returns the commits of a version of a view.
   *
   * @param view the view
   * @return all commits in order; none if the store does not know this version
   * @throws CorruptStoreException if a commit is damaged or missing
   * @throws IOException if the folder cannot be read
   */
  public List<Commit> commits(FeatureView view) throws IOException {
    return log(view).read();
  }

  /**
   * Returns all versions of all views.
   *
   * @return views by name; versions of one name in the order of their digests
   * @throws CorruptStoreException if a description is damaged
   * @throws IOException if the folder cannot be read
   */
  public List<FeatureView> views() throws IOException {
    List<FeatureView> all = new ArrayList<>();
    for (CommitLog log : allLogs()) {
      all.add(ViewFile.read(log.viewFile()));
    }
    return List.copyOf(all);
  }

  /**
   * Reads all rows of a view.
   *
   * @param view the view
   * @return its history
   * @throws InvalidInputException if this version of the view has no commits
   * @throws CorruptStoreException if a file is damaged or missing
   * @throws IOException if a file cannot be read
   */
  public FeatureHistory history(FeatureView view) throws IOException {
    return history(FeatureSelection.of(view), RowRange.ALL);
  }

  /**
   * Reads some rows and features of a view. Segments without such rows, and other features, are not
   * read.
   *
   * @param selection which features
   * @param range which rows
   * @return their history
   * @throws InvalidInputException if this version of the view has no commits
   * @throws CorruptStoreException if a file is damaged or missing
   * @throws IOException if a file cannot be read
   */
  public FeatureHistory history(FeatureSelection selection, RowRange range) throws IOException {
    FeatureView view = selection.view();
    CommitLog log = log(view);
    List<Commit> commits = log.read();
    if (commits.isEmpty()) {
      throw new InvalidInputException(
          "view " + view.name(),
          "version " + view.version(),
          "must have commits in the store",
          "the definition has changed and the view must be filled again");
    }
    List<Commit> used =
        commits.stream()
            .filter(commit -> commit.number() <= range.lastCommit())
            .filter(commit -> commit.segment().eventTimes().overlaps(range.eventTimes()))
            .toList();
    long count = used.stream().mapToLong(commit -> commit.segment().rows()).sum();
    Rows rows = FeatureHistory.rows(selection, count);
    for (Commit commit : used) {
      SegmentReader.read(log.segmentFolder(), commit, selection.columns(), rows);
    }
    List<Integer> numbers = used.stream().map(Commit::number).toList();
    return new FeatureHistory(selection, rows, range.eventTimes(), numbers);
  }

  /**
   * Returns the row of each entity that counts at a time, for an online store.
   *
   * @param view the view
   * @param asOf the time; rows about later times or known later are left out
   * @return at most one row an entity; expired ones are among them
   * @throws InvalidInputException if this version of the view has no commits
   * @throws IOException if a file cannot be read
   */
  public FeatureBatch latest(FeatureView view, Instant asOf) throws IOException {
    return history(view).latest(asOf);
  }

  /**
   * Joins features to rows of entities, as {@link PointInTimeJoin} does.
   *
   * @param rows entities and times
   * @param selections features of one or more views
   * @return one row for each row given
   * @throws InvalidInputException if a version of a view has no commits, or an entity lacks a key
   * @throws IOException if a file cannot be read
   */
  public TrainingSet join(EntityRows rows, List<FeatureSelection> selections) throws IOException {
    List<FeatureHistory> histories = new ArrayList<>();
    for (FeatureSelection selection : selections) {
      histories.add(history(selection, RowRange.ALL));
    }
    return PointInTimeJoin.of(histories).join(rows);
  }

  /**
   * Returns what the commits of a view were computed from.
   *
   * @param view the view
   * @return an entry for each commit, in order
   * @throws IOException if a file cannot be read
   */
  public List<LineageEntry> lineage(FeatureView view) throws IOException {
    return entries(view.name(), view.version(), log(view).read());
  }

  /**
   * Returns what a training set was computed from.
   *
   * @param training a set that was built from this store
   * @return an entry for each commit that was read, view by view
   * @throws IOException if a file cannot be read
   */
  public List<LineageEntry> lineage(TrainingSet training) throws IOException {
    List<LineageEntry> all = new ArrayList<>();
    for (ViewLineage each : training.lineage()) {
      List<Commit> commits = log(each.view(), each.version()).read();
      Set<Integer> numbers = Set.copyOf(each.commits());
      List<Commit> used =
          commits.stream().filter(commit -> numbers.contains(commit.number())).toList();
      all.addAll(entries(each.view(), each.version(), used));
    }
    return List.copyOf(all);
  }

  /**
   * Deletes what writers left that were stopped before they had committed.
   *
   * @param writtenBefore files that are younger are kept, since their writer may still be at work:
   *     an hour ago is a good choice, longer than any commit takes
   * @return the files that were deleted
   * @throws IOException if a folder cannot be read or a file not be deleted
   */
  public List<Path> sweep(Instant writtenBefore) throws IOException {
    List<Path> deleted = new ArrayList<>();
    for (CommitLog log : allLogs()) {
      deleted.addAll(Leftovers.delete(log, writtenBefore));
    }
    return List.copyOf(deleted);
  }

  private static List<LineageEntry> entries(String view, String version, List<Commit> commits) {
    return commits.stream().map(commit -> new LineageEntry(view, version, commit)).toList();
  }

  private CommitLog log(FeatureView view) {
    return log(view.name(), view.version());
  }

  private CommitLog log(String name, String version) {
    return logs.computeIfAbsent(views.resolve(name).resolve(version), CommitLog::new);
  }

  private List<CommitLog> allLogs() throws IOException {
    List<CommitLog> all = new ArrayList<>();
    for (Path name : folders(views)) {
      for (Path version : folders(name)) {
        CommitLog log =
            log(String.valueOf(name.getFileName()), String.valueOf(version.getFileName()));
        if (Files.exists(log.viewFile())) { // else it is being made
          all.add(log);
        }
      }
    }
    return all;
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }
}
