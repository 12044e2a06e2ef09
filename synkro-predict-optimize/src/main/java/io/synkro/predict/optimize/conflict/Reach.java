package io.synkro.predict.optimize.conflict;

/**
 * Finds what of a need orders can bring about if no shared limit counts: what arrives in time, fits
 * into the largest orders and does not perish. Used by one thread.
 */
final class Reach {
  private final LeastUse program = new LeastUse();
  private final double[] prices;
  private final double[] unlimited;

  /**
   * Prepares.
   *
   * @param rows number of hard limits
   */
  Reach(int rows) {
    this.prices = new double[rows];
    this.unlimited = Situation.unlimited(rows);
  }

  /** Returns by period the units of a need that can have arrived, the earlier ones first. */
  double[] of(LineNeed need) {
    if (!need.isNeedy() || isMet(need)) {
      return need.units.clone();
    }
    double[] units = new double[need.units.length];
    for (int t = 0; t < units.length; t++) {
      units[t] = need.units[t];
      if (units[t] > 0 && !isMet(need.with(units))) {
        units[t] = 0;
        units[t] = most(need, units, t);
      }
    }
    return units;
  }

  private double most(LineNeed need, double[] before, int period) {
    double[] units = before.clone();
    int low = 0;
    int high = need.packs[period];
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      units[period] = middle * need.line.packSize();
      boolean met = isMet(need.with(units));
      low = met ? middle : low;
      high = met ? high : middle;
    }
    return low * need.line.packSize();
  }

  private boolean isMet(LineNeed need) {
    if (!need.perishes()) {
      return need.fitsLargestOrders(); // nothing speaks against them
    }
    int[] orders = new int[need.cells.size()];
    return program.solve(need, prices, unlimited, orders) < Double.POSITIVE_INFINITY;
  }
}
