package io.synkro.predict.optimize.conflict;

import java.util.ArrayList;
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

  Situation(List<LineNeed> needs, double[] amounts) {
    this.needs = List.copyOf(needs);
    this.amounts = amounts;
  }

  /** Returns the same with other amounts. */
  Situation withAmounts(double[] others) {
    return new Situation(needs, others);
  }

  /** Returns the same with some of its needs. */
  Situation withNeeds(List<LineNeed> others) {
    return new Situation(others, amounts);
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
