package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.problem.StockLine;
import java.util.Arrays;

/** Adds up what the orders of a line use and cost. Used by one thread at a time. */
final class LineBooks {
  private final LineTable table;
  private final double[] stocks;
  private final double[] sink;
  private double purchases;

  LineBooks(LineTable table) {
    this.table = table;
    this.stocks = new double[table.periods];
    this.sink = new double[table.accounts];
  }

  /** Returns what the orders of a line in a whole plan cost. */
  double cost(int line, int[] plan) {
    return book(line, plan, table.start(line), sink); // nobody looks at what is used
  }

  /** Books the orders of a line in a whole plan and returns their cost. */
  double book(int line, int[] plan, double[] used) {
    return book(line, plan, table.start(line), used);
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
    double cost = use(line, plans, start, used);
    StockLine source = table.line(line);
    for (int t = 0; t < table.periods; t++) {
      cost += source.cost(t).at(stocks[t]);
    }
    return cost;
  }

  /**
   * Books what the orders of a line use, which takes less time.
   *
   * @param line position of the line
   * @param plans holds its orders, by option and period
   * @param start where they begin
   * @param used what is used of each account, which is added to
   * @return the cost of the line but for its stock
   */
  double use(int line, int[] plans, int start, double[] used) {
    Arrays.fill(stocks, 0);
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
            stocks[t + table.lead[o]] += packs * pack;
          }
        }
      }
    }
    purchases = paid;
    useRoom(line, used);
    return orders + paid;
  }

  /** Returns what the orders booked last cost without order costs. */
  double purchases() {
    return purchases;
  }

  private void useRoom(int line, double[] used) {
    double ordered = 0;
    for (int t = 0; t < table.periods; t++) {
      ordered += stocks[t];
      double stock = table.bare[line * table.periods + t] + ordered;
      stocks[t] = stock;
      if (stock > 0) {
        for (int r = table.rooms[line]; r < table.rooms[line + 1]; r++) {
          used[table.roomAccount[r] + t] += table.roomUnit[r] * stock;
        }
      }
    }
  }
}
