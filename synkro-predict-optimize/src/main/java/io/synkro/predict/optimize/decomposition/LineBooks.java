package io.synkro.predict.optimize.decomposition;

/** Adds up what the orders of a line use and cost. Used by one thread at a time. */
final class LineBooks {
  private final LineTable table;
  private final double[] arriving;
  private double purchases;

  LineBooks(LineTable table) {
    this.table = table;
    this.arriving = new double[table.periods];
  }

  /**
   * Books the orders of a line.
   *
   * @param line position of the line
   * @param plan its orders, as in a whole plan
   * @param sign 1 to book, −1 to take back
   * @param used what is used of each account, which is changed
   * @return the cost of the line
   */
  double book(int line, int[] plan, int sign, double[] used) {
    java.util.Arrays.fill(arriving, 0);
    double cost = 0;
    double paid = 0;
    double pack = table.pack[line];
    for (int o = table.options[line]; o < table.options[line + 1]; o++) {
      for (int t = 0; t < table.periods; t++) {
        int packs = plan[o * table.periods + t];
        if (packs > 0) {
          double money = packs * table.tierCost[tier(o, packs)];
          paid += money;
          cost += table.orderCost[o];
          used[t] += sign * money;
          used[table.supplier[o] + t] += sign * packs * pack;
          if (t + table.lead[o] < table.periods) {
            arriving[t + table.lead[o]] += packs * pack;
          }
        }
      }
    }
    purchases = paid;
    return cost + paid + stockCost(line, sign, used);
  }

  /** Returns what the orders booked last cost without order costs. */
  double purchases() {
    return purchases;
  }

  private int tier(int option, int packs) {
    int tier = table.tiers[option + 1] - 1;
    while (packs < table.tierPacks[tier]) {
      tier--;
    }
    return tier;
  }

  private double stockCost(int line, int sign, double[] used) {
    double cost = 0;
    double ordered = 0;
    for (int t = 0; t < table.periods; t++) {
      ordered += arriving[t];
      double stock = table.bare[line * table.periods + t] + ordered;
      cost += table.stockCost(line, t, stock);
      if (stock > 0) {
        for (int r = table.rooms[line]; r < table.rooms[line + 1]; r++) {
          used[table.roomAccount[r] + t] += sign * table.roomUnit[r] * stock;
        }
      }
    }
    return cost;
  }
}
