package io.synkro.predict.optimize.linear;

import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Collects columns and rows. Columns come first: a row names columns by the positions that {@link
 * #column} has returned. For use by one thread.
 */
public final class LinearModelBuilder {
  final String name;
  final List<String> columnNames = new ArrayList<>();
  final DoubleArray lower = new DoubleArray();
  final DoubleArray upper = new DoubleArray();
  final DoubleArray costs = new DoubleArray();
  final BitSet integers = new BitSet();
  final List<String> rowNames = new ArrayList<>();
  final DoubleArray rowLower = new DoubleArray();
  final DoubleArray rowUpper = new DoubleArray();
  double offset;

  private final IntArray starts = new IntArray();
  private final IntArray indices = new IntArray();
  private final DoubleArray values = new DoubleArray();

  LinearModelBuilder(String name) {
    LinearColumn.requireName("name of the model", name);
    this.name = name.isEmpty() ? "model" : name;
  }

  /**
   * Adds a column.
   *
   * @param column the variable
   * @return its position, from 0
   */
  public int column(LinearColumn column) {
    int position = columnNames.size();
    columnNames.add(column.name());
    lower.add(column.lower());
    upper.add(column.upper());
    costs.add(column.cost());
    integers.set(position, column.integer());
    return position;
  }

  /**
   * Sets the constant part of the objective.
   *
   * @param value finite
   * @return this builder
   */
  public LinearModelBuilder offset(double value) {
    LinearColumn.requireFinite("offset of the objective", value);
    offset = value;
    return this;
  }

  /**
   * Starts a row. It belongs to the model once its limits are given.
   *
   * @param rowName its name, without white space; empty for a name made of its position
   * @return a row without terms
   */
  public Row row(String rowName) {
    LinearColumn.requireName("name of a row", rowName);
    return new Row(rowName);
  }

  /**
   * Makes the model. Terms of one row and column are added up; those that add up to zero are left
   * out.
   *
   * @return the model
   */
  public LinearModel build() {
    int rows = rowNames.size();
    int[] newStarts = new int[rows + 1];
    IntArray newIndices = new IntArray();
    DoubleArray newValues = new DoubleArray();
    double[] sums = new double[columnNames.size()];
    int[] lastRow = new int[sums.length];
    Arrays.fill(lastRow, -1);
    for (int i = 0; i < rows; i++) {
      int end = i + 1 < rows ? starts.get(i + 1) : indices.size();
      for (int k = starts.get(i); k < end; k++) {
        int j = indices.get(k);
        sums[j] = values.get(k) + (lastRow[j] == i ? sums[j] : 0);
        lastRow[j] = i;
      }
      for (int k = starts.get(i); k < end; k++) {
        int j = indices.get(k);
        if (sums[j] != 0) {
          LinearColumn.requireFinite("coefficient of row " + rowNames.get(i), sums[j]);
          newIndices.add(j);
          newValues.add(sums[j]);
          sums[j] = 0; // counted once
        }
      }
      newStarts[i + 1] = newIndices.size();
    }
    SparseMatrix matrix =
        new SparseMatrix(sums.length, newStarts, newIndices.toArray(), newValues.toArray());
    return new LinearModel(this, matrix);
  }

  /** A row in the making. */
  public final class Row {
    private final String rowName;
    private final IntArray rowIndices = new IntArray();
    private final DoubleArray rowValues = new DoubleArray();

    private Row(String rowName) {
      this.rowName = rowName;
    }

    /**
     * Adds a term.
     *
     * @param column position of a column
     * @param coefficient finite
     * @return this row
     */
    public Row term(int column, double coefficient) {
      Require.index("column of row " + rowName, column, columnNames.size());
      LinearColumn.requireFinite("coefficient of row " + rowName, coefficient);
      rowIndices.add(column);
      rowValues.add(coefficient);
      return this;
    }

    /**
     * Adds the row with both limits.
     *
     * @param least lower limit, or negative infinity
     * @param most upper limit, not below the lower one, or infinity
     * @return position of the row, from 0
     */
    public int between(double least, double most) {
      LinearColumn.requireRange("row " + rowName, least, most);
      starts.add(indices.size());
      for (int k = 0; k < rowIndices.size(); k++) {
        indices.add(rowIndices.get(k));
      }
      values.addAll(rowValues.toArray());
      rowNames.add(rowName);
      rowLower.add(least);
      rowUpper.add(most);
      return rowNames.size() - 1;
    }

    /**
     * Adds the row with an upper limit.
     *
     * @param most upper limit
     * @return position of the row, from 0
     */
    public int atMost(double most) {
      return between(Double.NEGATIVE_INFINITY, most);
    }

    /**
     * Adds the row with a lower limit.
     *
     * @param least lower limit
     * @return position of the row, from 0
     */
    public int atLeast(double least) {
      return between(least, Double.POSITIVE_INFINITY);
    }

    /**
     * Adds the row as an equation.
     *
     * @param value what the terms must add up to
     * @return position of the row, from 0
     */
    public int equalTo(double value) {
      return between(value, value);
    }
  }
}
