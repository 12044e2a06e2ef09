package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * Puts whole plans together from the pool and keeps the best that keeps all limits. Used by one
 * thread at a time, which others help.
 */
final class PlanSearch {
  /** Moves of the annealing that are tried in a step. */
  private static final long MOVES = 300_000;

  /** Plans to choose from: for each limit that has a price, and in any case. */
  private static final int PER_LIMIT = 200;

  private static final int ANYWAY = 400;

  /** Annealing more plans takes longer than raising the bound, which narrows them down. */
  private static final int MOST_OPEN = 20_000;

  /** Shares of the mixture that are not rounding errors. */
  private static final double LEAST_SHARE = 0.01;

  /** A smaller gap is not worth a repair. */
  private static final double SMALL_GAP = 1e-5;

  private final Parts parts;
  private final LineTable table;
  private final Limits limits;
  private final PlanPool pool;
  private final int[] plan;
  private final int[] candidate;
  private double cost = Double.POSITIVE_INFINITY;

  PlanSearch(Parts parts) {
    this.parts = parts;
    this.table = parts.table();
    this.limits = parts.limits();
    this.pool = parts.pool();
    this.plan = new int[table.orders()];
    this.candidate = new int[table.orders()];
  }

  /** Returns the total cost of the best plan; infinite if there is none. */
  double cost() {
    return cost;
  }

  /** Returns the best plan. */
  int[] plan() {
    return plan;
  }

  /** Takes the plans that the pool has first, if they keep all limits. */
  void fallBack() {
    for (int i = 0; i < table.blocks; i++) {
      pool.copy(i, 0, candidate);
    }
    consider();
  }

  /** Takes a plan if it keeps all limits and is better. */
  void consider(int[] other) {
    System.arraycopy(other, 0, candidate, 0, candidate.length);
    consider();
  }

  /** Takes the candidate if it keeps all limits and is better. */
  private void consider() {
    LinePass.Sums sums =
        parts
            .pass()
            .each(
                1,
                () -> {
                  LineBooks books = new LineBooks(table);
                  return (line, total) -> total.value += books.book(line, candidate, total.used);
                });
    double total = sums.value + limits.elasticCost(sums.used);
    if (sums.complete && total < cost && limits.kept(sums.used)) {
      cost = total;
      System.arraycopy(candidate, 0, plan, 0, plan.length);
      parts.watch().found(cost);
    }
  }

  /**
   * Looks for a better plan.
   *
   * @param dual prices and mixture
   * @param random source of all choices
   */
  void improve(Dual dual, SplittableRandom random) {
    if (cost - dual.bound() > SMALL_GAP * Math.abs(cost)) {
      repair(dual, random);
    }
  }

  /**
   * Looks for a better plan among those of small regret; worth its time when the bound hardly rises
   * any more.
   *
   * @param dual prices and mixture
   * @param random source of all choices
   */
  void polish(Dual dual, SplittableRandom random) {
    Regrets regrets = new Regrets(parts, dual.prices());
    if (regrets.complete()) {
      anneal(dual, regrets, random);
    }
  }

  /** Rounds the mixture of plans to one for each line, and repairs what it breaks. */
  private void repair(Dual dual, SplittableRandom random) {
    Regrets regrets = new Regrets(parts, dual.prices());
    if (!regrets.complete()) {
      return;
    }
    Core core = core(regrets, dual.bundle(), -1);
    Annealing start = new Annealing(core, parts, regrets.used());
    new Rounding(core, weights(dual)).select(start, random);
    take(core, regrets, start::selected);
    LineSwaps swaps = new LineSwaps(parts, candidate);
    if (new Repair(parts, dual, swaps).run()) {
      consider();
      new Refill(parts, dual, swaps).run();
      consider();
    }
  }

  private void anneal(Dual dual, Regrets regrets, SplittableRandom random) {
    int binding = 0;
    for (double price : dual.prices()) {
      binding += price > 0 ? 1 : 0;
    }
    double cut = regrets.cut(ANYWAY + PER_LIMIT * binding, cost - dual.bound());
    Core core = core(regrets, dual.bundle(), cut);
    if (core.columns.length > MOST_OPEN) {
      return;
    }
    AnnealingBatch batch = new AnnealingBatch(core, parts, dual, weights(dual));
    long done = 1;
    while (done < MOVES && !parts.watch().isOver()) {
      Annealing best = batch.run(new AnnealingBatch.Gap(regrets, cut, cost), random);
      if (regrets.cost() + best.bestObjective() < cost) {
        take(core, regrets, best::best);
        consider();
      }
      done += 1000 + batch.moves();
    }
  }

  private double[] weights(Dual dual) {
    double[] weights = new double[limits.accounts];
    for (int r = 0; r < limits.count; r++) {
      double weight = 1 / (dual.scale(r) * dual.scale(r));
      weights[limits.account[r]] = Math.max(weights[limits.account[r]], weight);
    }
    return weights;
  }

  /**
   * Returns the lines of which more than one plan is open: mixed, of small regret, or that of the
   * best whole plan.
   *
   * @param cut the largest regret; if negative, only mixed plans are open
   */
  private Core core(Regrets regrets, Bundle bundle, double cut) {
    Core.Builder builder = new Core.Builder(parts, regrets);
    boolean[] open = new boolean[pool.most()];
    double[] shares = new double[pool.most()];
    LineBooks books = new LineBooks(table);
    for (int i = 0; i < table.blocks && (cut < 0 || builder.size() <= MOST_OPEN); i++) {
      int kept = -1;
      if (cut >= 0 && cost < Double.POSITIVE_INFINITY) {
        kept = pool.add(i, plan, Integer.MAX_VALUE, books);
      }
      Arrays.fill(shares, 0);
      bundle.mixture(i, shares);
      for (int c = 0; c < pool.count(i); c++) {
        open[c] =
            c == regrets.best(i)
                || regrets.regret(i, c) <= cut
                || shares[c] >= LEAST_SHARE
                || c == kept;
      }
      builder.add(i, open, shares, kept);
    }
    return builder.build();
  }

  /** Makes the candidate from the choice of a core. */
  private void take(Core core, Regrets regrets, IntUnaryOperator chosen) {
    for (int i = 0; i < table.blocks; i++) {
      pool.copy(i, regrets.best(i), candidate);
    }
    for (int i = 0; i < core.lines.length; i++) {
      pool.copy(core.lines[i], core.columns[chosen.applyAsInt(i)], candidate);
    }
  }
}
