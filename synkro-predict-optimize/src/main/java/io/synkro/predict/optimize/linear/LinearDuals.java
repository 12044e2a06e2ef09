package io.synkro.predict.optimize.linear;

/**
 * Shadow prices of a linear program's optimum. Immutable.
 *
 * <p>The price of a row is by how much the objective rises for each unit that the row's binding
 * limit rises; that of a column, its reduced cost, is the same for its binding bound.
 */
public final class LinearDuals {
  private final double[] rows;
  private final double[] columns;

  /**
   * Holds prices.
   *
   * @param rows a price for each row, shape {@code [rows]}
   * @param columns a reduced cost for each column, shape {@code [columns]}
   */
  public LinearDuals(double[] rows, double[] columns) {
    this.rows = rows.clone();
    this.columns = columns.clone();
  }

  /**
   * Returns the price of a row.
   *
   * @param row from 0
   * @return change of the objective a unit
   */
  public double row(int row) {
    return rows[row];
  }

  /**
   * Returns the reduced cost of a column.
   *
   * @param column from 0
   * @return change of the objective a unit
   */
  public double column(int column) {
    return columns[column];
  }
}
