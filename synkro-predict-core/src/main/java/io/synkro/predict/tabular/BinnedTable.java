package io.synkro.predict.tabular;

import io.synkro.predict.internal.Require;

/**
 * Features in bins of one byte each: a quarter of the memory of a {@link FeatureTable}. The columns
 * are not copied: whoever creates a table must not write to them afterwards. Safe for use by many
 * threads under that condition.
 */
public final class BinnedTable {
  private final FeatureBins bins;
  private final byte[][] columns;
  private final int rows;

  /**
   * Creates a table.
   *
   * @param bins what the codes mean
   * @param columns unsigned codes, shape {@code [bins.schema().size()][rows]}; not copied
   */
  public BinnedTable(FeatureBins bins, byte[][] columns) {
    Require.that(
        columns.length == bins.schema().size(),
        "columns.length",
        columns.length,
        "must be the number of features, " + bins.schema().size(),
        "");
    this.bins = bins;
    this.columns = columns.clone();
    this.rows = columns[0].length;
    for (byte[] column : columns) {
      Require.that(
          column.length == rows,
          "length of a column",
          column.length,
          "must be that of the first one, " + rows,
          "");
    }
  }

  /**
   * Returns what the codes mean.
   *
   * @return the bins
   */
  public FeatureBins bins() {
    return bins;
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
   * Returns a code.
   *
   * @param row position of the row
   * @param column position of the column
   * @return the bin, or {@link FeatureBins#MISSING}
   */
  public int code(int row, int column) {
    return columns[column][row] & 0xff;
  }
}
