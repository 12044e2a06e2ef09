package io.synkro.predict.optimize.conflict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Needs of lines and what all their orders may use of each row: one of the many variants of a
 * problem that an analysis looks at. Immutable after it is made.
 */
final class Situation {
  /** Lines that need orders. */
  final List<LineNeed> needs;

  /**
   * By row; infinite if the row is left out, below zero if stock alone takes more than there is.
   */
  final double[] amounts;

  /** What a line alone may use of each row at most. */
  final double[] available;

  Situation(List<LineNeed> needs, double[] amounts) {
    this(needs, amounts, amounts);
  }

  private Situation(List<LineNeed> needs, double[] amounts, double[] available) {
    this.needs = List.copyOf(needs);
    this.amounts = amounts;
    this.available = available;
  }

  /** Returns the same, but lines may use more than there is. */
  Situation elastic() {
    return new Situation(needs, amounts, unlimited(amounts.length));
  }

  /** Returns the same, but lines may use more than there is of what can grow. */
  Situation elastic(double[] direction) {
    double[] most = amounts.clone();
    for (int r = 0; r < most.length; r++) {
      most[r] = direction[r] > 0 ? Double.POSITIVE_INFINITY : most[r];
    }
    return new Situation(needs, amounts, most);
  }

  /** Returns amounts of rows that all are left out. */
  static double[] unlimited(int rows) {
    double[] most = new double[rows];
    Arrays.fill(most, Double.POSITIVE_INFINITY);
    return most;
  }

  /** Returns the same with other amounts. */
  Situation withAmounts(double[] others) {
    return new Situation(needs, others);
  }

  /** Returns the same with some of its needs. */
  Situation withNeeds(List<LineNeed> others) {
    return new Situation(others, amounts, available);
  }

  /** Returns the same with more of each row: a number of times what a direction says. */
  Situation withMore(double[] direction, double times) {
    double[] more = amounts.clone();
    for (int r = 0; r < more.length; r++) {
      more[r] += direction[r] > 0 ? times * direction[r] : 0;
    }
    return withAmounts(more);
  }

  /** Returns the same with needs that are smaller by a share, those of some lines. */
  Situation withLowered(List<LineNeed> lines, double share) {
    List<LineNeed> others = new ArrayList<>();
    for (LineNeed need : needs) {
      LineNeed after = lines.contains(need) ? need.lowered(share) : need;
      if (after.isNeedy()) {
        others.add(after);
      }
    }
    return withNeeds(others);
  }
}
