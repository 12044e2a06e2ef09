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
    int cell = 0;
    for (int t = 0; t < need.units.length; t++) {
      for (; cell < stages && need.cells.get(cell).arrival == t; cell++) {
        order(need.cells.get(cell), prices, available, states, cell * states);
      }
      hold(need, t, prices, available);
    }
    int best = 0;
    for (int s = 1; s < states; s++) {
      best = values[s] < values[best] ? s : best;
    }
    double value = values[best];
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
    for (int tier = 0; tier < cell.tierPacks.length; tier++) {
      int least = cell.tierPacks[tier];
      int most = Math.min(states - 1, cell.most(tier, available));
      if (most >= least) {
        slide(cell.price(tier, prices), least, most, states, choiceStart);
      }
    }
    double[] swap = values;
    values = next;
    next = swap;
  }

  private void slide(double price, int least, int most, int states, int choiceStart) {
    int head = 0;
    int tail = 0;
    for (int s = least; s < states; s++) {
      int from = s - least;
      double value = values[from] - price * from;
      if (value < NEVER) {
        while (tail > head && values[window[tail - 1]] - price * window[tail - 1] >= value) {
          tail--;
        }
        window[tail++] = from;
      }
      while (head < tail && window[head] < s - most) {
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
    Arrays.fill(values, 0, least, NEVER);
    int most = need.mostPacks(period, available);
    if (most + 1 < need.states) {
      Arrays.fill(values, Math.max(0, most + 1), need.states, NEVER);
    }
    double price = need.roomPrice(period, prices);
    for (int s = least; price > 0 && s <= most; s++) {
      values[s] += price * need.addedStock(period, s);
    }
  }
}
