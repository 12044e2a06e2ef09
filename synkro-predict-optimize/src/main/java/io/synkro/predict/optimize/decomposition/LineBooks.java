package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.problem.StockLine;
import java.util.Arrays;

/** Adds up what the orders of a line use and cost. Used by one thread at a time. */
final class LineBooks {
  private final LineTable table;
  private final double[] arriving;
  private double purchases;

  LineBooks(LineTable table) {
    this.table = table;
    this.arriving = new double[table.periods];
  }

  /** Books the orders of a line in a whole plan. */
  double book(int line, int[] plan, double[] used) {
    return book(line, plan, table.options[line] * table.periods, used);
  }

  /**
   * Books the orders of a line.
   *
   * @param line position of the line
   * @param plans holds its orders, by option and period
   * @param start where they begin
   * @param used what is used of each account, which is added to
   * @return the cost of the line
   */
  double book(int line, int[] plans, int start, double[] used) {
    Arrays.fill(arriving, 0);
    double orders = 0;
    double paid = 0;
    double pack = table.pack[line];
    int at = start;
    for (int o = table.options[line]; o < table.options[line + 1]; o++) {
      for (int t = 0; t < table.periods; t++, at++) {
        int packs = plans[at];
        if (packs > 0) {
          double money = packs * table.tierCost[table.tier(o, packs)];
          paid += money;
          orders += table.orderCost[o];
          used[t] += money;
          used[table.supplier[o] + t] += packs * pack;
          if (t + table.lead[o] < table.periods) {
            arriving[t + table.lead[o]] += packs * pack;
          }
        }
      }
    }
    purchases = paid;
    return orders + paid + stock(line, used);
  }

  /** Returns what the orders booked last cost without order costs. */
  double purchases() {
    return purchases;
  }

  private double stock(int line, double[] used) {
    StockLine source = table.line(line);
    double cost = 0;
    double ordered = 0;
    for (int t = 0; t < table.periods; t++) {
      ordered += arriving[t];
      double stock = table.bare[line * table.periods + t] + ordered;
      cost += source.cost(t).at(stock);
      if (stock > 0) {
        for (int r = table.rooms[line]; r < table.rooms[line + 1]; r++) {
          used[table.roomAccount[r] + t] += table.roomUnit[r] * stock;
        }
      }
    }
    return cost;
  }
}
