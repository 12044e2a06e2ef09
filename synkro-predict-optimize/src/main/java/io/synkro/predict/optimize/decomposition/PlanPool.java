package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;

/**
 * Plans of each line that were best at some prices: what a whole plan is put together from. Of each
 * line a number of them is kept, those seen last. Threads may add to different lines at a time.
 */
final class PlanPool {
  private final LineTable table;
  private final int most;
  private final int[] plans;
  private final double[] costs;
  private final int[] hashes;
  private final int[] seen;
  private final int[] counts;

  PlanPool(LineTable table, int most) {
    this.table = table;
    this.most = most;
    this.plans = new int[Math.multiplyExact(table.orders(), most)];
    this.costs = new double[table.lines * most];
    this.hashes = new int[table.lines * most];
    this.seen = new int[table.lines * most];
    this.counts = new int[table.lines];
  }

  /** Returns the number of plans of a line. */
  int count(int line) {
    return counts[line];
  }

  /** Returns the cost of a plan of a line. */
  double cost(int line, int column) {
    return costs[line * most + column];
  }

  /** Returns the packs of a plan of a line. */
  int packs(int line, int column, int option, int period) {
    return plans[start(line, column) + (option - table.options[line]) * table.periods + period];
  }

  int[] plans() {
    return plans;
  }

  /** Returns where a plan begins. */
  int start(int line, int column) {
    int width = table.options[line + 1] - table.options[line];
    return (table.options[line] * most + column * width) * table.periods;
  }

  /**
   * Adds a plan unless it is there.
   *
   * @param line its line
   * @param plan the orders, as in a whole plan
   * @param cost what they cost
   * @param time rises from pass to pass
   * @param kept a plan that must not be replaced
   * @return its number
   */
  int add(int line, int[] plan, double cost, int time, int kept) {
    int from = table.options[line] * table.periods;
    int to = table.options[line + 1] * table.periods;
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + plan[i];
    }
    int base = line * most;
    int column = find(line, plan, hash);
    if (column < 0) {
      column = counts[line] < most ? counts[line]++ : oldest(base, kept);
      System.arraycopy(plan, from, plans, start(line, column), to - from);
      costs[base + column] = cost;
      hashes[base + column] = hash;
    }
    seen[base + column] = time;
    return column;
  }

  private int find(int line, int[] plan, int hash) {
    int from = table.options[line] * table.periods;
    int to = table.options[line + 1] * table.periods;
    for (int c = 0; c < counts[line]; c++) {
      if (hashes[line * most + c] == hash) {
        int start = start(line, c);
        if (Arrays.equals(plan, from, to, plans, start, start + to - from)) {
          return c;
        }
      }
    }
    return -1;
  }

  private int oldest(int base, int kept) {
    int found = -1;
    for (int c = 1; c < most; c++) { // the first is what uses the least
      if (c != kept && (found < 0 || seen[base + c] < seen[base + found])) {
        found = c;
      }
    }
    return found;
  }

  /** Copies a plan of a line into a whole plan. */
  void copy(int line, int column, int[] plan) {
    int from = table.options[line] * table.periods;
    int length = table.options[line + 1] * table.periods - from;
    System.arraycopy(plans, start(line, column), plan, from, length);
  }
}
