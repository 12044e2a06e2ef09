package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.SparseMatrix;
import java.util.Arrays;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Mutate1D;

/**
 * The linear program of a model without its integers, solved by ojAlgo's dual simplex on a dense
 * tableau (faster than its sparse one on all models of a thousand rows that were tried). Solved
 * again and again with other bounds of columns; used by one thread. ojAlgo looks at {@code
 * time_abort} and at the thread's interrupt in every iteration of the simplex, and its clock starts
 * anew with each program, so the time that is left is set anew too.
 */
final class Relaxation {
  /** What became of one program. Only the numbers count; callers verify them. */
  enum State {
    OPTIMAL,
    INFEASIBLE,
    UNBOUNDED,
    FAILED
  }

  /** The tableau is never computed afresh, and errors add up. */
  private static final int MOST_WARM_STARTS = 200;

  private final LinearModel model;
  private final Optimisation.Options options = new Optimisation.Options();
  private final int[] upperRow;
  private final int[] lowerRow;
  private LinearSolver solver;
  private final Box current;
  private int solved;
  private double[] x = new double[0];
  private double[] y = new double[0];

  Relaxation(LinearModel model) {
    this.model = model;
    this.upperRow = new int[model.rows()];
    this.lowerRow = new int[model.rows()];
    this.current = Box.of(model);
    options.sparse = Boolean.FALSE;
    options.linear(new LinearSolver.Configuration().dual());
    solver = build();
  }

  /** Size of the tableau in numbers. */
  static long cells(LinearModel model) {
    long rows = 0;
    for (int i = 0; i < model.rows(); i++) {
      rows += Double.isFinite(model.rowLower(i)) ? 1 : 0;
      rows += Double.isFinite(model.rowUpper(i)) ? 1 : 0;
      rows -= model.rowLower(i) == model.rowUpper(i) ? 1 : 0;
    }
    return rows * (model.columns() + rows);
  }

  /** Forgets everything but the model: the next program starts cold. */
  void restart() {
    solver = build();
    solved = 0;
  }

  private LinearSolver build() {
    LinearSolver.Builder builder = LinearSolver.newBuilder(model.costs());
    builder.lower(current.lower);
    builder.upper(current.upper);
    int inequalities = 0;
    for (int i = 0; i < model.rows(); i++) {
      upperRow[i] = -1;
      lowerRow[i] = -1;
      if (model.rowLower(i) != model.rowUpper(i)) {
        if (Double.isFinite(model.rowUpper(i))) {
          fill(builder.inequality(model.rowUpper(i)), i, 1);
          upperRow[i] = inequalities++;
        }
        if (Double.isFinite(model.rowLower(i))) {
          fill(builder.inequality(-model.rowLower(i)), i, -1);
          lowerRow[i] = inequalities++;
        }
      }
    }
    int equalities = inequalities; // their prices come after those of all inequalities
    for (int i = 0; i < model.rows(); i++) {
      if (model.rowLower(i) == model.rowUpper(i)) {
        fill(builder.equality(model.rowUpper(i)), i, 1);
        upperRow[i] = equalities++;
      }
    }
    return builder.build(options);
  }

  private void fill(Mutate1D row, int i, int sign) {
    SparseMatrix matrix = model.matrix();
    for (int k = matrix.start(i); k < matrix.end(i); k++) {
      row.set(matrix.index(k), sign * matrix.value(k));
    }
  }

  /** Solves the program within a box. */
  State solve(Box box, long millis) {
    if (model.rows() == 0) {
      return withoutRows(box);
    }
    if (!moveTo(box) || solved >= MOST_WARM_STARTS) {
      restart();
    }
    State state = solve(millis);
    if (state != State.FAILED && !isFinite()) {
      restart(); // a NaN in the tableau would stay
      state = solve(millis);
      return isFinite() ? state : State.FAILED;
    }
    return state;
  }

  /** Hands the box over. False if a tableau that was solved cannot take it. */
  private boolean moveTo(Box box) {
    boolean possible = true;
    for (int j = 0; j < model.columns(); j++) {
      double lower = box.lower[j];
      double upper = box.upper[j];
      if (current.lower[j] != lower || current.upper[j] != upper) {
        // a column that rests at no bound would not move to one, and infinite shifts make NaNs
        possible &= Double.isFinite(lower) == Double.isFinite(current.lower[j]);
        possible &= Double.isFinite(upper) == Double.isFinite(current.upper[j]);
        current.lower[j] = lower;
        current.upper[j] = upper;
        if (possible) {
          solver.updateRange(j, lower, upper);
        }
      }
    }
    return possible;
  }

  private State solve(long millis) {
    options.time_abort = millis;
    solved++;
    Optimisation.Result result;
    try {
      result = solver.solve();
    } catch (RuntimeException e) { // it throws on some degenerate tableaus
      restart();
      return State.FAILED;
    }
    State state = state(result.getState());
    if (state == State.OPTIMAL || state == State.INFEASIBLE) {
      read(result);
    }
    return state;
  }

  private boolean isFinite() {
    return Arrays.stream(x).allMatch(Double::isFinite)
        && Arrays.stream(y).allMatch(Double::isFinite);
  }

  private State withoutRows(Box box) {
    x = new double[model.columns()];
    for (int j = 0; j < x.length; j++) {
      double cost = model.cost(j);
      x[j] = cost == 0 ? box.clamp(j, 0) : cost > 0 ? box.lower[j] : box.upper[j];
      if (Double.isInfinite(x[j])) {
        return State.UNBOUNDED;
      }
    }
    return State.OPTIMAL;
  }

  private static State state(Optimisation.State state) {
    if (state.isOptimal()) {
      return State.OPTIMAL;
    }
    return switch (state) {
      case INFEASIBLE -> State.INFEASIBLE;
      case UNBOUNDED -> State.UNBOUNDED;
      default -> State.FAILED;
    };
  }

  private void read(Optimisation.Result result) {
    x = new double[model.columns()];
    for (int j = 0; j < x.length; j++) {
      x[j] = result.doubleValue(j);
    }
    y = new double[model.rows()];
    for (int i = 0; i < y.length; i++) {
      double upper = upperRow[i] >= 0 ? solver.getDualMultiplier(upperRow[i]) : 0;
      double lower = lowerRow[i] >= 0 ? solver.getDualMultiplier(lowerRow[i]) : 0;
      y[i] = lower - upper; // ojAlgo counts what a looser limit saves
    }
  }

  /** Values of the columns after a program that was optimal. */
  double[] x() {
    return x;
  }

  /** Prices of the rows after a program that was optimal or infeasible. */
  double[] y() {
    return y;
  }
}
