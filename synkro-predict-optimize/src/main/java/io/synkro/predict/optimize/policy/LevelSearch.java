package io.synkro.predict.optimize.policy;

/**
 * The algorithm of Zheng &amp; Federgruen (1991) for (s, S). Levels are counted from an origin. Not
 * safe for use by many threads.
 */
final class LevelSearch {
  private final double fixedCost;
  private final double origin;
  private final RenewalDensity renewals;
  private final PositionCosts positions;

  /** Creates a search whose level zero is a given one; the newsvendor's for {@link #optimum}. */
  LevelSearch(PeriodicReview model, double origin) {
    this.fixedCost = model.costs().fixed();
    this.origin = origin;
    this.renewals = new RenewalDensity(model.periodDemand());
    this.positions = new PositionCosts(model.costs(), model.protectionDemand(), origin);
  }

  /** Returns the cost of a policy by its levels from the origin, the upper one not below it. */
  double cost(int reorderPoint, int orderUpTo) {
    int units = orderUpTo - reorderPoint;
    double[] densities = renewals.densities(units);
    double[] above = positions.above(orderUpTo + 1);
    double[] below = positions.below(units - orderUpTo - 1);
    int atOrAbove = Math.min(units, orderUpTo + 1);
    double sum = fixedCost;
    for (int j = 0; j < atOrAbove; j++) {
      sum += densities[j] * above[orderUpTo - j];
    }
    for (int j = atOrAbove; j < units; j++) {
      sum += densities[j] * below[j - orderUpTo - 1];
    }
    return sum / renewals.reviews(units);
  }

  OrderUpToPlan optimum() {
    int reorder = firstReorderPoint();
    int level = 0;
    double best = cost(reorder, level);
    for (int next = 1; positions.at(next) <= best; next++) {
      double cost = cost(reorder, next);
      if (cost >= best) {
        continue;
      }
      level = next;
      while (reorder + 1 < level && cost <= positions.at(reorder + 1)) {
        reorder++;
        cost = cost(reorder, level);
      }
      best = cost;
    }
    return new OrderUpToPlan(origin + reorder, origin + level, best);
  }

  /** The best reorder point for the newsvendor's level: the first one as dear as the policy. */
  private int firstReorderPoint() {
    double sum = fixedCost;
    int reorder = 0;
    do {
      sum += renewals.densities(1 - reorder)[-reorder] * positions.at(reorder);
      reorder--;
    } while (sum / renewals.reviews(-reorder) > positions.at(reorder));
    return reorder;
  }
}
