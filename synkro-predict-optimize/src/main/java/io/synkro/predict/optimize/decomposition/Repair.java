package io.synkro.predict.optimize.decomposition;

/**
 * Makes a plan keep the hard limits: prices of exceeded limits rise, the lines that use them are
 * solved again, and new plans are taken one after another if less is exceeded. Used by one thread
 * at a time.
 */
final class Repair {
  private static final int MOST_ROUNDS = 80;
  private static final double FIRST = 0.02;
  private static final double FASTER = 1.3;

  /** What a limit without a price is worth at first: its whole amount, of the bound. */
  private static final double BASE = 0.01;

  private final Parts parts;
  private final Limits limits;
  private final Dual dual;
  private final LineSwaps swaps;

  /**
   * Prepares.
   *
   * @param parts of the engine
   * @param dual prices to begin with
   * @param swaps the plan that is repaired
   */
  Repair(Parts parts, Dual dual, LineSwaps swaps) {
    this.parts = parts;
    this.limits = parts.limits();
    this.dual = dual;
    this.swaps = swaps;
  }

  /** Repairs; returns whether the plan keeps all hard limits now. */
  boolean run() {
    double[] prices = dual.prices().clone();
    double rise = FIRST;
    for (int round = 0; round < MOST_ROUNDS && !parts.watch().isOver(); round++) {
      if (limits.kept(swaps.used())) {
        return true;
      }
      boolean[] over = new boolean[limits.accounts];
      for (int r = 0; r < limits.count; r++) {
        if (limits.hard(r) && swaps.excess(r) > 0) {
          over[limits.account[r]] = true;
          double base = BASE * Math.abs(dual.bound()) / dual.scale(r);
          prices[r] += rise * (dual.prices()[r] + base);
        }
      }
      rise *= FASTER;
      swaps.propose(limits.accountPrices(prices), over, true);
      for (int line = 0; line < parts.table().blocks; line++) {
        if (swaps.isChanged(line)) {
          swaps.look(line);
          if (swaps.moreExcess(dual) < 0) {
            swaps.take(line);
          }
        }
      }
    }
    return limits.kept(swaps.used());
  }
}
