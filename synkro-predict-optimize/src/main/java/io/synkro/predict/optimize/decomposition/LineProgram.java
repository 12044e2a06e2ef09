package io.synkro.predict.optimize.decomposition;

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
  private final StateCosts stateCosts;
  private double[] values = new double[0];
  private float[] own = new float[0];
  private int[] window = new int[0];
  private double[] prices = new double[0];
  private double weight = 1;

  /** Of the line that is being solved: position, states, highest reached, and stock costs. */
  private int line;

  private int states;
  private int reached;
  private float[] costs = own;
  private int costStart;

  LineProgram(LineTable table, StateCosts stateCosts) {
    this.table = table;
    this.stateCosts = stateCosts;
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
    states = table.states[position];
    int first = table.options[position];
    int end = table.options[position + 1];
    int cells = states * (table.periods * (end - first + 1) + 1);
    if (values.length < cells) {
      values = new double[Math.max(cells, 2 * values.length)];
    }
    findCosts();
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

  private void findCosts() {
    costs = stateCosts.costs();
    costStart = stateCosts.start(line);
    if (costStart >= 0 && weight == 1) {
      return;
    }
    int cells = states * table.periods;
    if (own.length < cells) {
      own = new float[Math.max(cells, 2 * own.length)];
    }
    stateCosts.fill(line, own, 0);
    costs = own;
    costStart = 0;
    for (int c = 0; c < cells && weight == 0; c++) {
      own[c] = own[c] == Float.POSITIVE_INFINITY ? own[c] : 0;
    }
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

  /** Adds the cost of the stock at the end of a period and the price of its room. */
  private void hold(int period, int row) {
    double room = 0;
    for (int r = table.rooms[line]; r < table.rooms[line + 1]; r++) {
      room += table.roomUnit[r] * prices[table.roomAccount[r] + period];
    }
    int next = row + states;
    add(values, row, next, reached + 1, costs, costStart + period * states);
    Arrays.fill(values, next + reached + 1, next + states, NEVER);
    if (room > 0) {
      double bare = table.bare[line * table.periods + period];
      double pack = table.pack[line];
      for (int s = (int) Math.max(0, Math.ceil(-bare / pack)); s <= reached; s++) {
        values[next + s] += room * (bare + pack * s);
      }
    }
  }

  private static void add(double[] values, int row, int next, int count, float[] costs, int start) {
    for (int s = 0; s < count; s++) {
      values[next + s] = values[row + s] + costs[start + s];
    }
  }

  /** Walks back from the best last state and writes the orders. */
  private void trace(int lastRow, int lastState, int[] plan) {
    int first = table.options[line];
    Arrays.fill(plan, first * table.periods, table.options[line + 1] * table.periods, 0);
    if (values[lastRow + lastState] == NEVER) {
      return;
    }
    int row = lastRow;
    int state = lastState;
    for (int t = table.periods - 1; t >= 0; t--) {
      row -= states;
      for (int o = table.options[line + 1] - 1; o >= first; o--) {
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
