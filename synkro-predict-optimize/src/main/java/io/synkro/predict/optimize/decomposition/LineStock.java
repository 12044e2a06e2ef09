package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.UsefulPacks;
import java.util.Arrays;

/**
 * The stock that lines have without orders, and which numbers of packs may be added to it. The
 * states of a line are the packs that have arrived, up to those that can pay by {@link
 * UsefulPacks}; no price makes a difference to these. That of a table never changes; a copy for
 * moves is used by one thread.
 */
final class LineStock {
  /** Cells of a dynamic program: 2^24 doubles are 128 MiB for each thread. */
  private static final int MOST_CELLS = 1 << 24;

  /** Packs that the search of transfers goes up to. */
  private static final int MOST_NEEDED = 1 << 16;

  /** Half of what the check of plans allows. */
  private static final double TOLERANCE = 0.5e-6;

  /** By line and period: stock without orders. */
  final double[] bare;

  /** By line: how many numbers of packs may have arrived, from 0. */
  final int[] states;

  private final LineTable table;
  private final int periods;

  /**
   * By line and period, where lanes join lines: the stock from which on a unit more never saves
   * what it costs.
   */
  private final double[] enough;

  /** By line and period: the least stock where something is sent; empty if nothing ever is. */
  private final double[] floors;

  LineStock(LineTable table) {
    this.table = table;
    this.periods = table.periods;
    this.bare = new double[table.lines * periods];
    this.states = new int[table.lines];
    this.enough = new double[table.hasLanes() ? bare.length : 0];
    this.floors = new double[0];
    for (int i = 0; i < table.lines; i++) {
      StockLine line = table.line(i);
      for (int t = 0; t < periods; t++) {
        bare[i * periods + t] = line.stockWithoutOrders(t);
      }
      states[i] = states(i, UsefulPacks.of(line) + 1);
      for (int t = 0; t < periods && table.hasLanes(); t++) {
        double price = table.isOrdered(i) && t == periods - 1 ? UsefulPacks.leastUnitCost(line) : 0;
        enough[i * periods + t] = Math.max(line.cost(t).sufficient(price), line.minimumStock(t));
      }
    }
  }

  private LineStock(LineStock other) {
    this.table = other.table;
    this.periods = other.periods;
    this.bare = other.bare.clone();
    this.states = other.states.clone();
    this.enough = other.enough;
    this.floors = new double[bare.length];
    Arrays.fill(floors, Double.NEGATIVE_INFINITY);
  }

  /** Returns a copy for a thread that moves stock between lines. */
  LineStock forMoves() {
    return new LineStock(this);
  }

  private int states(int i, double count) {
    double most = mostStates(i);
    if (count > most) {
      throw new InvalidInputException(
          "packs that " + table.line(i) + " can need",
          Double.toString(count),
          "must be at most " + (int) most,
          "plan in larger packs");
    }
    return (int) count;
  }

  private double mostStates(int i) {
    int stages = periods * (table.ends[i] - table.options[i] + 1) + 1;
    return (double) MOST_CELLS / stages;
  }

  /** Returns how many packs a line with lanes can need before it sends any. */
  int needed(int i) {
    double needed = 0;
    for (int t = 0; t < periods; t++) {
      int at = i * periods + t;
      needed = Math.max(needed, Math.ceil((enough[at] - bare[at]) / table.pack[i]));
    }
    return (int) Math.min(MOST_NEEDED, needed + UsefulPacks.largest(table.line(i)));
  }

  /** Returns the least packs that a line can have more than without orders: it sent all others. */
  int lowest(int i) {
    double own = 0;
    for (int t = table.frozen[i]; t < periods && table.sends[i].length > 0; t++) {
      double most = bare[i * periods + t] + table.line(i).afterSending(t);
      own = Math.max(own, Math.floor((most + 2 * TOLERANCE) / table.pack[i]));
    }
    return (int) -own;
  }

  /**
   * Sets what lanes move from now on: the stock without orders changes, and what is sent has to be
   * on hand. If a line would need more packs than fit, it does with those that do.
   *
   * @param i position of the line
   * @param moved by period, the packs that it received less those that it sent so far
   * @param sends whether it sends in a period
   */
  void move(int i, int[] moved, boolean[] sends) {
    StockLine line = table.line(i);
    double needed = 0;
    for (int t = 0; t < periods; t++) {
      int at = i * periods + t;
      bare[at] = line.stockWithoutOrders(t) + table.pack[i] * moved[t];
      floors[at] = sends[t] ? -line.afterSending(t) - TOLERANCE : Double.NEGATIVE_INFINITY;
      double target = Math.max(enough[at], sends[t] ? -line.afterSending(t) : enough[at]);
      needed = Math.max(needed, Math.ceil((target - bare[at]) / table.pack[i]));
    }
    double count = needed + UsefulPacks.largest(line) + 1;
    states[i] = table.isOrdered(i) ? (int) Math.min(mostStates(i), count) : 1;
  }

  /** Returns how many packs must have arrived to keep the minimum stock of a period. */
  int leastPacks(int line, int period) {
    double least = table.line(line).minimumStock(period);
    double sent = floors.length == 0 ? least : floors[line * periods + period];
    if (least == Double.NEGATIVE_INFINITY && sent == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    double allowed = Math.max(least - TOLERANCE * Math.max(1, Math.abs(least)), sent);
    double packs = Math.ceil((allowed - bare[line * periods + period]) / table.pack[line]);
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE - 1, packs));
  }

  /** Returns how many packs may have arrived to keep the maximum stock of a period. */
  int mostPacks(int line, int period) {
    double most = table.line(line).maximumStock(period);
    if (most == Double.POSITIVE_INFINITY) {
      return Integer.MAX_VALUE;
    }
    double allowed = most + TOLERANCE * Math.max(1, Math.abs(most));
    double packs = Math.floor((allowed - bare[line * periods + period]) / table.pack[line]);
    return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, packs));
  }
}
