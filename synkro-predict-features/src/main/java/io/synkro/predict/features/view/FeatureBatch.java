package io.synkro.predict.features.view;

import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.FeatureTable;
import java.time.Instant;

/**
 * Rows of a view: for each an entity, the time that the values are about (event time) and the time
 * from which they were known. A late or restated value is a row with the old event time and a new
 * known-at time; nothing is ever overwritten. The arrays are not copied, since a backfill may fill
 * most of the memory: they must not be written to afterwards. Safe for use by many threads under
 * that condition.
 */
public final class FeatureBatch {
  private final EntityKey[] keys;
  private final long[] eventTimes;
  private final long[] knownTimes;
  private final FeatureTable values;

  /**
   * Creates a batch.
   *
   * @param keys one key a row
   * @param eventTimes what time the values are about, milliseconds since 1970-01-01T00:00Z, one a
   *     row
   * @param knownTimes from when on they were known, same unit, one a row. An event time after its
   *     known-at time is a plan.
   * @param values one row of features for each key; NaN is missing
   */
  public FeatureBatch(EntityKey[] keys, long[] eventTimes, long[] knownTimes, FeatureTable values) {
    Require.that(
        keys.length == values.rows()
            && eventTimes.length == values.rows()
            && knownTimes.length == values.rows(),
        "lengths of keys, eventTimes and knownTimes",
        "%d, %d, %d".formatted(keys.length, eventTimes.length, knownTimes.length),
        "must be the number of rows, " + values.rows(),
        "");
    this.keys = keys;
    this.eventTimes = eventTimes;
    this.knownTimes = knownTimes;
    this.values = values;
  }

  /**
   * Returns the number of rows.
   *
   * @return zero or more
   */
  public int rows() {
    return keys.length;
  }

  /**
   * Returns which entity a row is about.
   *
   * @param row position of the row
   * @return its key
   */
  public EntityKey key(int row) {
    return keys[row];
  }

  /**
   * Returns what time a row is about.
   *
   * @param row position of the row
   * @return milliseconds since 1970-01-01T00:00Z
   */
  public long eventMillis(int row) {
    return eventTimes[row];
  }

  /**
   * Returns what time a row is about.
   *
   * @param row position of the row
   * @return the event time
   */
  public Instant eventTime(int row) {
    return Instant.ofEpochMilli(eventTimes[row]);
  }

  /**
   * Returns from when on a row was known.
   *
   * @param row position of the row
   * @return milliseconds since 1970-01-01T00:00Z
   */
  public long knownMillis(int row) {
    return knownTimes[row];
  }

  /**
   * Returns from when on a row was known.
   *
   * @param row position of the row
   * @return the known-at time
   */
  public Instant knownTime(int row) {
    return Instant.ofEpochMilli(knownTimes[row]);
  }

  /**
   * Returns the features.
   *
   * @return a table with one row for each key
   */
  public FeatureTable values() {
    return values;
  }

  /**
   * Returns some of the rows.
   *
   * @param rows positions of the rows to keep, in the order to keep them
   * @return the smaller batch
   */
  public FeatureBatch select(int... rows) {
    EntityKey[] someKeys = new EntityKey[rows.length];
    long[] someEvents = new long[rows.length];
    long[] someKnown = new long[rows.length];
    float[][] columns = new float[values.schema().size()][rows.length];
    for (int r = 0; r < rows.length; r++) {
      int row = Require.index("row", rows[r], keys.length);
      someKeys[r] = keys[row];
      someEvents[r] = eventTimes[row];
      someKnown[r] = knownTimes[row];
      for (int c = 0; c < columns.length; c++) {
        columns[c][r] = values.value(row, c);
      }
    }
    return new FeatureBatch(
        someKeys, someEvents, someKnown, new FeatureTable(values.schema(), columns));
  }
}
