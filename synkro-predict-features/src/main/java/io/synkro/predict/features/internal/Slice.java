package io.synkro.predict.features.internal;

import java.util.Arrays;

/** The part of a column that belongs to one series. Not safe for use by many threads. */
public final class Slice {
  private float[] values = new float[0];
  private int at;
  private int rows;

  /** Creates a slice of nothing, to be placed. */
  public Slice() {}

  /**
   * Places the slice.
   *
   * @param column the column
   * @param first row of the column that is the first of the slice
   * @param count how many rows the slice has
   * @return this
   */
  public Slice place(float[] column, int first, int count) {
    values = column;
    at = first;
    rows = count;
    return this;
  }

  /**
   * Returns the column.
   *
   * @return the array, not a copy
   */
  public float[] values() {
    return values;
  }

  /**
   * Returns where the slice begins.
   *
   * @return a row of the column
   */
  public int at() {
    return at;
  }

  /**
   * Returns how many rows the slice has.
   *
   * @return zero or more
   */
  public int rows() {
    return rows;
  }

  /**
   * Sets a value.
   *
   * @param row row of the slice
   * @param value the value
   */
  public void set(int row, float value) {
    values[at + row] = value;
  }

  /**
   * Sets the first rows to one value.
   *
   * @param count how many rows, if there are as many
   * @param value the value
   * @return how many rows were set
   */
  public int fillFirst(int count, float value) {
    int set = Math.min(count, rows);
    Arrays.fill(values, at, at + set, value);
    return set;
  }
}
