package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearCheck;
import io.synkro.predict.optimize.linear.LinearColumn;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearModelBuilder;
import io.synkro.predict.optimize.linear.LinearTolerances;
import io.synkro.predict.optimize.linear.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a program has no points, or that its objective has no bound, by numbers that are
 * checked here. ojAlgo only helps to find them: its own verdicts are wrong at times.
 */
final class Certificates {
  private static final double FEASIBILITY = 1e-6;
  private static final LinearTolerances STRICT = new LinearTolerances(1e-9, 1e-9);

  private final LinearModel model;
  private final DualBound feasibility;
  private @Nullable Relaxation elastic;
  private @Nullable LinearModel elasticModel;

  Certificates(LinearModel model) {
    this.model = model;
    this.feasibility = DualBound.ofFeasibility(model);
  }

  /**
   * Returns whether prices of rows prove that a box has no point, Farkas' lemma: whatever the
   * point, the violations of its rows, weighed by the prices, add up to more than a point may have
   * that is still accepted.
   */
  boolean infeasible(Box box, double[] prices) {
    double accepted = 0;
    for (int i = 0; i < prices.length; i++) {
      double limit = prices[i] > 0 ? model.rowLower(i) : model.rowUpper(i);
      if (Double.isFinite(limit)) {
        accepted += Math.abs(prices[i]) * FEASIBILITY * Math.max(1, Math.abs(limit));
      }
    }
    return feasibility.compute(box, prices) > accepted;
  }

  /** Searches prices that prove that a box has no point, by the least violation of the rows. */
  boolean findInfeasible(Box box, long millis) {
    Relaxation program = elastic;
    LinearModel stretched = elasticModel;
    if (program == null || stretched == null) {
      stretched = stretched();
      program = new Relaxation(stretched);
      elasticModel = stretched;
      elastic = program;
    }
    Box wide = Box.of(stretched);
    System.arraycopy(box.lower, 0, wide.lower, 0, box.lower.length);
    System.arraycopy(box.upper, 0, wide.upper, 0, box.upper.length);
    return program.solve(wide, millis) == Relaxation.State.OPTIMAL && infeasible(box, program.y());
  }

  /** The model whose rows may be violated at a cost, and that wants nothing else. */
  private LinearModel stretched() {
    LinearModelBuilder builder = LinearModel.builder("violations");
    for (int j = 0; j < model.columns(); j++) {
      builder.column(LinearColumn.continuous("", model.lower(j), model.upper(j), 0));
    }
    SparseMatrix matrix = model.matrix();
    for (int i = 0; i < model.rows(); i++) {
      int below = violation(builder, model.rowLower(i));
      int above = violation(builder, model.rowUpper(i));
      LinearModelBuilder.Row row = builder.row("");
      for (int k = matrix.start(i); k < matrix.end(i); k++) {
        row.term(matrix.index(k), matrix.value(k));
      }
      if (below >= 0) {
        row.term(below, 1);
      }
      if (above >= 0) {
        row.term(above, -1);
      }
      row.between(model.rowLower(i), model.rowUpper(i));
    }
    return builder.build();
  }

  private static int violation(LinearModelBuilder builder, double limit) {
    if (Double.isInfinite(limit)) {
      return -1;
    }
    double cost = 1 / Math.max(1, Math.abs(limit));
    return builder.column(LinearColumn.continuous("", 0, Double.POSITIVE_INFINITY, cost));
  }

  /**
   * Searches a direction in which every point may go on for ever while the objective falls: zero is
   * on every limit, rows and bounds that are limits stay so, and the objective is below zero.
   */
  boolean findUnbounded(long millis) {
    LinearModelBuilder builder = LinearModel.builder("directions");
    for (int j = 0; j < model.columns(); j++) {
      double lower = Double.isFinite(model.lower(j)) ? 0 : -1;
      double upper = Double.isFinite(model.upper(j)) ? 0 : 1;
      builder.column(LinearColumn.continuous("", lower, upper, model.cost(j)));
    }
    SparseMatrix matrix = model.matrix();
    for (int i = 0; i < model.rows(); i++) {
      LinearModelBuilder.Row row = builder.row("");
      for (int k = matrix.start(i); k < matrix.end(i); k++) {
        row.term(matrix.index(k), matrix.value(k));
      }
      row.between(
          Double.isFinite(model.rowLower(i)) ? 0 : Double.NEGATIVE_INFINITY,
          Double.isFinite(model.rowUpper(i)) ? 0 : Double.POSITIVE_INFINITY);
    }
    LinearModel directions = builder.build();
    Relaxation program = new Relaxation(directions);
    if (program.solve(Box.of(directions), millis) != Relaxation.State.OPTIMAL) {
      return false;
    }
    LinearCheck check = LinearCheck.of(directions, program.x(), STRICT);
    return check.passes() && check.objective() < -FEASIBILITY;
  }
}
