package io.synkro.predict.optimize.echelon;

import io.synkro.predict.optimize.distribution.DemandDistribution;

/**
 * Expected cost C_j(y) = E[Ĉ_j(y − D_j)] of stage j and all below it when the echelon inventory
 * position is y, for a piecewise linear Ĉ_j. With slope b before the first knot t_0 and bends δ_i
 * at the knots t_i, Ĉ_j(x) = Ĉ_j(t_0) + b (x − t_0) + Σ δ_i (x − t_i)⁺, so that C_j(y) = Ĉ_j(t_0) +
 * b (y − E[D_j] − t_0) + Σ δ_i n̄_j(y − t_i) with the complementary loss n̄_j of D_j: the
 * distribution itself is not cut into cells.
 */
final class EchelonCost {
  /** Probability of demand above and below which costs count as straight lines. */
  static final double TAIL = 1e-15;

  private static final double ACCURACY = 1e-13;

  private final PiecewiseLinear inner;
  private final DemandDistribution demand;

  EchelonCost(PiecewiseLinear inner, DemandDistribution demand) {
    this.inner = inner;
    this.demand = demand;
  }

  double at(double position) {
    double sum = inner.startLine(position - demand.mean());
    for (int i = 0; i < inner.knots(); i++) {
      sum += inner.bend(i) * demand.complementaryLoss(position - inner.knot(i));
    }
    return sum;
  }

  /** Derivative; for whole-number demand and positions the cost of one unit more. */
  double slopeAt(double position) {
    double sum = inner.startSlope();
    for (int i = 0; i < inner.knots(); i++) {
      sum += inner.bend(i) * demand.cdf(position - inner.knot(i));
    }
    return sum;
  }

  /** Least position above which the cost is a straight line. */
  double straightFrom() {
    return inner.lastKnot() + demand.quantile(1 - TAIL);
  }

  /**
   * Where the cost is least; it falls before and rises after. Regula falsi on the slope with the
   * Illinois modification; every fourth step halves the interval.
   *
   * @param low a position below which the cost falls
   * @param whole whether only whole positions count
   */
  double minimum(double low, boolean whole) {
    double below = whole ? Math.floor(low) - 1 : low;
    double above = whole ? Math.ceil(straightFrom()) : straightFrom();
    double gap = whole ? 1 : ACCURACY * Math.max(Math.abs(above), above - below);
    double slopeBelow = slopeAt(below);
    double slopeAbove = slopeAt(above);
    if (slopeBelow >= 0) {
      return below;
    }
    int side = 0;
    for (int i = 1; above - below > gap; i++) {
      double guess = below - slopeBelow * (above - below) / (slopeAbove - slopeBelow);
      double middle = i % 4 == 0 || !(guess > below && guess < above) ? (below + above) / 2 : guess;
      if (whole) {
        middle = Math.max(below + 1, Math.min(above - 1, Math.rint(middle)));
      }
      double slope = slopeAt(middle);
      if (slope < 0) {
        below = middle;
        slopeBelow = slope;
        slopeAbove = side < 0 ? slopeAbove / 2 : slopeAbove;
        side = -1;
      } else {
        above = middle;
        slopeAbove = slope;
        slopeBelow = side > 0 ? slopeBelow / 2 : slopeBelow;
        side = 1;
      }
    }
    return above;
  }

  /**
   * What the stage above adds its own cost to: C_j(min(level, x)), straight between knots.
   *
   * @param level base-stock level of this echelon
   * @param low position below which the cost is straight
   * @param step distance of the knots, the same for all stages
   * @param slopeFarUp slope of this cost far up
   */
  PiecewiseLinear upTo(double level, double low, double step, double slopeFarUp) {
    double top = Math.min(level, straightFrom());
    double[] knots = new double[(int) Math.max(0, Math.ceil((top - low) / step)) + 1];
    for (int k = 0; k < knots.length; k++) {
      knots[k] = top - (knots.length - 1 - k) * step;
    }
    double[] values = values(knots, step);
    double before = inner.startSlope();
    return level > top
        ? PiecewiseLinear.through(knots, values, before, slopeFarUp).bentAt(level, -slopeFarUp)
        : PiecewiseLinear.through(knots, values, before, 0);
  }

  /**
   * Costs at positions at equal steps, which need losses at their differences to the knots only.
   */
  private double[] values(double[] positions, double step) {
    int even = inner.evenKnots();
    double[] losses = new double[positions.length + even - 1];
    for (int d = 0; d < losses.length; d++) {
      double difference = positions[0] - inner.knot(0) + (d - even + 1) * step;
      losses[d] = demand.complementaryLoss(difference);
    }
    double[] values = new double[positions.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = inner.startLine(positions[k] - demand.mean());
      for (int i = even; i < inner.knots(); i++) {
        values[k] += inner.bend(i) * demand.complementaryLoss(positions[k] - inner.knot(i));
      }
    }
    for (int i = 0; i < even; i++) {
      double bend = inner.bend(i);
      int offset = even - 1 - i;
      for (int k = 0; k < values.length; k++) { // sums side by side: the processor's vectors fit
        values[k] += bend * losses[k + offset];
      }
    }
    return values;
  }
}
