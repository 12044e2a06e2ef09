package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;

/**
 * How much dearer each plan in the pool is than the best of its line, at the best prices of the
 * limits. What a whole plan costs above the lower bound is the sum of the regrets of its plans and
 * the price of what it leaves unused, so plans of small regret are enough to look at.
 */
final class Regrets {
  private final LineTable table;
  private final PlanPool pool;
  private final float[] regrets;
  private final int[] best;
  private final LinePass.Sums sums;

  /**
   * Looks at all plans.
   *
   * @param parts of the engine
   * @param prices of the limits
   */
  Regrets(Parts parts, double[] prices) {
    this.table = parts.table();
    this.pool = parts.pool();
    this.regrets = new float[table.blocks * pool.most()];
    this.best = new int[table.blocks];
    double[] accountPrices = parts.limits().accountPrices(prices);
    this.sums =
        parts
            .pass()
            .each(
                1,
                () -> {
                  Pricing pricing = new Pricing(table, accountPrices);
                  double[] values = new double[pool.most()];
                  return (line, total) -> look(line, pricing, values, total);
                });
  }

  private void look(int line, Pricing pricing, double[] values, LinePass.Sums total) {
    int least = 0;
    for (int c = 0; c < pool.count(line); c++) {
      values[c] = pool.cost(line, c) + pricing.price(line, pool.cells(line), pool.start(line, c));
      least = values[c] < values[least] ? c : least;
    }
    for (int c = 0; c < pool.count(line); c++) {
      regrets[line * pool.most() + c] = (float) (values[c] - values[least]);
    }
    best[line] = least;
    pricing.books.use(line, pool.cells(line), pool.start(line, least), total.used);
    total.value += pool.cost(line, least);
  }

  /** Prices plans of lines. */
  private static final class Pricing {
    private final LineTable table;
    private final LineBooks books;
    private final double[] prices;
    private final double[] used;
    private final int[] accounts;

    Pricing(LineTable table, double[] prices) {
      this.table = table;
      this.books = new LineBooks(table);
      this.prices = prices;
      this.used = new double[prices.length];
      this.accounts = new int[table.mostAccounts()];
    }

    double price(int line, int[] plans, int start) {
      double value = 0;
      books.use(line, plans, start, used);
      int count = table.accounts(line, accounts);
      for (int j = 0; j < count; j++) {
        value += prices[accounts[j]] * used[accounts[j]];
        used[accounts[j]] = 0;
      }
      return value;
    }
  }

  /** Returns whether all lines were looked at before the watch was over. */
  boolean complete() {
    return sums.complete;
  }

  /** Returns the number of the plan of a line that has no regret. */
  int best(int line) {
    return best[line];
  }

  /** Returns the regret of a plan, within the precision of a float. */
  double regret(int line, int column) {
    return regrets[line * pool.most() + column];
  }

  /** Returns what all lines use at their plans without regret. */
  double[] used() {
    return sums.used;
  }

  /** Returns what these plans cost. */
  double cost() {
    return sums.value;
  }

  /**
   * Returns the regret that a number of plans do not exceed, apart from those without regret.
   *
   * @param count how many plans
   * @param most the largest regret to think of
   * @return at most that
   */
  double cut(int count, double most) {
    float[] small = new float[regrets.length];
    int found = 0;
    for (int i = 0; i < table.blocks; i++) {
      for (int c = 0; c < pool.count(i); c++) {
        double regret = regret(i, c);
        if (c != best[i] && regret <= most) {
          small[found++] = (float) regret;
        }
      }
    }
    if (found <= count) {
      return most;
    }
    Arrays.sort(small, 0, found);
    return small[count];
  }
}
