package io.synkro.predict.optimize.linear;

/**
 * A matrix of which only the entries other than zero are stored, row after row. Immutable and
 * thread-safe. Entry {@code k} of the matrix, from {@code start(i)} to {@code end(i) - 1} for row
 * {@code i}, has a column {@code index(k)} and a {@code value(k)}.
 */
public final class SparseMatrix {
  private final int columns;
  private final int[] starts;
  private final int[] indices;
  private final double[] values;

  /** Takes the arrays as they are: {@code starts} has one entry more than there are rows. */
  SparseMatrix(int columns, int[] starts, int[] indices, double[] values) {
    this.columns = columns;
    this.starts = starts;
    this.indices = indices;
    this.values = values;
  }

  /**
   * Returns the number of rows.
   *
   * @return zero or more
   */
  public int rows() {
    return starts.length - 1;
  }

  /**
   * Returns the number of columns.
   *
   * @return zero or more
   */
  public int columns() {
    return columns;
  }

  /**
   * Returns how many entries are stored.
   *
   * @return zero or more
   */
  public int nonzeros() {
    return values.length;
  }

  /**
   * Returns the first entry of a row.
   *
   * @param row from 0
   * @return position among all entries
   */
  public int start(int row) {
    return starts[row];
  }

  /**
   * Returns where the entries of a row end.
   *
   * @param row from 0
   * @return position after the last entry
   */
  public int end(int row) {
    return starts[row + 1];
  }

  /**
   * Returns the column of an entry.
   *
   * @param entry position among all entries
   * @return column, from 0
   */
  public int index(int entry) {
    return indices[entry];
  }

  /**
   * Returns the value of an entry.
   *
   * @param entry position among all entries
   * @return finite and not zero
   */
  public double value(int entry) {
    return values[entry];
  }

  /**
   * Returns where each row starts.
   *
   * @return a copy, shape {@code [rows + 1]}
   */
  public int[] starts() {
    return starts.clone();
  }

  /**
   * Returns the columns of all entries.
   *
   * @return a copy, shape {@code [nonzeros]}
   */
  public int[] indices() {
    return indices.clone();
  }

  /**
   * Returns the values of all entries.
   *
   * @return a copy, shape {@code [nonzeros]}
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * Multiplies a row with a vector.
   *
   * @param row from 0
   * @param x shape {@code [columns]}
   * @return the sum of products
   */
  public double dot(int row, double[] x) {
    double sum = 0;
    for (int k = starts[row]; k < starts[row + 1]; k++) {
      sum += values[k] * x[indices[k]];
    }
    return sum;
  }

  /**
   * Returns the same matrix column after column.
   *
   * @return a matrix whose rows are this one's columns, each in the order of this one's rows
   */
  public SparseMatrix transposed() {
    int[] next = new int[columns + 1];
    for (int index : indices) {
      next[index + 1]++;
    }
    for (int j = 0; j < columns; j++) {
      next[j + 1] += next[j];
    }
    int[] newStarts = next.clone();
    int[] newIndices = new int[indices.length];
    double[] newValues = new double[values.length];
    for (int i = 0; i < rows(); i++) {
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        int at = next[indices[k]]++;
        newIndices[at] = i;
        newValues[at] = values[k];
      }
    }
    return new SparseMatrix(rows(), newStarts, newIndices, newValues);
  }
}
