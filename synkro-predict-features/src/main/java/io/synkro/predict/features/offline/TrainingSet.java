package io.synkro.predict.features.offline;

import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.internal.Lazy;
import io.synkro.predict.tabular.FeatureTable;
import java.util.List;

/**
 * Features joined to rows, with what each value is worth and where it comes from. Immutable and
 * safe for use by many threads.
 */
public final class TrainingSet {
  private final EntityRows rows;
  private final FeatureTable table;
  private final byte[][] statuses;
  private final List<JoinedView> views;
  private final Lazy<String> id = new Lazy<>(this::hash);

  TrainingSet(EntityRows rows, FeatureTable table, byte[][] statuses, List<JoinedView> views) {
    this.rows = rows;
    this.table = table;
    this.statuses = statuses;
    this.views = views;
  }

  /**
   * Returns the entities and times that the features were joined to.
   *
   * @return the rows that were given
   */
  public EntityRows rows() {
    return rows;
  }

  /**
   * Returns the features: one row for each row given, in the same order; one column for each
   * selected feature, view by view, named and defined as {@link FeatureSelection#jointSchema} says.
   *
   * @return the table; NaN where a value is missing or expired and has no default
   */
  public FeatureTable table() {
    return table;
  }

  /**
   * Returns what a value is worth.
   *
   * @param row position of the row
   * @param column position of the column
   * @return its status
   */
  public FeatureStatus status(int row, int column) {
    return StatusCode.status(statuses[column][row]);
  }

  /**
   * Returns which rows of the views were joined.
   *
   * @return one for each view, in the order of the columns
   */
  public List<JoinedView> views() {
    return views;
  }

  /**
   * Returns what the set was built from: the versions of the views, and the commits that were read.
   *
   * @return one for each view; a model's manifest may hold it
   */
  public List<ViewLineage> lineage() {
    return views.stream().map(JoinedView::lineage).toList();
  }

  /**
   * Returns a digest of the content: versions of the views, columns, keys, times, values and
   * statuses. It is the same for the same rows and features, on every machine and in whatever order
   * they were committed.
   *
   * @return SHA-256, 64 hexadecimal digits; computed when it is first asked for
   */
  public String id() {
    return id.get();
  }

  private String hash() {
    ContentHash hash = new ContentHash();
    hash.add(rows.entity().toString());
    hash.add(table.schema().version());
    for (JoinedView view : views) {
      hash.add(view.view().version());
    }
    for (int row = 0; row < rows.size(); row++) {
      hash.add(rows.key(row).joined());
      hash.add(rows.asOfMillis(row));
      hash.add(rows.knownByMillis(row));
      for (JoinedView view : views) {
        hash.add(view.eventMillis(row));
        hash.add(view.knownMillis(row));
        hash.add(StatusCode.of(view.status(row)));
      }
    }
    for (int c = 0; c < statuses.length; c++) {
      for (int row = 0; row < rows.size(); row++) {
        hash.add(Float.floatToIntBits(table.value(row, c)));
        hash.add(statuses[c][row]);
      }
    }
    return hash.end();
  }
}
