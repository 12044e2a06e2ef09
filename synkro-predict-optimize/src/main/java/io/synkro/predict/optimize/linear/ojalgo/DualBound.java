package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.SparseMatrix;
import java.util.Arrays;

/**
 * The lower bound that any prices of rows prove, whoever made them up: with reduced costs {@code d
 * = c - A'y}, no point of a box is below the sum of what each row's limit and each column's bound
 * contributes at the least. Good prices give good bounds, bad ones bad ones, and none a wrong one.
 * Source: Neumaier &amp; Shcherbina (2004), "Safe bounds in linear and mixed-integer linear
 * programming", doi:10.1007/s10107-003-0433-3.
 */
final class DualBound {
  /** Reduced costs up to here count as zero where the bound of the column is infinite. */
  private static final double NOISE = 1e-7;

  /** More than rounding can add up to, as a share of all terms. */
  private static final double ROUNDING = 1e-13;

  private final LinearModel model;
  private final double[] costs;
  private final double offset;
  private final double[] reduced;
  private double value = Double.NEGATIVE_INFINITY;

  private DualBound(LinearModel model, double[] costs, double offset) {
    this.model = model;
    this.costs = costs;
    this.offset = offset;
    this.reduced = new double[costs.length];
  }

  /** Bounds the objective of the model. */
  static DualBound ofObjective(LinearModel model) {
    return new DualBound(model, model.costs(), model.offset());
  }

  /** Bounds zero: a positive bound means that there are no points. */
  static DualBound ofFeasibility(LinearModel model) {
    return new DualBound(model, new double[model.columns()], 0);
  }

  /** Computes the bound of a box; negative infinity if the prices prove nothing. */
  double compute(Box box, double[] prices) {
    System.arraycopy(costs, 0, reduced, 0, costs.length);
    double size = Math.abs(offset);
    value = offset;
    SparseMatrix matrix = model.matrix();
    for (int i = 0; i < model.rows(); i++) {
      double limit = prices[i] > 0 ? model.rowLower(i) : model.rowUpper(i);
      if (prices[i] != 0 && Double.isFinite(limit) && Double.isFinite(prices[i])) {
        value += prices[i] * limit;
        size += Math.abs(prices[i] * limit);
        for (int k = matrix.start(i); k < matrix.end(i); k++) {
          reduced[matrix.index(k)] -= prices[i] * matrix.value(k);
        }
      }
    }
    for (int j = 0; j < costs.length; j++) {
      double bound = reduced[j] > 0 ? box.lower[j] : box.upper[j];
      if (Double.isFinite(bound)) {
        value += reduced[j] * bound;
        size += Math.abs(reduced[j] * bound);
      } else if (Math.abs(reduced[j]) > NOISE * Math.max(1, Math.abs(costs[j]))) {
        value = Double.NEGATIVE_INFINITY;
        Arrays.fill(reduced, 0);
        return value;
      }
    }
    value -= ROUNDING * size;
    return value;
  }

  /**
   * Takes values of integer columns away that would cost more than the cutoff. Returns whether any
   * was.
   */
  boolean tighten(Box box, double cutoff) {
    boolean changed = false;
    double slack = cutoff - value;
    if (!(slack >= 0) || Double.isInfinite(slack)) {
      return false;
    }
    for (int j = 0; j < reduced.length; j++) {
      if (!model.isInteger(j) || box.isFixed(j) || Math.abs(reduced[j]) < NOISE) {
        continue;
      }
      double steps = Math.floor(slack / Math.abs(reduced[j]) + 1e-9);
      if (steps < box.upper[j] - box.lower[j]) {
        if (reduced[j] > 0) {
          box.upper[j] = box.lower[j] + steps;
        } else {
          box.lower[j] = box.upper[j] - steps;
        }
        changed = true;
      }
    }
    return changed;
  }

  /** Reduced costs of the last prices. */
  double[] reduced() {
    return reduced;
  }
}
