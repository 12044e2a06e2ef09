package io.synkro.predict.features.store;

import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.tabular.FeatureTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The batches of one view in a segment of the log, in the order in which they were written. */
final class ChangedRows {
  private static final int LONGEST_SOURCE = 256;

  private final FeatureView view;
  private final List<FeatureBatch> batches = new ArrayList<>();
  private final List<Lineage> lineages = new ArrayList<>();

  ChangedRows(FeatureView view) {
    this.view = view;
  }

  FeatureView view() {
    return view;
  }

  void add(FeatureBatch batch, Lineage lineage) {
    batches.add(batch);
    lineages.add(lineage);
  }

  /** Returns all rows as one batch: of equal keys and times the last one still comes last. */
  FeatureBatch batch() {
    if (batches.size() == 1) {
      return batches.get(0);
    }
    int rows = batches.stream().mapToInt(FeatureBatch::rows).reduce(0, Math::addExact);
    EntityKey[] keys = new EntityKey[rows];
    long[] events = new long[rows];
    long[] known = new long[rows];
    float[][] columns = new float[view.schema().size()][rows];
    int at = 0;
    for (FeatureBatch batch : batches) {
      for (int row = 0; row < batch.rows(); row++, at++) {
        keys[at] = batch.key(row);
        events[at] = batch.eventMillis(row);
        known[at] = batch.knownMillis(row);
        for (int c = 0; c < columns.length; c++) {
          columns[c][at] = batch.values().value(row, c);
        }
      }
    }
    return new FeatureBatch(keys, events, known, new FeatureTable(view.schema(), columns));
  }

  /**
   * Returns where the rows come from. Rows of several sources have no common range of rows, and of
   * very many sources only their number fits.
   */
  Lineage lineage() {
    Collection<String> sources = new TreeSet<>();
    Collection<String> versions = new TreeSet<>();
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Lineage each : lineages) {
      sources.add(each.source());
      versions.addAll(each.versions());
      from = Math.min(from, each.fromRow());
      to = Math.max(to, each.toRow());
    }
    String names = String.join(", ", sources);
    String source = names.length() <= LONGEST_SOURCE ? names : sources.size() + " sources";
    boolean single = sources.size() == 1;
    return new Lineage(source, single ? from : 0, single ? to : 0, List.copyOf(versions));
  }
}
