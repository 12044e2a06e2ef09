package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.SparseMatrix;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Draws the conclusions of the rows for the bounds of columns, until nothing more follows. What it
 * finds is proven by the rows alone. Source: Savelsbergh (1994), "Preprocessing and probing
 * techniques for mixed integer programming problems", doi:10.1287/ijoc.6.4.445.
 */
final class Propagation {
  /** What points may be off a row and still be accepted; only beyond that a row contradicts. */
  private static final double FEASIBILITY = 1e-6;

  private static final double INTEGRALITY = 1e-6;

  /** What rounding can add to an implied bound, as a share of it. */
  private static final double ROUNDING = 1e-9;

  /** A bound of a real column has to move by this share to be worth another round. */
  private static final double WORTHWHILE = 1e-2;

  private final LinearModel model;
  private final SparseMatrix matrix;
  private final SparseMatrix byColumn;
  private final ArrayDeque<Integer> queue = new ArrayDeque<>();
  private final boolean[] queued;
  private double cutoff = Double.POSITIVE_INFINITY;
  private Box box;
  private boolean feasible = true;

  // of the row at hand: sums of the least and most that finite terms contribute, and how many
  // terms have no limit
  private double least;
  private double most;
  private int leastOpen;
  private int mostOpen;

  Propagation(LinearModel model) {
    this.model = model;
    this.matrix = model.matrix();
    this.byColumn = matrix.transposed();
    this.queued = new boolean[model.rows()];
    this.box = Box.of(model);
  }

  /** Only points below this objective matter from now on. */
  void cutoff(double objective) {
    cutoff = objective;
  }

  /** Tightens a box by all rows. Returns false if they contradict one another. */
  boolean all(Box tightened) {
    begin(tightened);
    if (tightened.isEmpty()) {
      return false;
    }
    for (int i = 0; i < model.rows(); i++) {
      enqueue(i);
    }
    return run();
  }

  /** Tightens a box by what follows from one column's bounds. */
  boolean from(Box tightened, int column) {
    begin(tightened);
    enqueueRowsOf(column);
    return run();
  }

  private void begin(Box tightened) {
    box = tightened;
    feasible = true;
    queue.clear();
    Arrays.fill(queued, false);
  }

  private boolean run() {
    int budget = 10 * model.rows() + 100; // bounds can creep towards a limit for ever
    byCosts();
    while (feasible && budget-- > 0 && !queue.isEmpty()) {
      int row = queue.poll();
      queued[row] = false;
      byRow(row);
    }
    return feasible;
  }

  private void enqueue(int row) {
    if (!queued[row]) {
      queued[row] = true;
      queue.add(row);
    }
  }

  private void enqueueRowsOf(int column) {
    for (int k = byColumn.start(column); k < byColumn.end(column); k++) {
      enqueue(byColumn.index(k));
    }
  }

  private void byCosts() {
    if (Double.isInfinite(cutoff)) {
      return;
    }
    startSums();
    for (int j = 0; j < model.columns(); j++) {
      addTerm(model.cost(j), j);
    }
    double limit = cutoff - model.offset();
    if (contradicts(Double.NEGATIVE_INFINITY, limit)) {
      feasible = false;
      return;
    }
    for (int j = 0; j < model.columns() && feasible; j++) {
      if (model.cost(j) != 0 && leastOpen <= 1) {
        byUpperLimit(model.cost(j), j, limit);
      }
    }
  }

  private void byRow(int row) {
    startSums();
    for (int k = matrix.start(row); k < matrix.end(row); k++) {
      addTerm(matrix.value(k), matrix.index(k));
    }
    double lower = model.rowLower(row);
    double upper = model.rowUpper(row);
    if (contradicts(lower, upper)) {
      feasible = false;
      return;
    }
    boolean upperMatters = upper < Double.POSITIVE_INFINITY && leastOpen <= 1;
    boolean lowerMatters = lower > Double.NEGATIVE_INFINITY && mostOpen <= 1;
    for (int k = matrix.start(row); k < matrix.end(row) && feasible; k++) {
      if (upperMatters) {
        byUpperLimit(matrix.value(k), matrix.index(k), upper);
      }
      if (lowerMatters && feasible) {
        byLowerLimit(matrix.value(k), matrix.index(k), lower);
      }
    }
  }

  private void startSums() {
    least = 0;
    most = 0;
    leastOpen = 0;
    mostOpen = 0;
  }

  private void addTerm(double coefficient, int column) {
    if (coefficient == 0) {
      return;
    }
    double low = coefficient * (coefficient > 0 ? box.lower[column] : box.upper[column]);
    double high = coefficient * (coefficient > 0 ? box.upper[column] : box.lower[column]);
    if (Double.isInfinite(low)) {
      leastOpen++;
    } else {
      least += low;
    }
    if (Double.isInfinite(high)) {
      mostOpen++;
    } else {
      most += high;
    }
  }

  private boolean contradicts(double lower, double upper) {
    return (leastOpen == 0 && least > upper + FEASIBILITY * Math.max(1, Math.abs(upper)))
        || (mostOpen == 0 && most < lower - FEASIBILITY * Math.max(1, Math.abs(lower)));
  }

  /** The sum of all other terms at their least leaves this much for the column. */
  private void byUpperLimit(double coefficient, int column, double limit) {
    double own = coefficient * (coefficient > 0 ? box.lower[column] : box.upper[column]);
    boolean open = Double.isInfinite(own);
    if (open || leastOpen == 0) {
      double room = limit - (open ? least : least - own);
      implied(column, coefficient > 0, room / coefficient);
    }
  }

  private void byLowerLimit(double coefficient, int column, double limit) {
    double own = coefficient * (coefficient > 0 ? box.upper[column] : box.lower[column]);
    boolean open = Double.isInfinite(own);
    if (open || mostOpen == 0) {
      double room = limit - (open ? most : most - own);
      implied(column, coefficient < 0, room / coefficient);
    }
  }

  private void implied(int column, boolean isUpper, double bound) {
    if (!(Math.abs(bound) <= 1e12)) { // what large numbers imply is mostly rounding
      return;
    }
    double lower = box.lower[column];
    double upper = box.upper[column];
    boolean integer = model.isInteger(column);
    double allowed = ROUNDING * Math.max(1, Math.abs(bound));
    double gain = isUpper ? upper - bound : bound - lower;
    boolean worthwhile =
        integer
            ? gain > INTEGRALITY
            : Double.isInfinite(gain)
                || gain > WORTHWHILE * Math.max(1e-3, Math.min(upper - lower, Math.abs(bound)));
    if (!worthwhile) {
      return;
    }
    double moved =
        integer
            ? (isUpper ? Math.floor(bound + INTEGRALITY) : Math.ceil(bound - INTEGRALITY))
            : (isUpper ? bound + allowed : bound - allowed);
    if (isUpper ? moved >= upper : moved <= lower) {
      return;
    }
    if (isUpper ? moved < lower : moved > upper) {
      double beyond = Math.abs(isUpper ? moved - lower : moved - upper);
      feasible = !integer && beyond <= FEASIBILITY * Math.max(1, Math.abs(bound));
      moved = isUpper ? lower : upper;
    }
    if (isUpper) {
      box.upper[column] = moved;
    } else {
      box.lower[column] = moved;
    }
    // the sums of the row at hand stay as they were: weaker, but valid
    enqueueRowsOf(column);
  }
}
