package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.problem.SharedLimit;

/** The shared limits as primitive arrays. Immutable after it is made. */
final class Limits {
  /** Far below what the check of plans allows, far above rounding errors. */
  private static final double TOLERANCE = 1e-9;

  final int count;
  final int accounts;
  final int[] account;
  final double[] amount;

  /** What a unit beyond costs; infinite for hard limits. */
  final double[] price;

  /** By account: where its limits begin in {@code order}. */
  final int[] begin;

  final int[] order;

  Limits(Ledger ledger) {
    this.count = ledger.limits().size();
    this.accounts = ledger.size();
    this.account = new int[count];
    this.amount = new double[count];
    this.price = new double[count];
    this.begin = new int[accounts + 1];
    this.order = new int[count];
    for (int r = 0; r < count; r++) {
      SharedLimit limit = ledger.limits().get(r);
      account[r] = ledger.account(r);
      amount[r] = limit.amount();
      price[r] = limit.price();
      begin[account[r] + 1]++;
    }
    for (int a = 0; a < accounts; a++) {
      begin[a + 1] += begin[a];
    }
    int[] next = begin.clone();
    for (int r = 0; r < count; r++) {
      order[next[account[r]]++] = r;
    }
  }

  /** Returns whether an account has a limit. */
  boolean isLimited(int account) {
    return begin[account + 1] > begin[account];
  }

  /** Returns whether a limit must be kept. */
  boolean hard(int limit) {
    return price[limit] == Double.POSITIVE_INFINITY;
  }

  /** Returns the price of each account: the sum of those of its limits. */
  double[] accountPrices(double[] prices) {
    double[] sums = new double[accounts];
    for (int r = 0; r < count; r++) {
      sums[account[r]] += prices[r];
    }
    return sums;
  }

  /** Returns what is used beyond a limit; nothing within rounding if it must be kept. */
  double excess(int limit, double used) {
    double beyond = used - amount[limit];
    double allowed = hard(limit) ? TOLERANCE * Math.max(1, amount[limit]) : 0;
    return beyond > allowed ? beyond : 0;
  }

  /** Returns whether all hard limits are kept. */
  boolean kept(double[] used) {
    for (int r = 0; r < count; r++) {
      if (hard(r) && excess(r, used[account[r]]) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns what is paid for what is used beyond elastic limits. */
  double elasticCost(double[] used) {
    double cost = 0;
    for (int r = 0; r < count; r++) {
      cost += hard(r) ? 0 : price[r] * excess(r, used[account[r]]);
    }
    return cost;
  }
}
