package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;

/**
 * The units in which prices are searched: the amount of a limit, made larger for limits of little
 * money, so that a step in any direction matters about equally. Immutable after it is made.
 */
final class Scales {
  /** Found on generated problems: between amounts alone (0) and money alone (1). */
  private static final double EXPONENT = 0.25;

  private static final double LEAST_SHARE = 1e-4;
  private static final double LEAST_AMOUNT = 1e-3;

  private final LineTable table;
  private final double[] worth;
  private final double[] arriving;
  private final double[] scales;

  /**
   * Finds the scales.
   *
   * @param table the lines
   * @param limits what is scaled
   * @param plan a whole plan that shows what matters
   * @param used what it uses of each account
   */
  Scales(LineTable table, Limits limits, int[] plan, double[] used) {
    this.table = table;
    this.worth = new double[limits.accounts];
    this.arriving = new double[table.periods];
    this.scales = new double[limits.count];
    for (int line = 0; line < table.lines; line++) {
      addOrders(line, plan);
      addStock(line);
    }
    double most = Arrays.stream(worth).max().orElse(0);
    for (int r = 0; r < limits.count; r++) {
      int account = limits.account[r];
      double some = used[account] > 0 ? LEAST_AMOUNT * used[account] : 1;
      double share = most > 0 ? Math.max(LEAST_SHARE, worth[account] / most) : 1;
      scales[r] = Math.max(limits.amount[r], some) / Math.pow(share, EXPONENT);
    }
  }

  /** Returns the unit of a limit. */
  double of(int limit) {
    return scales[limit];
  }

  private void addOrders(int line, int[] plan) {
    Arrays.fill(arriving, 0);
    for (int o = table.options[line]; o < table.ends[line]; o++) {
      for (int t = 0; t < table.periods; t++) {
        int packs = plan[o * table.periods + t];
        if (packs > 0) {
          double money = packs * packCost(o);
          worth[t] += money;
          worth[table.supplier[o] + t] += money;
          if (t + table.lead[o] < table.periods) {
            arriving[t + table.lead[o]] += packs * table.pack[line];
          }
        }
      }
    }
  }

  private void addStock(int line) {
    double unitCost = Double.POSITIVE_INFINITY;
    for (int o = table.options[line]; o < table.ends[line]; o++) {
      unitCost = Math.min(unitCost, packCost(o) / table.pack[line]);
    }
    if (unitCost == Double.POSITIVE_INFINITY) {
      return;
    }
    double ordered = 0;
    for (int t = 0; t < table.periods; t++) {
      ordered += arriving[t];
      double stock = Math.max(0, table.bare[line * table.periods + t] + ordered);
      for (int r = table.rooms[line]; r < table.rooms[line + 1]; r++) {
        worth[table.roomAccount[r] + t] += unitCost * stock;
      }
    }
  }

  private double packCost(int option) {
    return table.tierCost[table.tiers[option]];
  }
}
