package io.synkro.predict.optimize.linear;

import java.util.Optional;

/** A point of a model that has passed {@link LinearCheck}. Immutable. */
public final class LinearSolution {
  private final double[] values;
  private final LinearCheck check;

  private LinearSolution(double[] values, LinearCheck check) {
    this.values = values;
    this.check = check;
  }

  /**
   * Checks what an engine has found. Integer columns are rounded first; if the rounded point does
   * not pass, because small errors of a whole number weigh heavily in its rows, the point is
   * checked as it came.
   *
   * @param model the model
   * @param values a value for each column, shape {@code [columns]}
   * @param tolerances how far off it may be
   * @return the solution, or empty if neither point passes
   */
  public static Optional<LinearSolution> verified(
      LinearModel model, double[] values, LinearTolerances tolerances) {
    Optional<LinearSolution> rounded = rounded(model, values, tolerances);
    return rounded.isPresent() ? rounded : checked(model, values.clone(), tolerances);
  }

  /**
   * Checks a point whose integer columns are rounded first.
   *
   * @param model the model
   * @param values a value for each column, shape {@code [columns]}
   * @param tolerances how far off it may be
   * @return the solution, or empty if the rounded point does not pass
   */
  public static Optional<LinearSolution> rounded(
      LinearModel model, double[] values, LinearTolerances tolerances) {
    double[] point = values.clone();
    for (int j = 0; j < point.length; j++) {
      double whole = model.isInteger(j) ? Math.rint(point[j]) : point[j];
      // a hair outside of its bounds is the engine's rounding
      point[j] = Math.min(Math.max(whole, model.lower(j)), model.upper(j)) + 0.0;
    }
    return checked(model, point, tolerances);
  }

  private static Optional<LinearSolution> checked(
      LinearModel model, double[] point, LinearTolerances tolerances) {
    LinearCheck check = LinearCheck.of(model, point, tolerances);
    return check.passes() ? Optional.of(new LinearSolution(point, check)) : Optional.empty();
  }

  /**
   * Returns the value of the objective, computed from the model and not taken from the engine.
   *
   * @return finite
   */
  public double objective() {
    return check.objective();
  }

  /**
   * Returns the value of one column.
   *
   * @param column from 0
   * @return finite
   */
  public double value(int column) {
    return values[column];
  }

  /**
   * Returns the values of all columns.
   *
   * @return a copy, shape {@code [columns]}
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * Returns how far off the point is.
   *
   * @return a check that passed
   */
  public LinearCheck check() {
    return check;
  }
}
