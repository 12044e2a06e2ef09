package io.synkro.predict.optimize.problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what no plan can keep, from single lines and from the least stock of all lines. */
final class Contradictions {
  private static final double TOLERANCE = 1e-6;

  private final StockProblem problem;
  private final LimitRows rows;
  private final Set<Integer> senders = new HashSet<>();
  private final Set<Integer> receivers = new HashSet<>();
  private final List<String> found = new ArrayList<>();

  Contradictions(StockProblem problem) {
    this.problem = problem;
    this.rows = LimitRows.of(problem);
    for (Lane lane : problem.lanes()) {
      senders.add(problem.position(lane.from()));
      receivers.add(problem.position(lane.to()));
    }
  }

  List<String> found() {
    double[] least = new double[problem.limits().size()];
    for (int i = 0; i < problem.lines().size(); i++) {
      StockLine line = problem.lines().get(i);
      int first = firstArrival(line);
      for (int t = 0; t < problem.periods(); t++) {
        double minimum = line.minimumStock(t);
        double bare = line.stockWithoutOrders(t);
        if (exceeds(minimum, line.maximumStock(t))) {
          found.add(
              "%s: the minimum stock %s of period %d is above %s, what is sold before it perishes"
                  .formatted(line, minimum, t, line.maximumStock(t)));
        } else if (t < first && !receivers.contains(i) && exceeds(minimum, bare)) {
          found.add(
              "%s: no order arrives in time to lift the stock %s of period %d to its minimum %s"
                  .formatted(line, bare, t, minimum));
        }
        double stock = Math.max(0, senders.contains(i) ? minimum : Math.max(minimum, bare));
        addRoom(line, t, stock, least);
      }
    }
    for (int r = 0; r < least.length; r++) {
      SharedLimit limit = problem.limits().get(r);
      if (limit.price() == SharedLimit.HARD && exceeds(least[r], limit.amount())) {
        found.add("%s: the least stock of all lines takes %s".formatted(limit, least[r]));
      }
    }
    return List.copyOf(found);
  }

  private static boolean exceeds(double value, double limit) {
    return value > limit + TOLERANCE * Math.max(1, Math.abs(limit));
  }

  private void addRoom(StockLine line, int period, double stock, double[] least) {
    for (Space space : Space.values()) {
      double room = line.unitSpace(space) * stock;
      if (room > 0) {
        rows.room(line.id().warehouse(), space, period).forEach(r -> least[r] += room);
      }
    }
  }

  /** Returns the first period in which an order can arrive that keeps all hard limits by itself. */
  private int firstArrival(StockLine line) {
    int first = problem.periods();
    for (SupplyOption option : line.supply()) {
      double units = line.packSize() * option.minimumPacks();
      int t = line.frozenPeriods();
      while (t + option.leadPeriods() < first && !isPossible(option, t, units)) {
        t++;
      }
      first = Math.min(first, t + option.leadPeriods());
    }
    return first;
  }

  private boolean isPossible(SupplyOption option, int period, double units) {
    double money = units * option.unitCost(option.minimumPacks());
    for (PriceBreak tier : option.breaks()) {
      if (tier.packs() > option.minimumPacks() && tier.packs() <= option.maximumPacks()) {
        double cheaper = units / option.minimumPacks() * tier.packs() * tier.unitCost();
        money = Math.min(money, cheaper);
      }
    }
    return keeps(rows.budget(period), money)
        && keeps(rows.capacity(option.supplier(), period), units);
  }

  private boolean keeps(List<Integer> limits, double amount) {
    return limits.stream()
        .map(problem.limits()::get)
        .noneMatch(limit -> limit.price() == SharedLimit.HARD && exceeds(amount, limit.amount()));
  }
}
