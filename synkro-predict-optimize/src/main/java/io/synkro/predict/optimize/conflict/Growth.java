package io.synkro.predict.optimize.conflict;

import io.synkro.predict.optimize.problem.SharedLimit;
import java.util.ArrayList;
import java.util.List;

/** Some limits grow: those of one subject alike, those of several in a fixed proportion. */
final class Growth implements Family {
  /** By row: what an amount of 1 adds to it. */
  final double[] direction;

  private final Change change;
  private final double[] free;
  private final double unit;

  private Growth(Change change, double[] direction, double[] free, double unit) {
    this.change = change;
    this.direction = direction;
    this.free = free;
    this.unit = unit;
  }

  /**
   * Returns a growth of limits of one subject: by the same share, room by the same amount.
   *
   * @param limits hard limits
   * @param scales by row, the size of a limit
   * @param rows those that grow
   */
  static Growth of(HardLimits limits, double[] scales, List<Integer> rows) {
    List<SharedLimit> grown = rows.stream().map(limits::limit).toList();
    boolean relative =
        grown.stream()
            .allMatch(limit -> limit.amount() > 0 && !(limit instanceof SharedLimit.Room));
    double[] direction = new double[limits.size()];
    double largest = 0;
    for (int r : rows) {
      direction[r] = relative ? limits.limit(r).amount() : 1;
      largest = Math.max(largest, scales[r]);
    }
    double unit = relative ? 1 : largest;
    return new Growth(new Change.MoreOf(grown, relative), direction, limits.free(), unit);
  }

  /** Returns a growth in the proportion in which orders exceed limits. */
  static Growth together(List<Growth> subjects, OrderSearch orders) {
    List<Change.MoreOf> parts = new ArrayList<>();
    List<Double> amounts = new ArrayList<>();
    double[] free = subjects.get(0).free;
    double[] direction = new double[free.length];
    for (Growth growth : subjects) {
      double amount = growth.needed(orders);
      parts.add((Change.MoreOf) growth.change);
      amounts.add(amount);
      for (int r = 0; r < free.length; r++) {
        direction[r] += amount * growth.direction[r];
      }
    }
    return new Growth(new Change.Several(parts, amounts), direction, free, 1);
  }

  @Override
  public Change change() {
    return change;
  }

  @Override
  public Situation at(Situation situation, double amount) {
    return situation.withMore(direction, amount);
  }

  @Override
  public double needed(OrderSearch found, double amount) {
    for (int r = 0; r < direction.length; r++) {
      if (direction[r] == 0 && found.share(r) > 0) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return needed(found);
  }

  /** Returns the amount that orders need as far as these limits go. */
  private double needed(OrderSearch found) {
    double most = 0;
    for (int r = 0; r < direction.length; r++) {
      most = direction[r] > 0 ? Math.max(most, (found.used(r) - free[r]) / direction[r]) : most;
    }
    return most * (1 + 1e-12);
  }

  @Override
  public double unit() {
    return unit;
  }
}
