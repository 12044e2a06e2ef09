package io.synkro.predict.features.offline;

import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.features.view.FeatureView;

/**
 * Which row of a view each row of a training set has been joined to. Immutable and safe for use by
 * many threads.
 */
public final class JoinedView {
  private final FeatureView view;
  private final ViewLineage lineage;
  private final long[] events;
  private final long[] known;
  private final byte[] statuses;

  /** Creates the view of so many rows, to be filled. */
  JoinedView(FeatureHistory history, int rows) {
    this.view = history.selection().view(); // and not the history, which is large
    this.lineage = history.lineage();
    this.events = new long[rows];
    this.known = new long[rows];
    this.statuses = new byte[rows];
  }

  /** Notes which row was found, as long as the training set is being made. */
  void set(int row, long event, long knownAt, byte status) {
    events[row] = event;
    known[row] = knownAt;
    statuses[row] = status;
  }

  /**
   * Returns which view.
   *
   * @return the view
   */
  public FeatureView view() {
    return view;
  }

  /**
   * Returns what was found for a row, before defaults.
   *
   * @param row position of the row
   * @return {@link FeatureStatus#FRESH}, {@link FeatureStatus#STALE}, {@link
   *     FeatureStatus#EXPIRED}, or {@link FeatureStatus#MISSING} if the view had no row
   */
  public FeatureStatus status(int row) {
    return StatusCode.status(statuses[row]);
  }

  /**
   * Returns what time the joined values are about.
   *
   * @param row position of the row
   * @return milliseconds since 1970-01-01T00:00Z; {@link Long#MIN_VALUE} if the view had no row
   */
  public long eventMillis(int row) {
    return events[row];
  }

  /**
   * Returns from when on the joined values were known.
   *
   * @param row position of the row
   * @return milliseconds since 1970-01-01T00:00Z; {@link Long#MIN_VALUE} if the view had no row
   */
  public long knownMillis(int row) {
    return known[row];
  }

  ViewLineage lineage() {
    return lineage;
  }
}
