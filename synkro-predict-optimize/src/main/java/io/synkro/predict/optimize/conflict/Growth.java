package io.synkro.predict.optimize.conflict;

import io.synkro.predict.optimize.problem.SharedLimit;
import java.util.List;

/** Some limits of one subject grow: all by the same share, or room by the same amount. */
final class Growth implements Family {
  /** By row: what an amount of 1 adds to it. */
  final double[] direction;

  private final Change.MoreOf change;
  private final double[] scales;
  private final double[] free;
  private final double unit;

  Growth(HardLimits limits, double[] scales, List<Integer> rows) {
    List<SharedLimit> grown = rows.stream().map(limits::limit).toList();
    boolean relative =
        grown.stream()
            .allMatch(limit -> limit.amount() > 0 && !(limit instanceof SharedLimit.Room));
    this.change = new Change.MoreOf(grown, relative);
    this.scales = scales;
    this.free = limits.free();
    this.direction = new double[scales.length];
    double largest = 0;
    for (int r : rows) {
      direction[r] = relative ? limits.limit(r).amount() : 1;
      largest = Math.max(largest, scales[r]);
    }
    this.unit = relative ? 1 : largest;
  }

  @Override
  public Change.MoreOf change() {
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
  double needed(OrderSearch found) {
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

  /** Returns the sum of the shares by which limits grow. */
  double shares(double amount) {
    double sum = 0;
    for (int r = 0; r < direction.length; r++) {
      sum += amount * direction[r] / scales[r];
    }
    return sum;
  }
}
