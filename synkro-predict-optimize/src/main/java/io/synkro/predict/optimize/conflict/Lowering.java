package io.synkro.predict.optimize.conflict;

import java.util.List;

/** What some lines need falls by a share. */
final class Lowering implements Family {
  private final List<LineNeed> lines;

  Lowering(List<LineNeed> lines) {
    this.lines = lines;
  }

  @Override
  public Change change() {
    return new Change.LowerMinimums(lines.stream().map(need -> need.line.id()).toList());
  }

  @Override
  public Situation at(Situation situation, double amount) {
    return situation.withLowered(lines, Math.min(1, amount));
  }

  @Override
  public double needed(OrderSearch found, double amount) {
    return found.excess() > 0
        ? Double.POSITIVE_INFINITY
        : Math.min(Math.min(1, amount), found.shortShare(lines));
  }

  @Override
  public double unit() {
    return 1;
  }
}
