package io.synkro.predict.features.offline.internal;

import io.synkro.predict.features.view.FeatureBatch;

/**
 * Columns of the rows of a view in the order in which they were committed, to be filled from the
 * first row on. Not safe for use by many threads while it is filled.
 */
public final class Rows {
  private final KeyDictionary dictionary = new KeyDictionary();
  private final int[] codes;
  private final long[] events;
  private final long[] known;
  private final float[][] columns;
  private int filled;

  /**
   * Creates empty columns.
   *
   * @param rows how many rows will come
   * @param columns how many features each has
   */
  public Rows(int rows, int columns) {
    codes = new int[rows];
    events = new long[rows];
    known = new long[rows];
    this.columns = new float[columns][rows];
  }

  /**
   * Appends a batch.
   *
   * @param batch its rows
   * @param positions which of its features to take, in which order
   */
  public void add(FeatureBatch batch, int[] positions) {
    dictionary.addAll(batch.rows(), batch::key, codes, filled);
    for (int row = 0; row < batch.rows(); row++) {
      events[filled + row] = batch.eventMillis(row);
      known[filled + row] = batch.knownMillis(row);
    }
    for (int c = 0; c < positions.length; c++) {
      for (int row = 0; row < batch.rows(); row++) {
        columns[c][filled + row] = batch.values().value(row, positions[c]);
      }
    }
    filled += batch.rows();
  }

  /**
   * Appends keys of rows that are sorted by key; whoever calls this fills the other columns from
   * {@link #filled()} on first.
   *
   * @param keys joined keys
   * @param starts where the rows of each key begin, and the number of rows
   */
  public void addSorted(String[] keys, int[] starts) {
    for (int key = 0; key < keys.length; key++) {
      int code = dictionary.add(keys[key]);
      for (int row = starts[key]; row < starts[key + 1]; row++) {
        codes[filled + row] = code;
      }
    }
    filled += starts[keys.length];
  }

  /**
   * Returns how many rows have been appended.
   *
   * @return the count
   */
  public int filled() {
    return filled;
  }

  /**
   * Returns the event times.
   *
   * @return milliseconds since 1970, one a row; not a copy
   */
  public long[] events() {
    return events;
  }

  /**
   * Returns the known-at times.
   *
   * @return milliseconds since 1970, one a row; not a copy
   */
  public long[] known() {
    return known;
  }

  /**
   * Returns a column of features.
   *
   * @param column its position
   * @return one value a row; not a copy
   */
  public float[] column(int column) {
    return columns[column];
  }

  /**
   * Returns all columns of features.
   *
   * @return shape {@code [columns][rows]}; the columns are not copied
   */
  public float[][] columns() {
    return columns.clone();
  }

  KeyDictionary dictionary() {
    return dictionary;
  }

  int[] codes() {
    return codes;
  }
}
