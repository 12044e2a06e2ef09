package io.synkro.predict.tabular;

import io.synkro.predict.internal.Require;

/**
 * Features in columns of floats; NaN is missing. The columns are not copied, since a training table
 * may fill most of the memory: whoever creates a table must not write to its columns afterwards.
 * Safe for use by many threads under that condition.
 */
public final class FeatureTable {
  private final FeatureSchema schema;
  private final float[][] columns;
  private final int rows;

  /**
   * Creates a table.
   *
   * @param schema the columns
   * @param columns values, shape {@code [schema.size()][rows]}; not copied
   */
  public FeatureTable(FeatureSchema schema, float[][] columns) {
    Require.that(
        columns.length == schema.size(),
        "columns.length",
        columns.length,
        "must be the number of features, " + schema.size(),
        "");
    this.schema = schema;
    this.columns = columns.clone();
    this.rows = columns[0].length;
    for (int c = 0; c < columns.length; c++) {
      Require.that(
          columns[c].length == rows,
          "length of column " + schema.features().get(c).name(),
          columns[c].length,
          "must be that of the first column, " + rows,
          "");
    }
  }

  /**
   * Returns the columns' names and kinds.
   *
   * @return the schema
   */
  public FeatureSchema schema() {
    return schema;
  }

  /**
   * Returns the number of rows.
   *
   * @return zero or more
   */
  public int rows() {
    return rows;
  }

  /**
   * Returns a value.
   *
   * @param row position of the row
   * @param column position of the column
   * @return the value, NaN where it is missing
   */
  public float value(int row, int column) {
    return columns[column][row];
  }

  /**
   * Copies a row.
   *
   * @param row position of the row
   * @param target receives the values, length at least {@code schema().size()}
   */
  public void copyRow(int row, float[] target) {
    for (int c = 0; c < columns.length; c++) {
      target[c] = columns[c][row];
    }
  }

  /**
   * Copies a part of a column.
   *
   * @param column position of the column
   * @param from first row
   * @param rows how many rows
   * @param target receives the values, length at least {@code rows}
   */
  public void copyColumn(int column, int from, int rows, float[] target) {
    System.arraycopy(columns[column], from, target, 0, rows);
  }
}
