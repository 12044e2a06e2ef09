package io.synkro.predict.features.offline;

import io.synkro.predict.features.offline.internal.Rows;
import io.synkro.predict.features.offline.internal.SortedRows;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that was ever known of some features of a view, sorted by key, event time and known-at time,
 * ready to be asked what was known when. In memory: about 21 bytes a row and 4 for each feature.
 * Immutable and safe for use by many threads.
 */
public final class FeatureHistory {
  /** About the longest array of Java. */
  private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

  private final FeatureSelection selection;
  private final SortedRows index;
  private final float[][] columns;
  private final ViewLineage lineage;

  FeatureHistory(
      FeatureSelection selection, Rows rows, TimeRange eventTimes, List<Integer> commits) {
    FeatureView view = selection.view();
    this.selection = selection;
    this.index = SortedRows.of(rows, eventTimes.first(), eventTimes.last());
    this.columns = rows.columns();
    this.lineage = new ViewLineage(view.name(), view.version(), commits);
  }

  /**
   * Takes rows that are in memory.
   *
   * @param selection features to take
   * @param batches rows of the view, in the order in which they would be committed; infinite values
   *     are refused as they are by {@link OfflineStore#commit}
   * @return the history
   * @throws io.synkro.predict.InvalidInputException if a value is infinite, or a key has not the
   *     parts of the view's entity
   * @throws io.synkro.predict.tabular.SchemaMismatchException if a batch has not the view's schema
   */
  public static FeatureHistory of(FeatureSelection selection, List<FeatureBatch> batches) {
    Rows rows = rows(selection, batches.stream().mapToLong(FeatureBatch::rows).sum());
    for (FeatureBatch batch : batches) {
      BatchCheck.values(selection.view(), batch);
      rows.add(batch, selection.columns());
    }
    FeatureHistory history = new FeatureHistory(selection, rows, TimeRange.ALL, List.of());
    BatchCheck.keys(selection.view(), history.index);
    return history;
  }

  /** Returns columns for so many rows. */
  static Rows rows(FeatureSelection selection, long count) {
    Require.that(
        count <= MOST_ROWS,
        "rows of view " + selection.view().name(),
        count,
        "must be at most " + MOST_ROWS,
        "read a range of event times");
    return new Rows((int) count, selection.features().size());
  }

  /**
   * Returns which features.
   *
   * @return view and names
   */
  public FeatureSelection selection() {
    return selection;
  }

  /**
   * Returns the number of rows.
   *
   * @return zero or more
   */
  public int rows() {
    return index.rows();
  }

  /**
   * Returns which commits were read.
   *
   * @return their numbers; none if the rows come from memory
   */
  public ViewLineage lineage() {
    return lineage;
  }

  /**
   * Returns all rows, with restated ones, in the order by key, event time, known-at time and
   * commit.
   *
   * @return the rows; their schema has the selected features
   */
  public FeatureBatch all() {
    return batch(IntStream.range(0, index.rows()).toArray());
  }

  /**
   * Returns the row of each entity that counts at a time: of those about that time or before it,
   * and known by then, the latest one. Rows that have expired are among them, since only their
   * reader knows what time it is.
   *
   * @param asOf the time
   * @return at most one row an entity, in the order of their keys
   */
  public FeatureBatch latest(Instant asOf) {
    long time = asOf.toEpochMilli();
    return batch(
        IntStream.range(0, index.keys())
            .map(key -> index.find(key, time, time))
            .filter(row -> row >= 0)
            .toArray());
  }

  /**
   * Returns the rows that an online store needs from a time on: {@link #latest} and all rows about
   * later times or known later, such as plans.
   *
   * @param from the time
   * @return rows in the order by key, event time, known-at time and commit
   */
  public FeatureBatch servableFrom(Instant from) {
    long time = from.toEpochMilli();
    IntStream.Builder positions = IntStream.builder();
    for (int key = 0; key < index.keys(); key++) {
      int current = index.find(key, time, time);
      for (int row = index.start(key); row < index.start(key + 1); row++) {
        if (row == current || Math.max(index.event(row), index.known(row)) > time) {
          positions.add(row);
        }
      }
    }
    return batch(positions.build().toArray());
  }

  private FeatureBatch batch(int[] positions) {
    EntityKey[] keys = new EntityKey[positions.length];
    long[] events = new long[positions.length];
    long[] known = new long[positions.length];
    float[][] values = new float[columns.length][positions.length];
    int code = 0;
    for (int r = 0; r < positions.length; r++) {
      int position = positions[r];
      while (position >= index.start(code + 1)) {
        code++;
      }
      boolean same = r > 0 && positions[r - 1] >= index.start(code);
      keys[r] = same ? keys[r - 1] : EntityKey.ofJoined(index.key(code));
      events[r] = index.event(position);
      known[r] = index.known(position);
      for (int c = 0; c < values.length; c++) {
        values[c][r] = value(position, c);
      }
    }
    List<Feature> all = selection.view().schema().features();
    FeatureSchema schema =
        new FeatureSchema(Arrays.stream(selection.columns()).mapToObj(all::get).toList());
    return new FeatureBatch(keys, events, known, new FeatureTable(schema, values));
  }

  SortedRows index() {
    return index;
  }

  float value(int position, int column) {
    return columns[column][index.order(position)];
  }
}
