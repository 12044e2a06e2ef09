package io.synkro.predict.optimize.echelon;

import java.util.Arrays;

/**
 * A piecewise linear function: straight up to its first knot and bent at each. The knots lie at
 * equal steps, but for a few that may lie further on.
 */
final class PiecewiseLinear {
  private final double[] knots;
  private final double[] bends;
  private final double value;
  private final double slope;
  private final int evenKnots;

  private PiecewiseLinear(
      double[] knots, double[] bends, int evenKnots, double value, double slope) {
    this.knots = knots;
    this.bends = bends;
    this.evenKnots = evenKnots;
    this.value = value;
    this.slope = slope;
  }

  /** The function cost · (−x)⁺. */
  static PiecewiseLinear ofShortage(double cost) {
    return new PiecewiseLinear(new double[1], new double[] {cost}, 1, 0, -cost);
  }

  /**
   * The function through points, straight before and after.
   *
   * @param knots where, at equal steps, one or more
   * @param values the values there
   * @param before slope before the first
   * @param after slope after the last
   */
  static PiecewiseLinear through(double[] knots, double[] values, double before, double after) {
    double[] bends = new double[knots.length];
    double slope = before;
    for (int i = 0; i < knots.length; i++) {
      boolean last = i == knots.length - 1;
      double next = last ? after : (values[i + 1] - values[i]) / (knots[i + 1] - knots[i]);
      bends[i] = next - slope;
      slope = next;
    }
    return new PiecewiseLinear(knots, bends, knots.length, values[0], before);
  }

  /** This function bent once more, at the last knot or after it. */
  PiecewiseLinear bentAt(double knot, double bend) {
    int n = knots.length;
    double[] moreKnots = Arrays.copyOf(knots, n + 1);
    double[] moreBends = Arrays.copyOf(bends, n + 1);
    moreKnots[n] = knot;
    moreBends[n] = bend;
    return new PiecewiseLinear(moreKnots, moreBends, evenKnots, value, slope);
  }

  /** This function plus factor · x. */
  PiecewiseLinear plusLinear(double factor) {
    return new PiecewiseLinear(knots, bends, evenKnots, value + factor * knots[0], slope + factor);
  }

  int knots() {
    return knots.length;
  }

  /** How many knots, counted from the first, lie at equal steps. */
  int evenKnots() {
    return evenKnots;
  }

  double knot(int i) {
    return knots[i];
  }

  /** By how much the slope grows at a knot. */
  double bend(int i) {
    return bends[i];
  }

  double lastKnot() {
    return knots[knots.length - 1];
  }

  /** Value of the line before the first knot, continued to any place. */
  double startLine(double x) {
    return value + slope * (x - knots[0]);
  }

  /** Slope before the first knot. */
  double startSlope() {
    return slope;
  }
}
