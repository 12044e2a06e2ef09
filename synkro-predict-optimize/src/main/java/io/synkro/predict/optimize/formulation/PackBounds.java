package io.synkro.predict.optimize.formulation;

import io.synkro.predict.optimize.problem.LimitRows;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.optimize.problem.UsefulPacks;
import java.util.List;

/**
 * Bounds that some best plan keeps: the tighter they are, the more the relaxation of the model
 * says. They follow from the packs that can pay and from hard limits. Immutable after it is made.
 */
final class PackBounds {
  /** Half of what the check of plans allows. */
  private static final double TOLERANCE = 0.5e-6;

  private final StockProblem problem;
  private final LimitRows rows;
  private final LaneGroups groups;
  private final int periods;
  private final double[] useful;
  private final double[] low;
  private final double[] high;
  private final double[] reaching;

  PackBounds(StockProblem problem) {
    this.problem = problem;
    this.rows = LimitRows.of(problem);
    this.groups = new LaneGroups(problem);
    this.periods = problem.periods();
    int lines = problem.lines().size();
    this.useful = new double[lines];
    this.low = new double[lines * periods];
    this.high = new double[lines * periods];
    for (int i = 0; i < lines; i++) {
      StockLine line = problem.lines().get(i);
      useful[i] = groups.isJoined(i) ? groups.mostPacks(i) : UsefulPacks.of(line);
    }
    double[] arriving = new double[lines * periods];
    for (int i = 0; i < lines; i++) {
      for (int t = 0; t < periods; t++) {
        arriving[i * periods + t] = arriving(i, t);
      }
    }
    this.reaching = groups.reaching(arriving);
    for (int i = 0; i < lines; i++) {
      bound(i, arriving);
    }
  }

  private void bound(int i, double[] arriving) {
    StockLine line = problem.lines().get(i);
    double most = 0;
    for (int t = 0; t < periods; t++) {
      int at = i * periods + t;
      double bare = line.stockWithoutOrders(t);
      low[at] = Math.ceil((groups.least(i, t) - bare) / line.packSize() - 1e-9);
      most = Math.min(useful[i], most + arriving[at]);
      if (groups.isJoined(i)) {
        most = reaching[at];
      }
      double room = Math.floor((roomy(line, t) - bare) / line.packSize());
      most = Math.max(low[at], Math.min(most, Math.min(room, perishing(i, t))));
      high[at] = most;
    }
  }

  /** Returns the stock that hard limits of room leave to a line. */
  private double roomy(StockLine line, int period) {
    double most = Double.POSITIVE_INFINITY;
    for (Space space : Space.values()) {
      double unit = line.unitSpace(space);
      if (unit > 0) {
        double amount = hard(rows.room(line.id().warehouse(), space, period));
        most = Math.min(most, amount / unit);
      }
    }
    return most;
  }

  /** Returns the least of some hard limits, and what the check of plans allows beyond it. */
  private double hard(List<Integer> limits) {
    double least = Double.POSITIVE_INFINITY;
    for (int r : limits) {
      SharedLimit limit = problem.limits().get(r);
      if (limit.price() == SharedLimit.HARD) {
        least = Math.min(least, limit.amount() + 2 * TOLERANCE * Math.max(1, limit.amount()));
      }
    }
    return least;
  }

  /** Returns the most packs that can arrive from all options in a period. */
  private double arriving(int i, int period) {
    StockLine line = problem.lines().get(i);
    double sum = 0;
    for (int k = 0; k < line.supply().size(); k++) {
      int ordered = period - line.supply().get(k).leadPeriods();
      double most = 0;
      for (OrderTier tier : OrderTier.of(k, line.supply().get(k))) {
        most = Math.max(most, ordered < line.frozenPeriods() ? 0 : order(i, tier, ordered));
      }
      sum += most;
    }
    return sum;
  }

  /** Returns the most packs of an order. */
  double order(int i, OrderTier tier, int period) {
    StockLine line = problem.lines().get(i);
    SupplyOption option = line.supply().get(tier.option());
    double price = line.packSize() * tier.unitCost();
    double money = price > 0 ? hard(rows.budget(period)) / price : Double.POSITIVE_INFINITY;
    double units = hard(rows.capacity(option.supplier(), period)) / line.packSize();
    double most = Math.min(useful[i], Math.floor(Math.min(money, units)));
    return Math.min(most, tier.most());
  }

  /** Returns the fewest packs that the stock can be beside that without orders. */
  double low(int i, int period) {
    return low[i * periods + period];
  }

  /** Returns the most packs that the stock can be beside that without orders. */
  double high(int i, int period) {
    return high[i * periods + period];
  }

  /** Returns the most packs that a line can send in a period. */
  double sendable(int i, int period) {
    return groups.own(i, period) + reaching[i * periods + period];
  }

  /** Returns the fewest packs that keep the minimum stock; negative infinity if there is none. */
  double required(int i, int period) {
    StockLine line = problem.lines().get(i);
    double least = line.minimumStock(period);
    double allowed = least - TOLERANCE * Math.max(1, Math.abs(least));
    return Math.ceil((allowed - line.stockWithoutOrders(period)) / line.packSize());
  }

  /** Returns the most packs that keep the maximum stock; infinity if there is none. */
  double perishing(int i, int period) {
    StockLine line = problem.lines().get(i);
    double most = line.maximumStock(period);
    double allowed = most + TOLERANCE * Math.max(1, Math.abs(most));
    return Math.floor((allowed - line.stockWithoutOrders(period)) / line.packSize());
  }

  /** Returns what is known of lines that lanes join. */
  LaneGroups groups() {
    return groups;
  }
}
