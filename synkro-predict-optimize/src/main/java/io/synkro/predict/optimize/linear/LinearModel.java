package io.synkro.predict.optimize.linear;

import java.util.Locale;

/**
 * A mixed-integer linear model: minimise {@code costs · x + offset} such that every row keeps
 * {@code rowLower <= A x <= rowUpper}, every column {@code lower <= x <= upper}, and integer
 * columns take whole numbers. To maximise, negate costs and offset. Immutable and thread-safe; made
 * by {@link #builder(String)} or read by {@link MpsReader}.
 */
public final class LinearModel {
  private final String name;
  private final double offset;
  private final String[] columnNames;
  private final double[] lower;
  private final double[] upper;
  private final double[] costs;
  private final boolean[] integers;
  private final String[] rowNames;
  private final double[] rowLower;
  private final double[] rowUpper;
  private final SparseMatrix matrix;

  LinearModel(LinearModelBuilder builder, SparseMatrix matrix) {
    this.name = builder.name;
    this.offset = builder.offset;
    this.columnNames = builder.columnNames.toArray(String[]::new);
    this.lower = builder.lower.toArray();
    this.upper = builder.upper.toArray();
    this.costs = builder.costs.toArray();
    this.integers = new boolean[costs.length];
    for (int j = 0; j < costs.length; j++) {
      integers[j] = builder.integers.get(j);
    }
    this.rowNames = builder.rowNames.toArray(String[]::new);
    this.rowLower = builder.rowLower.toArray();
    this.rowUpper = builder.rowUpper.toArray();
    this.matrix = matrix;
  }

  private LinearModel(LinearModel other, double offset, double[] costs) {
    this.name = other.name;
    this.offset = offset;
    this.columnNames = other.columnNames;
    this.lower = other.lower;
    this.upper = other.upper;
    this.costs = costs;
    this.integers = other.integers;
    this.rowNames = other.rowNames;
    this.rowLower = other.rowLower;
    this.rowUpper = other.rowUpper;
    this.matrix = other.matrix;
  }

  /**
   * Starts a model.
   *
   * @param name name of the model, without white space
   * @return an empty builder
   */
  public static LinearModelBuilder builder(String name) {
    return new LinearModelBuilder(name);
  }

  /**
   * Returns the name of the model.
   *
   * @return without white space
   */
  public String name() {
    return name;
  }

  /**
   * Returns the constant part of the objective.
   *
   * @return finite
   */
  public double offset() {
    return offset;
  }

  /**
   * Returns the number of columns.
   *
   * @return zero or more
   */
  public int columns() {
    return costs.length;
  }

  /**
   * Returns the number of rows.
   *
   * @return zero or more
   */
  public int rows() {
    return rowLower.length;
  }

  /**
   * Returns the coefficients of the rows.
   *
   * @return shape {@code [rows][columns]}
   */
  public SparseMatrix matrix() {
    return matrix;
  }

  /**
   * Returns the name of a column.
   *
   * @param column from 0
   * @return its name, or one made of its position such as {@code x17}
   */
  public String columnName(int column) {
    return columnNames[column].isEmpty() ? "x" + column : columnNames[column];
  }

  /**
   * Returns the name of a row.
   *
   * @param row from 0
   * @return its name, or one made of its position such as {@code r17}
   */
  public String rowName(int row) {
    return rowNames[row].isEmpty() ? "r" + row : rowNames[row];
  }

  /**
   * Returns the lower bound of a column.
   *
   * @param column from 0
   * @return finite or negative infinity
   */
  public double lower(int column) {
    return lower[column];
  }

  /**
   * Returns the upper bound of a column.
   *
   * @param column from 0
   * @return finite or infinity, not below the lower bound
   */
  public double upper(int column) {
    return upper[column];
  }

  /**
   * Returns the objective coefficient of a column.
   *
   * @param column from 0
   * @return finite
   */
  public double cost(int column) {
    return costs[column];
  }

  /**
   * Returns whether a column takes whole numbers only.
   *
   * @param column from 0
   * @return true for integer columns
   */
  public boolean isInteger(int column) {
    return integers[column];
  }

  /**
   * Returns the lower limit of a row.
   *
   * @param row from 0
   * @return finite or negative infinity
   */
  public double rowLower(int row) {
    return rowLower[row];
  }

  /**
   * Returns the upper limit of a row.
   *
   * @param row from 0
   * @return finite or infinity, not below the lower limit
   */
  public double rowUpper(int row) {
    return rowUpper[row];
  }

  /**
   * Returns how many columns are integer.
   *
   * @return zero for a linear program
   */
  public int integerColumns() {
    int count = 0;
    for (boolean integer : integers) {
      count += integer ? 1 : 0;
    }
    return count;
  }

  /**
   * Returns the lower bounds of all columns.
   *
   * @return a copy, shape {@code [columns]}
   */
  public double[] lowers() {
    return lower.clone();
  }

  /**
   * Returns the upper bounds of all columns.
   *
   * @return a copy, shape {@code [columns]}
   */
  public double[] uppers() {
    return upper.clone();
  }

  /**
   * Returns the objective coefficients of all columns.
   *
   * @return a copy, shape {@code [columns]}
   */
  public double[] costs() {
    return costs.clone();
  }

  /**
   * Returns the lower limits of all rows.
   *
   * @return a copy, shape {@code [rows]}
   */
  public double[] rowLowers() {
    return rowLower.clone();
  }

  /**
   * Returns the upper limits of all rows.
   *
   * @return a copy, shape {@code [rows]}
   */
  public double[] rowUppers() {
    return rowUpper.clone();
  }

  /**
   * Returns the same model with nothing to minimise, which asks only whether there is a point.
   *
   * @return a model whose costs and offset are zero
   */
  public LinearModel withoutObjective() {
    return new LinearModel(this, 0, new double[costs.length]);
  }

  /**
   * Returns a builder that has all of this model already, so that columns and rows can be added.
   *
   * @return a builder of its own
   */
  public LinearModelBuilder toBuilder() {
    LinearModelBuilder builder = new LinearModelBuilder(name).offset(offset);
    for (int j = 0; j < columns(); j++) {
      builder.column(new LinearColumn(columnNames[j], lower[j], upper[j], costs[j], integers[j]));
    }
    for (int i = 0; i < rows(); i++) {
      LinearModelBuilder.Row row = builder.row(rowNames[i]);
      for (int k = matrix.start(i); k < matrix.end(i); k++) {
        row.term(matrix.index(k), matrix.value(k));
      }
      row.between(rowLower[i], rowUpper[i]);
    }
    return builder;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d columns (%d integer), %d rows, %d coefficients",
        name,
        columns(),
        integerColumns(),
        rows(),
        matrix.nonzeros());
  }
}
