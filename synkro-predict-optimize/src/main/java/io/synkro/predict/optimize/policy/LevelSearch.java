package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.DoubleArray;

/**
 * The algorithm of Zheng &amp; Federgruen (1991), section 3, for (s, S). Levels are counted from an
 * origin, expected costs of levels and renewal terms are worked out once. Not safe for use by many
 * threads.
 */
final class LevelSearch {
  private final PeriodicReview model;
  private final double origin;
  private final RenewalDensity renewals;
  private final DoubleArray above = new DoubleArray();
  private final DoubleArray below = new DoubleArray();

  /** Creates a search whose level zero is a given one; the newsvendor's for {@link #optimum}. */
  LevelSearch(PeriodicReview model, double origin) {
    this.model = model;
    this.origin = origin;
    this.renewals = new RenewalDensity(model.periodDemand());
  }

  /** Returns the cost of a policy by its levels from the origin. */
  double cost(int reorderPoint, int orderUpTo) {
    int units = orderUpTo - reorderPoint;
    double reviews = renewals.below(units);
    double sum = model.costs().fixed();
    for (int j = 0; j < units; j++) {
      sum += renewals.at(j) * expected(orderUpTo - j);
    }
    return sum / reviews;
  }

  OrderUpToPlan optimum() {
    int reorder = firstReorderPoint();
    int level = 0;
    double best = cost(reorder, level);
    for (int next = 1; expected(next) <= best; next++) {
      double cost = cost(reorder, next);
      if (cost >= best) {
        continue;
      }
      level = next;
      while (reorder + 1 < level && cost <= expected(reorder + 1)) {
        reorder++;
        cost = cost(reorder, level);
      }
      best = cost;
    }
    return new OrderUpToPlan(origin + reorder, origin + level, best);
  }

  /** The best reorder point for the newsvendor's level: the first one as cheap as the policy. */
  private int firstReorderPoint() {
    double sum = model.costs().fixed();
    int reorder = 0;
    do {
      sum += renewals.at(-reorder) * expected(reorder);
      reorder--;
    } while (sum / renewals.below(-reorder) > expected(reorder));
    return reorder;
  }

  /** The expected cost of a period that begins with an inventory position. */
  private double expected(int level) {
    DoubleArray known = level >= 0 ? above : below;
    int index = level >= 0 ? level : -1 - level;
    while (known.size() <= index) {
      int next = level >= 0 ? known.size() : -1 - known.size();
      known.add(model.costs().expected(origin + next, model.protectionDemand()));
    }
    return known.get(index);
  }
}
