package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.problem.StockCost;
import java.util.Arrays;

/**
 * Solves one line exactly at given prices of the accounts, by dynamic programming over the packs
 * that have arrived so far: a stage for every order that can arrive in a period, and one for the
 * stock at its end. The best earlier state of an order is a running minimum, or a sliding one where
 * orders have a maximum, so a stage takes time proportional to its states. The method is that of
 * Wagner &amp; Whitin (1958), <a
 * href="https://doi.org/10.1287/mnsc.5.1.89">doi:10.1287/mnsc.5.1.89</a>, over whole packs. Used by
 * one thread at a time.
 */
final class LineProgram {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  private final LineTable table;
  private final LineStock stock;
  private double[] values = new double[0];
  private int[] window = new int[0];
  private double[] prices = new double[0];
  private double weight = 1;

  /** Of the line that is being solved: position, states, and highest reached. */
  private int line;

  private int states;
  private int reached;

  /** Prepares for the stock of a table. */
  LineProgram(LineTable table) {
    this(table, table.stock());
  }

  /** Prepares for stock that lanes may move. */
  LineProgram(LineTable table, LineStock stock) {
    this.table = table;
    this.stock = stock;
  }

  /**
   * Sets the prices.
   *
   * @param prices by account, zero or more
   * @param weight of the true costs: 1, or 0 to look for what uses the least
   */
  void price(double[] prices, double weight) {
    this.prices = prices;
    this.weight = weight;
  }

  /**
   * Solves a line.
   *
   * @param position of the line
   * @param plan where its orders are written to, as in a whole plan
   * @return least cost plus price of what is used; infinite if no orders keep its minimum stock
   */
  double solve(int position, int[] plan) {
    line = position;
    states = stock.states[position];
    int first = table.options[position];
    int end = table.ends[position];
    int cells = states * (table.periods * (end - first + 1) + 1);
    if (values.length < cells) {
      values = new double[Math.max(cells, 2 * values.length)];
    }
    Arrays.fill(values, 0, states, NEVER);
    values[0] = 0;
    reached = 0;
    int row = 0;
    for (int t = 0; t < table.periods; t++) {
      for (int o = first; o < end; o++) {
        if (t - table.lead[o] >= table.frozen[position]) {
          order(o, t - table.lead[o], row);
          row += states;
        }
      }
      hold(t, row);
      row += states;
    }
    int best = 0;
    for (int s = 1; s <= reached; s++) {
      best = values[row + s] < values[row + best] ? s : best;
    }
    trace(row, best, plan);
    return values[row + best];
  }

  /** Returns the price of a pack in a tier, ordered in a period. */
  private double packPrice(int option, int tier, int ordered) {
    return table.tierCost[tier] * (weight + prices[ordered])
        + table.pack[line] * prices[table.supplier[option] + ordered];
  }

  private void order(int option, int ordered, int row) {
    int next = row + states;
    int most = table.most[option];
    double fixed = weight * table.orderCost[option];
    int tier = table.tiers[option];
    int least = table.tierPacks[tier];
    if (least >= states) {
      System.arraycopy(values, row, values, next, states);
      return;
    }
    if (most >= states - 1) {
      first(values, row, next, reached + 1, states, least, packPrice(option, tier, ordered), fixed);
    } else {
      System.arraycopy(values, row, values, next, states);
      sliding(row, most, least, packPrice(option, tier, ordered), fixed);
    }
    for (tier++; tier < table.tiers[option + 1]; tier++) {
      double price = packPrice(option, tier, ordered);
      if (most >= states - 1) {
        running(values, row, next, reached + 1, states, table.tierPacks[tier], price, fixed);
      } else {
        sliding(row, most, table.tierPacks[tier], price, fixed);
      }
    }
    reached = Math.max(reached, (int) Math.min(states - 1L, (long) reached + most));
  }

  private static void first(
      double[] values,
      int row,
      int next,
      int known,
      int states,
      int least,
      double price,
      double fixed) {
    for (int s = 0; s < least; s++) {
      values[next + s] = values[row + s];
    }
    double best = NEVER;
    double paid = fixed + price * least;
    double back = 0;
    int direct = Math.min(states, known + least);
    for (int s = least; s < direct; s++) {
      double value = values[row + s - least] - back;
      back += price;
      if (value < best) {
        best = value;
      }
      double sum = best + paid;
      paid += price;
      double old = values[row + s];
      values[next + s] = sum < old ? sum : old;
    }
    for (int s = direct; s < states; s++) {
      double sum = best + paid;
      paid += price;
      double old = values[row + s];
      values[next + s] = sum < old ? sum : old;
    }
  }

