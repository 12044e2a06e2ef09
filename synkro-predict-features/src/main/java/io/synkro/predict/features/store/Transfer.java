package io.synkro.predict.features.store;

import io.synkro.predict.features.log.SealedSegment;
import io.synkro.predict.features.offline.Commit;
import io.synkro.predict.features.offline.FeatureHistory;
import io.synkro.predict.features.offline.OfflineStore;
import io.synkro.predict.features.online.OnlineStore;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureView;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * Moves rows between the two stores so that both come to hold the same, whatever happens in between
 * and in whatever order. Every step can be repeated:
 *
 * <ul>
 *   <li>Changes: a sealed segment of the log is committed, view by view, under an id that names the
 *       log and its records, and then released. What was committed before is not committed again.
 *   <li>Loading: all changes are moved first. The rows of the offline store are then put into the
 *       online store as if they had been written right after those changes, so that of rows with
 *       equal times the same one counts in both, also if others are being written. The number of
 *       the last commit is noted at the end; commits after it that are not of the log are loaded
 *       when they are next looked for.
 * </ul>
 *
 * <p>Safe for use by many threads, which take turns; writers never wait.
 */
final class Transfer {
  private static final Pattern OF_A_LOG = Pattern.compile("log [0-9a-f-]{36} [0-9]+-[0-9]+");

  private final OnlineFolder folder;
  private final OnlineStore online;
  private final OfflineStore offline;
  private final String logId;
  private final ReentrantLock lock = new ReentrantLock();

  Transfer(OnlineFolder folder, OnlineStore online, OfflineStore offline) throws IOException {
    this.folder = folder;
    this.online = online;
    this.offline = offline;
    this.logId = folder.id();
  }

  /** Moves all changes that have been acknowledged; returns how many rows were in them. */
  long moveChanges() throws IOException {
    lock.lock();
    try {
      long rows = 0;
      for (SealedSegment segment : online.sealChanges()) {
        Map<FeatureView, ChangedRows> changes = new LinkedHashMap<>();
        online.readChanges(
            segment,
            (view, batch, lineage) ->
                changes.computeIfAbsent(view, ChangedRows::new).add(batch, lineage));
        String id =
            "log %s %d-%d".formatted(logId, segment.firstSequence(), segment.lastSequence());
        for (ChangedRows each : changes.values()) {
          FeatureBatch batch = each.batch();
          offline.commit(each.view(), batch, each.lineage(), id);
          rows += batch.rows();
        }
        online.releaseChanges(segment);
      }
      return rows;
    } finally {
      lock.unlock();
    }
  }

  /** Brings a registered view up to date online, if the offline store has more of it. */
  boolean load(FeatureView view, Instant now) throws IOException {
    lock.lock();
    try {
      if (!isDue(view)) {
        return false;
      }
      moveChanges();
      FeatureHistory history = offline.history(view);
      FeatureBatch batch = history.servableFrom(now);
      if (batch.rows() > 0) {
        online.load(view, batch);
        online.sealChanges(); // what was loaded must be on the disk before that is noted
      }
      List<Integer> commits = history.lineage().commits();
      folder.setLoaded(view, commits.get(commits.size() - 1));
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean isDue(FeatureView view) throws IOException {
    List<Commit> commits = offline.commits(view);
    OptionalInt loaded = folder.loaded(view);
    if (loaded.isEmpty() && commits.isEmpty()) {
      folder.setLoaded(view, 0);
      return false;
    }
    return loaded.isEmpty()
        || commits.stream()
            .skip(loaded.getAsInt())
            .anyMatch(commit -> !OF_A_LOG.matcher(commit.batchId()).matches());
  }
}
