package io.synkro.predict.benchmarks.optimize;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import io.synkro.predict.optimize.formulation.StockModel;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.problem.PlanCheck;
import java.time.Duration;
import java.util.Optional;

/**
 * CP-SAT, by OR-Tools' own Java classes: whole numbers only, one worker. Its model is {@link
 * WholeModel}; its plan is checked against the problem, and one that breaks rules does not count;
 * its bound is lowered by what the rounding of the costs can be off by.
 */
final class CpSatReference {
  private CpSatReference() {}

  /** Solves a model to a relative gap; what does not fit into whole numbers is refused. */
  static ReferenceAnswer solve(StockModel stock, Duration limit, double gap) {
    Optional<WholeModel> whole = WholeModel.of(stock.linear());
    if (whole.isEmpty()) {
      return new ReferenceAnswer(-1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0);
    }
    Loader.loadNativeLibraries();
    CpModel model = new CpModel();
    IntVar[] columns = fill(model, whole.get(), stock.linear());
    CpSolver solver = new CpSolver();
    solver.getParameters().setMaxTimeInSeconds(limit.toMillis() / 1e3).setNumWorkers(1);
    solver.getParameters().setRelativeGapLimit(gap);
    long start = System.nanoTime();
    CpSolverStatus status = solver.solve(model);
    double seconds = (System.nanoTime() - start) / 1e9;
    boolean hasPlan = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
    double cost = hasPlan ? checkedCost(stock, solver, columns) : Double.POSITIVE_INFINITY;
    double found = solver.bestObjectiveBound();
    boolean hasBound = hasPlan || (status == CpSolverStatus.UNKNOWN && found != 0); // 0: not set
    return new ReferenceAnswer(
        Double.isFinite(cost) || !hasPlan ? code(status) : 0,
        cost,
        hasBound ? whole.get().bound(found) : Double.NEGATIVE_INFINITY,
        seconds);
  }

  private static int code(CpSolverStatus status) {
    return switch (status) {
      case OPTIMAL -> 2;
      case FEASIBLE -> 1;
      case INFEASIBLE -> -2;
      case MODEL_INVALID -> -1;
      default -> 0;
    };
  }

  private static double checkedCost(StockModel stock, CpSolver solver, IntVar[] columns) {
    double[] point = new double[columns.length];
    for (int j = 0; j < point.length; j++) {
      point[j] = solver.value(columns[j]);
    }
    PlanCheck check = PlanCheck.of(stock.problem(), stock.plan(point));
    return check.isFeasible() ? check.costs().total() : Double.POSITIVE_INFINITY;
  }

  private static IntVar[] fill(CpModel model, WholeModel whole, LinearModel linear) {
    IntVar[] columns = new IntVar[linear.columns()];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = model.newIntVar(whole.lower(j), whole.upper(j), "");
    }
    for (WholeModel.Row row : whole.rows()) {
      IntVar[] terms = new IntVar[row.size()];
      for (int e = 0; e < terms.length; e++) {
        terms[e] = columns[row.column(e)];
      }
      model.addLinearConstraint(
          LinearExpr.weightedSum(terms, row.coefficients()), row.least(), row.most());
    }
    model.minimize(LinearExpr.weightedSum(columns, whole.costs()));
    return columns;
  }
}
