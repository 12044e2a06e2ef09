package io.synkro.predict.optimize.linear;

import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a point of a model, if anything. It shares no code with any engine, and adds
 * up in twice the precision of a double.
 *
 * @param objective value of the objective at the point
 * @param worstBound most that a bound of a column is exceeded by, as a share of the larger of 1 and
 *     the bound; zero if all hold, infinite if a number of the point is not finite
 * @param worstRow the same for the limits of rows
 * @param worstIntegrality most that an integer column is off a whole number
 * @param violations the first of what is beyond the tolerances, one sentence each; empty if the
 *     point is feasible
 */
public record LinearCheck(
    double objective,
    double worstBound,
    double worstRow,
    double worstIntegrality,
    List<String> violations) {
  private static final int MOST_VIOLATIONS = 10;

  /** {@inheritDoc} */
  public LinearCheck {
    violations = List.copyOf(violations);
  }

  /**
   * Checks a point.
   *
   * @param model the model
   * @param point a value for each column, shape {@code [columns]}
   * @param tolerances how far off it may be
   * @return the findings
   */
  public static LinearCheck of(LinearModel model, double[] point, LinearTolerances tolerances) {
    Require.that(
        point.length == model.columns(),
        "length of the point",
        point.length,
        "must be the number of columns " + model.columns(),
        "");
    Findings findings = new Findings(model, point, tolerances);
    findings.columns();
    findings.rows();
    return new LinearCheck(
        findings.objective(),
        findings.worstBound,
        findings.worstRow,
        findings.worstIntegrality,
        findings.violations);
  }

  /**
   * Returns whether the point is feasible within the tolerances.
   *
   * @return true if there is nothing to complain about
   */
  public boolean passes() {
    return violations.isEmpty();
  }

  /** One check in the making. */
  private static final class Findings {
    private final LinearModel model;
    private final double[] point;
    private final LinearTolerances tolerances;
    private final List<String> violations = new ArrayList<>();
    private double worstBound;
    private double worstRow;
    private double worstIntegrality;

    Findings(LinearModel model, double[] point, LinearTolerances tolerances) {
      this.model = model;
      this.point = point;
      this.tolerances = tolerances;
    }

    void columns() {
      for (int j = 0; j < point.length; j++) {
        double x = point[j];
        double excess = excess(x, model.lower(j), model.upper(j));
        worstBound = Math.max(worstBound, excess);
        if (excess > tolerances.feasibility()) {
          complain(
              "Column %s is %s, outside of [%s, %s]",
              model.columnName(j), x, model.lower(j), model.upper(j));
        }
        double off = Math.abs(x - Math.rint(x));
        if (model.isInteger(j) && off > 0) {
          worstIntegrality = Math.max(worstIntegrality, off);
          if (off > tolerances.integrality()) {
            complain("Integer column %s is %s", model.columnName(j), x);
          }
        }
      }
    }

    void rows() {
      SparseMatrix matrix = model.matrix();
      for (int i = 0; i < model.rows(); i++) {
        PreciseSum sum = new PreciseSum();
        for (int k = matrix.start(i); k < matrix.end(i); k++) {
          sum.addProduct(matrix.value(k), point[matrix.index(k)]);
        }
        double excess = excess(sum.value(), model.rowLower(i), model.rowUpper(i));
        worstRow = Math.max(worstRow, excess);
        if (excess > tolerances.feasibility()) {
          complain(
              "Row %s is %s, outside of [%s, %s]",
              model.rowName(i), sum.value(), model.rowLower(i), model.rowUpper(i));
        }
      }
    }

    double objective() {
      PreciseSum sum = new PreciseSum();
      sum.addProduct(model.offset(), 1);
      for (int j = 0; j < point.length; j++) {
        sum.addProduct(model.cost(j), point[j]);
      }
      return sum.value();
    }

    private void complain(String format, Object... values) {
      if (violations.size() < MOST_VIOLATIONS) {
        violations.add(String.format(Locale.ROOT, format, values));
      }
    }

    private static double excess(double value, double least, double most) {
      if (!Double.isFinite(value)) {
        return Double.POSITIVE_INFINITY;
      }
      double below = least > value ? (least - value) / Math.max(1, Math.abs(least)) : 0;
      double above = most < value ? (value - most) / Math.max(1, Math.abs(most)) : 0;
      return Math.max(below, above);
    }
  }
}
