package io.synkro.predict.optimize.conflict;

import java.util.Arrays;

/**
 * Finds the orders of a line that keep its minimum stock and use the least, at given prices of the
 * limits: dynamic programming over the packs that have arrived so far, a stage for each order. The
 * best earlier state is a sliding minimum. Used by one thread at a time.
 */
final class LeastUse {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  private double[] values = new double[0];
  private double[] next = new double[0];
  private int[] choices = new int[0];
  private int[] window = new int[0];

  /** The states that can be reached lie from the first to the last. */
  private int first;

  private int last;

  /**
   * Solves a line.
   *
   * @param need of the line
   * @param prices of a unit of each row, zero or more
   * @param available what the line alone may use of each row at most; infinite if it does not count
   * @param orders filled with packs by cell
   * @return the price of what is used; infinite if no orders will do
   */
  double solve(LineNeed need, double[] prices, double[] available, int[] orders) {
    int states = need.states;
    int stages = need.cells.size();
    if (values.length < states) {
      values = new double[states];
      next = new double[states];
      window = new int[states];
    }
    if (choices.length < (long) states * stages) {
      choices = new int[states * stages];
    }
    Arrays.fill(values, 0, states, NEVER);
    values[0] = 0;
    first = 0;
    last = 0;
    int cell = 0;
    for (int t = 0; t < need.units.length; t++) {
      for (; cell < stages && need.cells.get(cell).arrival == t; cell++) {
        order(need.cells.get(cell), prices, available, states, cell * states);
      }
      hold(need, t, prices, available);
    }
    int best = first;
    for (int s = first; s <= last; s++) {
      best = values[s] < values[best] ? s : best;
    }
    double value = first <= last ? values[best] : NEVER;
    for (int c = stages - 1; c >= 0; c--) {
      orders[c] = value == NEVER ? 0 : choices[c * states + best];
      best -= orders[c];
    }
    return value;
  }

  private void order(
      OrderCell cell, double[] prices, double[] available, int states, int choiceStart) {
    System.arraycopy(values, 0, next, 0, states);
    Arrays.fill(choices, choiceStart, choiceStart + states, 0);
    int reached = last;
    for (int tier = 0; tier < cell.tierPacks.length && first <= last; tier++) {
      int least = cell.tierPacks[tier];
      int most = Math.min(states - 1, cell.most(tier, available));
      int end = Math.min(states - 1, last + most);
      if (most >= end - first) {
        run(cell.price(tier, prices), least, end, choiceStart);
      } else if (most >= least) {
        slide(cell.price(tier, prices), new int[] {least, most, end}, choiceStart);
      }
      reached = Math.max(reached, end);
    }
    last = reached;
    double[] swap = values;
    values = next;
    next = swap;
  }

  /** Orders as much as there is need of: the best earlier state is a running minimum. */
  private void run(double price, int least, int end, int choiceStart) {
    int best = first;
    double lowest = NEVER;
    for (int s = first + least; s <= end; s++) {
      int from = s - least;
      double value = from <= last ? values[from] - price * from : NEVER;
      if (value <= lowest && value < NEVER) {
        lowest = value;
        best = from;
      }
      double sum = lowest + price * s;
      if (sum < next[s]) {
        next[s] = sum;
        choices[choiceStart + s] = s - best;
      }
    }
  }

  /** Orders of limited size: the best earlier state is a sliding minimum. */
  private void slide(double price, int[] range, int choiceStart) {
    int head = 0;
    int tail = 0;
    for (int s = first + range[0]; s <= range[2]; s++) {
      int from = s - range[0];
      if (from <= last && values[from] < NEVER) {
        double value = values[from] - price * from;
        while (tail > head && values[window[tail - 1]] - price * window[tail - 1] >= value) {
          tail--;
        }
        window[tail++] = from;
      }
      while (head < tail && window[head] < s - range[1]) {
        head++;
      }
      if (head < tail) {
        int best = window[head];
        double sum = values[best] + price * (s - best);
        if (sum < next[s]) {
          next[s] = sum;
          choices[choiceStart + s] = s - best;
        }
      }
    }
  }

  /** Leaves out what breaks the minimum stock or has no room, and adds the price of the room. */
  private void hold(LineNeed need, int period, double[] prices, double[] available) {
    int least = Math.min(need.states, need.packs[period]);
    if (least > first) {
      Arrays.fill(values, first, least, NEVER);
      first = least;
    }
    int most = need.mostPacks(period, available);
    if (most < last) {
      Arrays.fill(values, Math.max(0, most + 1), last + 1, NEVER);
      last = most;
    }
    double price = need.roomPrice(period, prices);
    for (int s = first; price > 0 && s <= last; s++) {
      values[s] += price * need.addedStock(period, s);
    }
  }
}