  private static void running(
      double[] values,
      int row,
      int next,
      int known,
      int states,
      int least,
      double price,
      double fixed) {
    double best = NEVER;
    int direct = Math.min(states, known + least);
    for (int s = least; s < direct; s++) {
      int from = s - least;
      double value = values[row + from] - price * from;
      best = value < best ? value : best;
      double sum = best + (fixed + price * s);
      if (sum < values[next + s]) {
        values[next + s] = sum;
      }
    }
    for (int s = Math.max(direct, least); s < states; s++) {
      values[next + s] = Math.min(values[next + s], best + (fixed + price * s));
    }
  }

  private void sliding(int row, int most, int least, double price, double fixed) {
    if (window.length < states) {
      window = new int[Math.max(states, 2 * window.length)];
    }
    int head = 0;
    int tail = 0;
    for (int s = least; s < states; s++) {
      int from = s - least;
      if (from <= reached) {
        double value = values[row + from] - price * from;
        while (tail > head && values[row + window[tail - 1]] - price * window[tail - 1] >= value) {
          tail--;
        }
        window[tail++] = from;
      }
      while (head < tail && window[head] < s - most) {
        head++;
      }
      if (head < tail) {
        int best = window[head];
        double sum = values[row + best] - price * best + (fixed + price * s);
        values[row + states + s] = Math.min(values[row + states + s], sum);
      }
    }
  }

  /**
   * Adds the cost of the stock at the end of a period and the price of its room: linear in the
   * packs between two corners of the cost, and from where stock begins.
   */
  private void hold(int period, int row) {
    double room = 0;
    for (int r = table.rooms[line]; r < table.rooms[line + 1]; r++) {
      room += table.roomUnit[r] * prices[table.roomAccount[r] + period];
    }
    StockCost cost = table.line(line).cost(period);
    double bare = stock.bare[line * table.periods + period];
    double pack = table.pack[line];
    int next = row + states;
    int state = Math.min(stock.leastPacks(line, period), reached + 1);
    Arrays.fill(values, next, next + state, NEVER);
    int corner = 0;
    int top = Math.min(reached, stock.mostPacks(line, period));
    while (state <= top) {
      double net = bare + pack * state;
      while (corner < cost.corners() && net > cost.level(corner)) {
        corner++;
      }
      double until = corner < cost.corners() ? cost.level(corner) : NEVER;
      int base = Math.max(0, corner - 1);
      double slope = weight * cost.slope(corner);
      double rest = weight * cost.value(base) + slope * (bare - cost.level(base));
      if (net > 0) {
        slope += room;
        rest += room * bare;
      } else {
        until = Math.min(until, 0);
      }
      int end = Math.max(state, (int) Math.min(top, Math.floor((until - bare) / pack)));
      add(values, row, next, state, end, rest, slope * pack);
      state = end + 1;
    }
    Arrays.fill(values, next + state, next + states, NEVER);
  }

  private static void add(
      double[] values, int row, int next, int from, int to, double rest, double perState) {
    for (int s = from; s <= to; s++) {
      values[next + s] = values[row + s] + (rest + perState * s);
    }
  }

  /** Walks back from the best last state and writes the orders. */
  private void trace(int lastRow, int lastState, int[] plan) {
    int first = table.options[line];
    Arrays.fill(plan, first * table.periods, table.ends[line] * table.periods, 0);
    if (values[lastRow + lastState] == NEVER) {
      return;
    }
    int row = lastRow;
    int state = lastState;
    for (int t = table.periods - 1; t >= 0; t--) {
      row -= states;
      for (int o = table.ends[line] - 1; o >= first; o--) {
        int ordered = t - table.lead[o];
        if (ordered >= table.frozen[line]) {
          row -= states;
          if (values[row + state] != values[row + states + state]) {
            int packs = packs(o, ordered, row, state);
            plan[o * table.periods + ordered] = packs;
            state -= packs;
          }
        }
      }
    }
  }

  /** Finds the order that led to a state. */
  private int packs(int option, int ordered, int row, int state) {
    int found = 0;
    double least = NEVER;
    for (int tier = table.tiers[option]; tier < table.tiers[option + 1]; tier++) {
      double price = packPrice(option, tier, ordered);
      double fixed = weight * table.orderCost[option] + price * state;
      int from = Math.max(0, state - table.most[option]);
      for (; from <= state - table.tierPacks[tier]; from++) {
        double sum = values[row + from] - price * from + fixed;
        if (sum < least) {
          least = sum;
          found = state - from;
        }
      }
    }
    return found;
  }
}
