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
  private double[] values = new double[0];
  private int[] window = new int[0];
  private double[] prices = new double[0];
  private double weight = 1;

  /** Of the line that is being solved. */
  private int line;

  private int states;
  private int reached;

  LineProgram(LineTable table) {
    this.table = table;
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
    System.arraycopy(values, row, values, row + states, states);
    int most = table.most[option];
    int before = reached;
    for (int tier = table.tiers[option]; tier < table.tiers[option + 1]; tier++) {
      double price = packPrice(option, tier, ordered);
      double fixed = weight * table.orderCost[option];
      int least = table.tierPacks[tier];
      if (most >= states - 1) {
        running(values, row, new Tier(states, before, least, price, fixed));
      } else {
        sliding(row, most, new Tier(states, before, least, price, fixed));
      }
    }
    if (table.tierPacks[table.tiers[option]] < states) {
      reached = Math.max(before, (int) Math.min(states - 1L, (long) before + most));
    }
  }

  /** What an order in a tier costs, and the states before it. */
  private record Tier(int states, int before, int least, double price, double fixed) {}

  private static void running(double[] values, int row, Tier tier) {
    int next = row + tier.states;
    int least = tier.least;
    int before = tier.before;
    double price = tier.price;
    double best = NEVER;
    int direct = Math.min(tier.states, before + least + 1);
    for (int s = least; s < direct; s++) {
      int from = s - least;
      double value = values[row + from] - price * from;
      best = value < best ? value : best;
      double sum = best + (tier.fixed + price * s);
      if (sum < values[next + s]) {
        values[next + s] = sum;
      }
    }
    for (int s = Math.max(direct, least); s < tier.states; s++) {
      values[next + s] = Math.min(values[next + s], best + (tier.fixed + price * s));
    }
  }

  private void sliding(int row, int most, Tier tier) {
    if (window.length < states) {
      window = new int[Math.max(states, 2 * window.length)];
    }
    int head = 0;
    int tail = 0;
    double price = tier.price;
    for (int s = tier.least; s < states; s++) {
      int from = s - tier.least;
      if (from <= tier.before) {
        double value = values[row + from] - price * from;
        while (tail > head
            && values[row + window[tail - 1]] - price * window[tail - 1] >= value) {
          tail--;
        }
        window[tail++] = from;
      }
      while (head < tail && window[head] < s - most) {
        head++;
      }
      if (head < tail) {
        int best = window[head];
        double sum = values[row + best] - price * best + (tier.fixed + price * s);
        values[row + states + s] = Math.min(values[row + states + s], sum);
      }
    }
  }

  /** Adds the cost of the stock at the end of a period and the price of its room. */
  private void hold(int period, int row) {
    int at = line * table.periods + period;
    double room = 0;
    for (int r = table.rooms[line]; r < table.rooms[line + 1]; r++) {
      room += table.roomUnit[r] * prices[table.roomAccount[r] + period];
    }
    int piece = period == table.periods - 1 ? table.finalPieces[line] : table.pieces[line];
    double bare = table.bare[at];
    double pack = table.pack[line];
    double least = table.least(at);
    for (int s = 0; s <= reached; s++) {
      double stock = bare + pack * s;
      while (stock > table.pieceEnd[piece]) {
        piece++;
      }
      double cost = weight * (table.pieceBase[piece] + table.pieceSlope[piece] * stock);
      cost += stock > 0 ? room * stock : 0;
      values[row + states + s] = stock < least ? NEVER : values[row + s] + cost;
    }
    Arrays.fill(values, row + states + reached + 1, row + 2 * states, NEVER);
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
