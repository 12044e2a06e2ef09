package io.synkro.predict.optimize.decomposition;

/** Finds the plan of each line that uses the least of all limits, whatever it costs. */
final class LeastUse {
  private final Parts parts;

  LeastUse(Parts parts) {
    this.parts = parts;
  }

  /**
   * Puts the plans into the pool, as the first ones.
   *
   * @return what was found, with a line without any plan if there is one
   */
  LinePass.Sums find() {
    Limits limits = parts.limits();
    double[] prices = new double[limits.accounts];
    for (int r = 0; r < limits.count; r++) {
      prices[limits.account[r]] += 1 / Math.max(1, limits.amount[r]);
    }
    int[] plan = new int[parts.table().orders()];
    return parts
        .pass()
        .solve(
            new LinePass.Query(prices, 0, 1),
            plan,
            (line, books) -> parts.pool().add(line, plan, Integer.MAX_VALUE, books));
  }
}
