package io.synkro.predict.optimize.decomposition;

import java.util.SplittableRandom;

/**
 * Chooses plans for the lines of a core so that together they use about what the mixture does: each
 * line takes the plan that keeps the sum of the differences so far smallest. Used by one thread at
 * a time.
 */
final class Rounding {
  /** A plan with more of the mixture than this needs no choice. */
  private static final double SURE = 0.999;

  private static final double RARE = 0.01;

  private final Core core;
  private final double[] weights;
  private final double[] off;

  /**
   * Prepares.
   *
   * @param core the open lines
   * @param weights how much a unit of difference in each account counts, squared
   */
  Rounding(Core core, double[] weights) {
    this.core = core;
    this.weights = weights;
    this.off = new double[weights.length];
  }

  /** Selects a plan for every line. */
  void select(Annealing annealing, SplittableRandom random) {
    int count = core.lines.length;
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    for (int line : order) {
      annealing.select(line, choose(line));
    }
  }

  private int choose(int line) {
    int main = core.first[line];
    double total = 0;
    for (int c = core.first[line]; c < core.first[line + 1]; c++) {
      total += core.shares[c];
      main = core.shares[c] > core.shares[main] ? c : main;
    }
    if (total == 0) {
      return leastRegret(line);
    }
    if (core.shares[main] >= SURE * total) {
      return main;
    }
    expect(line, total);
    double least = Double.POSITIVE_INFINITY;
    for (int c = core.first[line]; c < core.first[line + 1]; c++) {
      double rise = core.shares[c] < RARE * total ? Double.POSITIVE_INFINITY : rise(c);
      if (rise < least) {
        least = rise;
        main = c;
      }
    }
    for (int u = core.begin[main]; u < core.begin[main + 1]; u++) {
      off[core.accounts[u]] += core.amounts[u];
    }
    return main;
  }

  private int leastRegret(int line) {
    int best = core.first[line];
    for (int c = best; c < core.first[line + 1]; c++) {
      best = core.regrets[c] < core.regrets[best] ? c : best;
    }
    return best;
  }

  /** Takes the mean use of a line from the sum of differences. */
  private void expect(int line, double total) {
    for (int c = core.first[line]; c < core.first[line + 1]; c++) {
      for (int u = core.begin[c]; u < core.begin[c + 1]; u++) {
        off[core.accounts[u]] -= core.shares[c] / total * core.amounts[u];
      }
    }
  }

  /** Returns how much the sum of squares rises by a plan. */
  private double rise(int plan) {
    double sum = 0;
    for (int u = core.begin[plan]; u < core.begin[plan + 1]; u++) {
      double amount = core.amounts[u];
      sum += weights[core.accounts[u]] * amount * (2 * off[core.accounts[u]] + amount);
    }
    return sum;
  }
}
