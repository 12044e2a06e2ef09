package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;

/**
 * Chooses the column to branch on by what earlier branchings of each column have raised the bound
 * by, a unit moved. Source: Achterberg, Koch &amp; Martin (2005), "Branching rules revisited",
 * doi:10.1016/j.orl.2004.04.002.
 */
final class Branching {
  private static final double LEAST = 1e-6;
  static final double INTEGRALITY = 1e-6;

  private final LinearModel model;
  private final double[][] sums;
  private final int[][] counts;
  private final double[] totals = new double[2];
  private final int[] observed = new int[2];

  Branching(LinearModel model) {
    this.model = model;
    this.sums = new double[2][model.columns()];
    this.counts = new int[2][model.columns()];
  }

  static double fraction(double value) {
    return value - Math.floor(value);
  }

  boolean isFractional(int column, double value) {
    return model.isInteger(column) && Math.abs(value - Math.rint(value)) > INTEGRALITY;
  }

  boolean anyFractional(double[] values) {
    for (int j = 0; j < values.length; j++) {
      if (isFractional(j, values[j])) {
        return true;
      }
    }
    return false;
  }

  /** Notes that a branching raised the bound. */
  void observe(SearchNode.Branch branch, double raise) {
    if (branch.moved() != 0 && raise >= 0 && Double.isFinite(raise)) {
      int side = branch.moved() < 0 ? 0 : 1;
      double unit = raise / Math.max(LEAST, Math.abs(branch.moved()));
      sums[side][branch.column()] += unit;
      counts[side][branch.column()]++;
      totals[side] += unit;
      observed[side]++;
    }
  }

  /** Whether both sides of a column were tried often enough to trust the score. */
  boolean isKnown(int column) {
    return counts[0][column] >= 2 && counts[1][column] >= 2;
  }

  double score(int column, double value) {
    double fraction = fraction(value);
    return Math.max(fraction * unit(0, column), LEAST)
        * Math.max((1 - fraction) * unit(1, column), LEAST);
  }

  private double unit(int side, int column) {
    if (counts[side][column] > 0) {
      return sums[side][column] / counts[side][column];
    }
    return observed[side] > 0 ? totals[side] / observed[side] : 1;
  }
}
