package io.synkro.predict.optimize.decomposition;

/**
 * Makes a plan that keeps all limits cheaper: prices of limits that are not used up fall, the lines
 * that can use them are solved again, and new plans are taken one after another if they cost less
 * and no limit is exceeded. Used by one thread at a time.
 */
final class Refill {
  private static final int MOST_ROUNDS = 15;
  private static final double FIRST = 0.02;
  private static final double FASTER = 1.3;
  private static final double MOST_FALL = 0.5;

  /** Of the amount of a limit: less is not worth a round. */
  private static final double LEAST_SLACK = 1e-5;

  /** Of the cost: the gain of a round that is worth the next. */
  private static final double LEAST_GAIN = 1e-7;

  private final Parts parts;
  private final Limits limits;
  private final Dual dual;
  private final LineSwaps swaps;

  /**
   * Prepares.
   *
   * @param parts of the engine
   * @param dual prices to begin with
   * @param swaps the plan that is improved
   */
  Refill(Parts parts, Dual dual, LineSwaps swaps) {
    this.parts = parts;
    this.limits = parts.limits();
    this.dual = dual;
    this.swaps = swaps;
  }

  /** Improves the plan. */
  void run() {
    double[] prices = dual.prices().clone();
    double fall = FIRST;
    int idle = 0;
    for (int round = 0; round < MOST_ROUNDS && idle < 3 && !parts.watch().isOver(); round++) {
      boolean[] free = new boolean[limits.accounts];
      boolean any = false;
      for (int r = 0; r < limits.count; r++) {
        double slack = limits.amount[r] - swaps.used()[limits.account[r]];
        if (prices[r] > 0 && slack > LEAST_SLACK * limits.amount[r]) {
          prices[r] *= 1 - fall;
          free[limits.account[r]] = true;
          any = true;
        }
      }
      if (!any) {
        return;
      }
      fall = Math.min(MOST_FALL, fall * FASTER);
      double gain = round(prices, free);
      idle = gain > LEAST_GAIN * Math.abs(dual.bound()) ? 0 : idle + 1;
    }
  }

  private double round(double[] prices, boolean[] free) {
    swaps.propose(limits.accountPrices(prices), free, false);
    double gain = 0;
    for (int line = 0; line < parts.table().blocks; line++) {
      if (swaps.isChanged(line)) {
        swaps.look(line);
        if (swaps.moreExcess(dual) <= 0) {
          double more = swaps.moreCost(line);
          if (more < 0) {
            swaps.take(line);
            gain -= more;
          }
        }
      }
    }
    return gain;
  }
}
