package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;

/**
 * Plans a block of lines that lanes join, at given prices of the accounts: a lane sends some packs
 * more, fewer, or in another period, and the orders of the two lines that it joins are solved
 * again. Any such change that lowers the cost plus price of what is used is taken, until none does.
 * Used by one thread at a time.
 */
final class LaneSearch {
  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final int MOST_SWEEPS = 20;

  /** Packs by which a lane is changed at once, at most and at least tried. */
  private static final int MOST_STEP = 40;

  private static final int LEAST_STEP = 4;

  /** Of the value: gains that are rounding errors. */
  private static final double PRECISION = 1e-10;

  private final LineTable source;
  private final int periods;
  private final int[] moved;
  private final boolean[] sends;
  private double[] prices = {};
  private double weight;

  /** A copy of the table with what is moved, and what solves its lines; made when needed. */
  private LineTable table;

  private LineProgram program;

  private final double[] values;
  private int[] plan = {};
  private int firstLane;
  private int endLane;
  private double tolerance;

  LaneSearch(LineTable table) {
    this.source = table;
    this.table = table;
    this.program = new LineProgram(table);
    this.periods = table.periods;
    this.moved = new int[periods];
    this.sends = new boolean[periods];
    this.values = new double[table.lane.length == 0 ? 0 : table.lines];
  }

  /** Sets the prices by account and the weight of the true costs. */
  void price(double[] prices, double weight) {
    this.prices = prices;
    this.weight = weight;
    program.price(prices, weight);
  }

  /**
   * Improves a block.
   *
   * @param block its number
   * @param plan a whole plan; the search starts from the transfers that are there
   * @return cost plus price of what is used; infinite if no plan was found
   */
  double solve(int block, int[] plan) {
    open(block, plan);
    tolerance = PRECISION * Math.min(Double.MAX_VALUE, Math.abs(value(block)));
    boolean better = true;
    for (int sweep = 0; sweep < MOST_SWEEPS && better; sweep++) {
      better = false;
      for (int o = firstLane; o < endLane; o++) {
        for (int t = table.frozen[table.from[o]]; t < periods; t++) {
          better |= change(o, t);
          better |= shift(o, t);
        }
      }
    }
    return value(block);
  }

  /** Returns the value of the transfers in a plan, with the best orders, which are written to it. */
  double evaluate(int block, int[] plan) {
    open(block, plan);
    return value(block);
  }

  private void open(int block, int[] whole) {
    if (table == source) {
      table = source.forMoves();
      program = new LineProgram(table);
      program.price(prices, weight);
    }
    plan = whole;
    firstLane = table.lanes(block);
    endLane = table.options[table.first[block + 1]];
  }

  private double value(int block) {
    double value = 0;
    for (int i = table.first[block]; i < table.first[block + 1]; i++) {
      solveLine(i);
      value += values[i];
    }
    for (int o = firstLane; o < endLane; o++) {
      for (int t = 0; t < periods; t++) {
        value += price(o) * plan[o * periods + t];
      }
    }
    return value;
  }

  private double price(int lane) {
    return weight * table.tierCost[table.tiers[lane]];
  }

  private void solveLine(int line) {
    Arrays.fill(moved, 0);
    Arrays.fill(sends, false);
    for (int o = firstLane; o < endLane; o++) {
      for (int t = 0; t < periods && table.from[o] == line; t++) {
        int packs = plan[o * periods + t];
        moved[t] -= packs;
        sends[t] |= packs > 0;
      }
      for (int t = 0; t + table.lead[o] < periods && table.to[o] == line; t++) {
        moved[t + table.lead[o]] += plan[o * periods + t];
      }
    }
    for (int t = 1; t < periods; t++) {
      moved[t] += moved[t - 1];
    }
    table.move(line, moved, sends);
    values[line] = program.solve(line, plan);
  }

  private void solveLines(int lane) {
    solveLine(table.from[lane]);
    solveLine(table.to[lane]);
  }

  private double value(int lane, int packs) {
    return values[table.from[lane]] + values[table.to[lane]] + price(lane) * packs;
  }

  /** Sends more or less in a period, as is best; returns whether that is a change. */
  private boolean change(int lane, int period) {
    int at = lane * periods + period;
    int old = plan[at];
    int most = (int) Math.min(table.most[lane], (long) old + step(lane));
    int best = old;
    double least = value(lane, old) - tolerance;
    for (int packs = old + 1; packs <= most; packs++) {
      plan[at] = packs;
      solveLine(table.from[lane]);
      if (values[table.from[lane]] == NEVER) {
        break;
      }
      solveLine(table.to[lane]);
      if (value(lane, packs) < least) {
        least = value(lane, packs);
        best = packs;
      }
    }
    for (int packs = old - 1; packs >= Math.max(0, old - MOST_STEP); packs--) {
      plan[at] = packs;
      solveLines(lane);
      if (value(lane, packs) < least) {
        least = value(lane, packs);
        best = packs;
      }
    }
    plan[at] = best;
    solveLines(lane);
    return best != old;
  }

  /** Sends what is sent in a period in another one; returns whether that is better. */
  private boolean shift(int lane, int period) {
    int at = lane * periods + period;
    int old = plan[at];
    if (old == 0) {
      return false;
    }
    double least = value(lane, 0) - tolerance;
    int best = period;
    for (int t = table.frozen[table.from[lane]]; t < periods; t++) {
      int other = lane * periods + t;
      if (t != period && plan[other] <= table.most[lane] - old) {
        plan[at] = 0;
        plan[other] += old;
        solveLines(lane);
        if (value(lane, 0) < least) {
          least = value(lane, 0);
          best = t;
        }
        plan[other] -= old;
        plan[at] = old;
      }
    }
    plan[at] -= old;
    plan[lane * periods + best] += old;
    solveLines(lane);
    return best != period;
  }

  /** Returns a little more than the largest order of the line that receives. */
  private int step(int lane) {
    int largest = 0;
    int line = table.to[lane];
    for (int i = table.options[line] * periods; i < table.ends[line] * periods; i++) {
      largest = Math.max(largest, plan[i]);
    }
    return Math.max(LEAST_STEP, Math.min(MOST_STEP, largest + 1));
  }
}
