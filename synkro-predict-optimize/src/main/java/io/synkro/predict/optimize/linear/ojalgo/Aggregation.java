package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sum of multiples of rows, as an equation: what the row's limit leaves over is a slack of its
 * own, zero or more.
 */
final class Aggregation {
  private static final double ZERO = 1e-11;

  /** Slack of a row, {@code sign * (limit - row · x)}, with its factor in the sum. */
  record Slack(int row, int sign, double limit, double factor) {}

  private final LinearModel model;
  private final SparseMatrix matrix;
  final double[] values;
  final List<Slack> slacks = new ArrayList<>();
  private final boolean[] used;
  private final List<Integer> rows = new ArrayList<>();
  double limit;

  Aggregation(LinearModel model) {
    this.model = model;
    this.matrix = model.matrix();
    this.values = new double[model.columns()];
    this.used = new boolean[model.rows()];
  }

  /** Starts anew with a row at its upper (sign 1) or lower (sign -1) limit. */
  void start(int row, int sign) {
    Arrays.fill(values, 0);
    slacks.clear();
    rows.forEach(i -> used[i] = false);
    rows.clear();
    limit = 0;
    add(row, sign, sign);
  }

  boolean isUsed(int row) {
    return used[row];
  }

  /** Adds a multiple of a row at its upper or lower limit. */
  void add(int row, int sign, double factor) {
    double rowLimit = sign > 0 ? model.rowUpper(row) : model.rowLower(row);
    for (int k = matrix.start(row); k < matrix.end(row); k++) {
      double value = values[matrix.index(k)] + factor * matrix.value(k);
      values[matrix.index(k)] = Math.abs(value) < ZERO ? 0 : value;
    }
    limit += factor * rowLimit;
    if (model.rowLower(row) != model.rowUpper(row)) {
      // row · x + sign * slack = limit
      slacks.add(new Slack(row, sign, rowLimit, factor * sign));
    }
    used[row] = true;
    rows.add(row);
  }

  /** Removes a column by a multiple of another row. */
  void eliminate(int column, int row, int sign) {
    double own = 0;
    for (int k = matrix.start(row); k < matrix.end(row); k++) {
      own = matrix.index(k) == column ? matrix.value(k) : own;
    }
    add(row, sign, -values[column] / own);
    values[column] = 0;
  }
}
