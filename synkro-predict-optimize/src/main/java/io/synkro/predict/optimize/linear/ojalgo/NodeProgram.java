package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearDuals;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.SparseMatrix;

/** The linear program of a part of the search, with a verdict that can be relied on. */
final class NodeProgram {
  /** What is known of a part. */
  enum Verdict {
    /** There is a bound that is proven, and a point to go on with. */
    SOLVED,
    /** It has no points, and that is proven. */
    EMPTY,
    /** ojAlgo gave no answer, or one that could not be proven. */
    UNSURE,
    /** Time was up. */
    STOPPED
  }

  private static final double AGREEMENT = 1e-6;

  private final LinearModel model;
  private final Watch watch;
  private final Relaxation relaxation;
  private final DualBound dual;
  private final Certificates certificates;
  private double bound;

  NodeProgram(LinearModel model, Watch watch) {
    this.model = model;
    this.watch = watch;
    this.relaxation = new Relaxation(model);
    this.dual = DualBound.ofObjective(model);
    this.certificates = new Certificates(model);
  }

  /** Solves the program of a box; a verdict that does not hold is asked for again, from afresh. */
  Verdict solve(Box box, double cutoff) {
    Verdict verdict = Verdict.UNSURE;
    for (int attempt = 0; attempt < 2; attempt++) {
      Relaxation.State state = relaxation.solve(box, watch.millisLeft());
      if (state == Relaxation.State.OPTIMAL) {
        bound = dual.compute(box, relaxation.y());
        if (bound >= cutoff || agrees()) {
          return Verdict.SOLVED;
        }
        verdict = Verdict.SOLVED; // the bound holds for any prices
      } else if (state == Relaxation.State.INFEASIBLE && isEmpty(box)) {
        return Verdict.EMPTY;
      }
      if (watch.stopped()) {
        return Verdict.STOPPED;
      }
      relaxation.restart();
    }
    return verdict;
  }

  /** One more program, whose point or bound is a bonus: no second attempt. */
  boolean tried(Box box) {
    boolean optimal = relaxation.solve(box, watch.millisLeft()) == Relaxation.State.OPTIMAL;
    bound = optimal ? dual.compute(box, relaxation.y()) : Double.NEGATIVE_INFINITY;
    return optimal;
  }

  private boolean isEmpty(Box box) {
    return certificates.infeasible(box, relaxation.y())
        || certificates.findInfeasible(box, watch.millisLeft());
  }

  /** Whether point and prices prove one another. */
  private boolean agrees() {
    double[] x = relaxation.x();
    double objective = model.offset();
    for (int j = 0; j < x.length; j++) {
      objective += model.cost(j) * x[j];
    }
    if (!(Math.abs(objective - bound) <= AGREEMENT * Math.max(1, Math.abs(objective)))) {
      return false;
    }
    SparseMatrix matrix = model.matrix();
    for (int i = 0; i < model.rows(); i++) {
      double sum = matrix.dot(i, x);
      double below = model.rowLower(i) - sum;
      double above = sum - model.rowUpper(i);
      if (below > AGREEMENT * Math.max(1, Math.abs(model.rowLower(i)))
          || above > AGREEMENT * Math.max(1, Math.abs(model.rowUpper(i)))) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether it is proven that the objective can fall for ever, if there are points. */
  boolean isUnbounded() {
    return certificates.findUnbounded(watch.millisLeft());
  }

  double[] x() {
    return relaxation.x();
  }

  LinearDuals duals() {
    return new LinearDuals(relaxation.y(), dual.reduced());
  }

  double bound() {
    return bound;
  }

  DualBound dual() {
    return dual;
  }
}
