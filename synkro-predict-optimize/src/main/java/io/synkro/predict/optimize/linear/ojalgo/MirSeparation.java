package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches cuts that a program's solution breaks: starts at each row, and adds others that remove
 * columns which are far from their bounds, such as the stock that links two periods.
 */
final class MirSeparation {
  private static final int MOST_ROWS = 6;
  private static final double FAR = 1e-6;

  private final LinearModel model;
  private final SparseMatrix matrix;
  private final SparseMatrix byColumn;
  private final Box box;
  private final VariableBounds bounds;
  private final Aggregation sum;

  MirSeparation(LinearModel model, Box box) {
    this.model = model;
    this.matrix = model.matrix();
    this.byColumn = matrix.transposed();
    this.box = box;
    this.bounds = new VariableBounds(model, box);
    this.sum = new Aggregation(model);
  }

  List<Cut> cuts(double[] x, Watch watch) {
    List<Cut> cuts = new ArrayList<>();
    MirCut maker = new MirCut(model, box, bounds, x);
    for (int i = 0; i < model.rows() && !watch.stopped(); i++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        if (Double.isFinite(sign > 0 ? model.rowUpper(i) : model.rowLower(i))) {
          Cut cut = from(i, sign, maker, x);
          if (cut != null) {
            cuts.add(cut);
          }
        }
      }
    }
    return cuts;
  }

  private @Nullable Cut from(int row, int sign, MirCut maker, double[] x) {
    sum.start(row, sign);
    for (int rows = 1; ; rows++) {
      Cut cut = maker.of(sum);
      if (cut != null || rows == MOST_ROWS || !extend(x)) {
        return cut;
      }
    }
  }

  /** Adds a row that removes the real column which is farthest from its bounds. */
  private boolean extend(double[] x) {
    int farthest = -1;
    int chosen = -1;
    double most = FAR;
    for (int j = 0; j < x.length; j++) {
      if (sum.values[j] != 0 && !model.isInteger(j)) {
        double below = x[j] - bounds.closest(false, j, x).at(x);
        double above = bounds.closest(true, j, x).at(x) - x[j];
        double distance = Math.min(below, above);
        int row = distance > most ? tightRow(j, x) : -1;
        if (row >= 0) {
          most = distance;
          farthest = j;
          chosen = row;
        }
      }
    }
    if (chosen < 0) {
      return false;
    }
    double value = matrix.dot(chosen, x);
    boolean upper = model.rowUpper(chosen) - value <= value - model.rowLower(chosen);
    sum.eliminate(farthest, chosen, upper ? 1 : -1);
    return true;
  }

  /** The shortest unused row of a column that leaves nothing over; -1 if there is none. */
  private int tightRow(int column, double[] x) {
    int best = -1;
    for (int k = byColumn.start(column); k < byColumn.end(column); k++) {
      int row = byColumn.index(k);
      int length = matrix.end(row) - matrix.start(row);
      if (sum.isUsed(row) || (best >= 0 && length >= matrix.end(best) - matrix.start(best))) {
        continue;
      }
      double value = matrix.dot(row, x);
      double left = Math.min(model.rowUpper(row) - value, value - model.rowLower(row));
      if (left <= FAR * Math.max(1, Math.abs(value)) && !bounds.isBound(row)) {
        best = row;
      }
    }
    return best;
  }
}
