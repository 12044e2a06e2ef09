package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;

/**
 * Plans of each line that were best at some prices: what a whole plan is put together from. Those
 * seen last are kept, and always the first, which is the one that uses the least. Threads may add
 * to different lines at a time.
 */
final class PlanPool {
  /** Cells of all plans together at most: 80 MB, if every line had as many plans as it can. */
  private static final int MOST_CELLS = 20_000_000;

  private static final int LEAST = 4;

  /** Most plans of a line; below 128, so that a byte holds a choice. */
  private static final int MOST = 60;

  private final LineTable table;
  private final int most;
  private final int[][] cells;
  private final double[] costs;
  private final int[] hashes;
  private final int[] seen;
  private final int[] counts;

  PlanPool(LineTable table) {
    this.table = table;
    int fitting = MOST_CELLS / Math.max(1, table.orders());
    this.most = Math.max(LEAST, Math.min(MOST, fitting));
    this.cells = new int[table.blocks][0];
    this.costs = new double[table.blocks * most];
    this.hashes = new int[table.blocks * most];
    this.seen = new int[table.blocks * most];
    this.counts = new int[table.blocks];
  }

  /** Returns the most plans that a line can have. */
  int most() {
    return most;
  }

  /** Returns the number of plans of a line. */
  int count(int line) {
    return counts[line];
  }

  /** Returns the cost of a plan of a line. */
  double cost(int line, int column) {
    return costs[line * most + column];
  }

  /** Returns the array that the plans of a line lie in. */
  int[] cells(int line) {
    return cells[line];
  }

  /** Returns where a plan begins there. */
  int start(int line, int column) {
    return column * width(line);
  }

  private int width(int line) {
    return table.start(line + 1) - table.start(line);
  }

  /**
   * Adds a plan unless it is there.
   *
   * @param line its line
   * @param plan a whole plan with its orders
   * @param time rises from pass to pass
   * @param books tells the cost
   * @return its number
   */
  int add(int line, int[] plan, int time, LineBooks books) {
    int from = table.start(line);
    int to = table.start(line + 1);
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + plan[i];
    }
    int base = line * most;
    int column = find(line, plan, hash);
    if (column < 0) {
      column = counts[line] < most ? counts[line]++ : oldest(base);
      System.arraycopy(plan, from, room(line, column), start(line, column), to - from);
      costs[base + column] = books.cost(line, plan);
      hashes[base + column] = hash;
    }
    seen[base + column] = time;
    return column;
  }

  /**
   * Returns the plans of a line, with room for one more: few lines ever have as many as they can.
   */
  private int[] room(int line, int column) {
    int[] held = cells[line];
    int width = width(line);
    if (held.length < (column + 1) * width) {
      held = Arrays.copyOf(held, Math.min(most, column + Math.max(1, column / 2)) * width);
    }
    cells[line] = held;
    return held;
  }

  private int find(int line, int[] plan, int hash) {
    int from = table.start(line);
    int to = table.start(line + 1);
    for (int c = 0; c < counts[line]; c++) {
      if (hashes[line * most + c] == hash) {
        int start = start(line, c);
        if (Arrays.equals(plan, from, to, cells[line], start, start + to - from)) {
          return c;
        }
      }
    }
    return -1;
  }

  private int oldest(int base) {
    int found = 1;
    for (int c = 2; c < most; c++) {
      found = seen[base + c] < seen[base + found] ? c : found;
    }
    return found;
  }

  /** Copies a plan of a line into a whole plan. */
  void copy(int line, int column, int[] plan) {
    int from = table.start(line);
    System.arraycopy(cells[line], start(line, column), plan, from, width(line));
  }
}
