package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.problem.StockLine;
import java.util.Arrays;

/** Adds up what the orders and transfers of a block use and cost. Used by one thread at a time. */
final class LineBooks {
  private final LineTable table;
  private final double[] stocks;
  private final double[] sink;
  private double purchases;

  LineBooks(LineTable table) {
    this.table = table;
    this.stocks = new double[table.mostLines * table.periods];
    this.sink = new double[table.accounts];
  }

  /** Returns what a block costs in a whole plan. */
  double cost(int block, int[] plan) {
    return book(block, plan, table.start(block), sink); // nobody looks at what is used
  }

  /** Books a block of a whole plan and returns its cost. */
  double book(int block, int[] plan, double[] used) {
    return book(block, plan, table.start(block), used);
  }

  /**
   * Books a block.
   *
   * @param block its number
   * @param plans holds its orders and transfers, by option or lane and period
   * @param start where they begin
   * @param used what is used of each account, which is added to
   * @return the cost of the block
   */
  double book(int block, int[] plans, int start, double[] used) {
    double cost = use(block, plans, start, used);
    int stock = 0;
    for (int i = table.first[block]; i < table.first[block + 1]; i++) {
      StockLine source = table.line(i);
      for (int t = 0; t < table.periods; t++) {
        cost += source.cost(t).at(stocks[stock++]);
      }
    }
    return cost;
  }

  /**
   * Books what a block uses, which takes less time.
   *
   * @param block its number
   * @param plans holds its orders and transfers, by option or lane and period
   * @param start where they begin
   * @param used what is used of each account, which is added to
   * @return the cost of the block but for its stock
   */
  double use(int block, int[] plans, int start, double[] used) {
    int begin = table.first[block];
    int end = table.first[block + 1];
    Arrays.fill(stocks, 0, (end - begin) * table.periods, 0);
    int shift = start - table.start(block);
    purchases = 0;
    double orders = 0;
    for (int i = begin; i < end; i++) {
      orders += order(i, plans, shift, (i - begin) * table.periods, used);
    }
    double moved = table.isJoined(block) ? move(block, plans, shift) : 0;
    for (int i = begin; i < end; i++) {
      useRoom(i, (i - begin) * table.periods, used);
    }
    return orders + purchases + moved;
  }

  private double order(int line, int[] plans, int shift, int stock, double[] used) {
    double orders = 0;
    double paid = 0;
    double pack = table.pack[line];
    int at = table.options[line] * table.periods + shift;
    for (int o = table.options[line]; o < table.ends[line]; o++) {
      for (int t = 0; t < table.periods; t++, at++) {
        int packs = plans[at];
        if (packs > 0) {
          double money = packs * table.tierCost[table.tier(o, packs)];
          paid += money;
          orders += table.orderCost[o];
          used[t] += money;
          used[table.supplier[o] + t] += packs * pack;
          if (t + table.lead[o] < table.periods) {
            stocks[stock + t + table.lead[o]] += packs * pack;
          }
        }
      }
    }
    purchases += paid;
    return orders;
  }

  private double move(int block, int[] plans, int shift) {
    double cost = 0;
    int begin = table.first[block];
    for (int o = table.lanes(block); o < table.options[table.first[block + 1]]; o++) {
      for (int t = 0; t < table.periods; t++) {
        int packs = plans[o * table.periods + t + shift];
        double units = packs * table.pack[begin];
        cost += packs * table.tierCost[table.tiers[o]];
        stocks[(table.from[o] - begin) * table.periods + t] -= units;
        if (t + table.lead[o] < table.periods) {
          stocks[(table.to[o] - begin) * table.periods + t + table.lead[o]] += units;
        }
      }
    }
    return cost;
  }

  /** Returns what the orders booked last cost without order costs. */
  double purchases() {
    return purchases;
  }

  private void useRoom(int line, int first, double[] used) {
    double ordered = 0;
    for (int t = 0; t < table.periods; t++) {
      ordered += stocks[first + t];
      double stock = table.bare[line * table.periods + t] + ordered;
      stocks[first + t] = stock;
      if (stock > 0) {
        for (int r = table.rooms[line]; r < table.rooms[line + 1]; r++) {
          used[table.roomAccount[r] + t] += table.roomUnit[r] * stock;
        }
      }
    }
  }
}
