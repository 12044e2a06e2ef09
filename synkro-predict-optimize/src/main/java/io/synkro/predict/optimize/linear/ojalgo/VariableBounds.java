package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.SparseMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Bounds of columns that hang on one that is 0 or 1, such as "at most 500 if open": rows of two
 * terms. And the plain bounds, as the case of no such column.
 */
final class VariableBounds {
  /** A bound {@code constant + slope * x[integer]}; {@code integer} is -1 for plain ones. */
  record Bound(double constant, int integer, double slope) {
    double at(double[] x) {
      return integer < 0 ? constant : constant + slope * x[integer];
    }
  }

  private final List<List<Bound>> lower = new ArrayList<>();
  private final List<List<Bound>> upper = new ArrayList<>();
  private final boolean[] rows;
  private final boolean[] hanging;

  VariableBounds(LinearModel model, Box box) {
    rows = new boolean[model.rows()];
    hanging = new boolean[model.columns()];
    for (int j = 0; j < model.columns(); j++) {
      lower.add(new ArrayList<>(1));
      upper.add(new ArrayList<>(1));
      if (Double.isFinite(box.lower[j])) {
        lower.get(j).add(new Bound(box.lower[j], -1, 0));
      }
      if (Double.isFinite(box.upper[j])) {
        upper.get(j).add(new Bound(box.upper[j], -1, 0));
      }
    }
    SparseMatrix matrix = model.matrix();
    for (int i = 0; i < model.rows(); i++) {
      int first = matrix.start(i);
      if (matrix.end(i) - first == 2) {
        int real = isSwitch(model, box, matrix.index(first)) ? first + 1 : first;
        int whole = 2 * first + 1 - real;
        if (isSwitch(model, box, matrix.index(whole))
            && !isSwitch(model, box, matrix.index(real))) {
          rows[i] = true;
          add(matrix, real, whole, model.rowUpper(i), true);
          add(matrix, real, whole, model.rowLower(i), false);
        }
      }
    }
  }

  /** Whether a column is one that others hang on: 0 or 1. */
  private static boolean isSwitch(LinearModel model, Box box, int column) {
    return model.isInteger(column) && box.upper[column] - box.lower[column] <= 1;
  }

  /** Whether a column has a bound that hangs on another one. */
  boolean hangs(int column) {
    return hanging[column];
  }

  private void add(SparseMatrix matrix, int real, int whole, double limit, boolean atMost) {
    if (Double.isFinite(limit)) {
      double own = matrix.value(real);
      Bound bound = new Bound(limit / own, matrix.index(whole), -matrix.value(whole) / own);
      hanging[matrix.index(real)] = true;
      (atMost == own > 0 ? upper : lower).get(matrix.index(real)).add(bound);
    }
  }

  /** Whether a row is a bound that hangs on an integer column. */
  boolean isBound(int row) {
    return rows[row];
  }

  /** The bound of a column that is closest to a point; of equal ones a variable one. */
  Bound closest(boolean isUpper, int column, double[] x) {
    Bound best = isUpper ? NO_UPPER : NO_LOWER;
    for (Bound bound : (isUpper ? upper : lower).get(column)) {
      double gain = isUpper ? best.at(x) - bound.at(x) : bound.at(x) - best.at(x);
      if (gain > 1e-9 || (gain > -1e-9 && bound.integer() >= 0)) {
        best = bound;
      }
    }
    return best;
  }

  private static final Bound NO_LOWER = new Bound(Double.NEGATIVE_INFINITY, -1, 0);
  private static final Bound NO_UPPER = new Bound(Double.POSITIVE_INFINITY, -1, 0);
}
