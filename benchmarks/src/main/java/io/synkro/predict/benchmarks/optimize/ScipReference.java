package io.synkro.predict.benchmarks.optimize;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.SparseMatrix;
import java.time.Duration;

/** SCIP, by OR-Tools' own Java classes: what others would reach for first. */
final class ScipReference {
  /** What SCIP says for infinity. */
  private static final double INFINITE = 1e20;

  private ScipReference() {}

  /** Solves a model. */
  static ReferenceAnswer solve(LinearModel model, Duration limit) {
    Loader.loadNativeLibraries();
    MPSolver solver = MPSolver.createSolver("SCIP");
    try {
      fill(solver, model);
      solver.setTimeLimit(limit.toMillis());
      long start = System.nanoTime();
      MPSolver.ResultStatus status = solver.solve();
      double seconds = (System.nanoTime() - start) / 1e9;
      boolean hasPlan =
          status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE;
      MPObjective objective = solver.objective();
      return new ReferenceAnswer(
          code(status),
          hasPlan ? objective.value() : Double.POSITIVE_INFINITY,
          hasPlan && objective.bestBound() > -INFINITE
              ? objective.bestBound()
              : Double.NEGATIVE_INFINITY,
          seconds);
    } finally {
      solver.delete();
    }
  }

  private static int code(MPSolver.ResultStatus status) {
    return switch (status) {
      case OPTIMAL -> 2;
      case FEASIBLE -> 1;
      case INFEASIBLE -> -2;
      default -> 0;
    };
  }

  private static void fill(MPSolver solver, LinearModel model) {
    MPVariable[] columns = new MPVariable[model.columns()];
    MPObjective objective = solver.objective();
    objective.setMinimization();
    objective.setOffset(model.offset());
    for (int j = 0; j < columns.length; j++) {
      columns[j] = solver.makeVar(model.lower(j), model.upper(j), model.isInteger(j), "");
      objective.setCoefficient(columns[j], model.cost(j));
    }
    SparseMatrix matrix = model.matrix();
    for (int r = 0; r < model.rows(); r++) {
      MPConstraint row = solver.makeConstraint(model.rowLower(r), model.rowUpper(r));
      for (int e = matrix.start(r); e < matrix.end(r); e++) {
        row.setCoefficient(columns[matrix.index(e)], matrix.value(e));
      }
    }
  }
}
