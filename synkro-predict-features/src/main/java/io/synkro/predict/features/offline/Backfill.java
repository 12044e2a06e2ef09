package io.synkro.predict.features.offline;

import io.synkro.predict.ProgressListener;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.internal.Require;
import io.synkro.predict.internal.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fills a view partition by partition. It can be stopped at any point and run again: partitions
 * that are in the store are neither computed nor committed again. Since a changed view is another
 * version, it is filled anew. Immutable and safe for use by many threads and processes, of which
 * each may compute, but only one commit, a partition.
 */
public final class Backfill {
  private final OfflineStore store;
  private final FeatureView view;
  private final ProgressListener listener;

  private Backfill(OfflineStore store, FeatureView view, ProgressListener listener) {
    this.store = store;
    this.view = view;
    this.listener = listener;
  }

  /**
   * Creates a backfill.
   *
   * @param store where to
   * @param view the view to fill
   * @return the backfill
   */
  public static Backfill of(OfflineStore store, FeatureView view) {
    return new Backfill(store, view, ProgressListener.none());
  }

  /**
   * Returns a backfill that tells how far it has come.
   *
   * @param newListener hears after each partition
   * @return the backfill
   */
  public Backfill progress(ProgressListener newListener) {
    return new Backfill(store, view, newListener);
  }

  /**
   * Returns the batch id under which a partition is committed.
   *
   * @param view the view
   * @param partition id of the partition
   * @return SHA-256 of the view's version and the partition's id, 64 hexadecimal digits
   */
  public static String batchId(FeatureView view, String partition) {
    byte[] text = (view.version() + "\n" + partition).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(text, text.length));
  }

  /**
   * Computes and commits what is not in the store. A partition that fails does not keep the others
   * from being tried.
   *
   * @param partitions in the order in which to fill them, ids unique
   * @return what became of each
   */
  public BackfillReport run(List<Partition> partitions) {
    Set<String> ids = new HashSet<>();
    for (Partition partition : partitions) {
      Require.that(ids.add(partition.id()), "partition", partition.id(), "must be unique", "");
    }
    List<PartitionOutcome> outcomes = new ArrayList<>();
    for (Partition partition : partitions) {
      outcomes.add(fill(partition));
      listener.progress("backfill of view " + view.name(), outcomes.size(), partitions.size());
    }
    return new BackfillReport(outcomes);
  }

  private PartitionOutcome fill(Partition partition) {
    String batchId = batchId(view, partition.id());
    try {
      Optional<Commit> earlier = store.find(view, batchId);
      if (earlier.isPresent()) {
        return new PartitionOutcome.Skipped(partition.id(), earlier.get());
      }
      Partition.Computed computed = partition.computation().compute();
      return new PartitionOutcome.Done(
          partition.id(), store.commit(view, computed.batch(), computed.lineage(), batchId));
    } catch (IOException | RuntimeException e) {
      return new PartitionOutcome.Failed(partition.id(), e);
    }
  }
}
