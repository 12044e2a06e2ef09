package io.synkro.predict.optimize.decomposition;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * Puts whole plans together from the pool and keeps the best that keeps all limits. Used by one
 * thread at a time, which others help.
 */
final class PlanSearch {
  /** Runs that are independent of one another. */
  private static final int BATCH = 8;

  private static final int SWEEPS = Integer.getInteger("sweeps", 100);

  /** Plans for each limit that has a price, and in any case. */
  private static final int PER_LIMIT = Integer.getInteger("per", 200);

  private static final int ANYWAY = 400;

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
    for (int i = 0; i < table.lines; i++) {
      pool.copy(i, 0, candidate);
    }
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
    if (total < cost && limits.kept(sums.used)) {
      cost = total;
      System.arraycopy(candidate, 0, plan, 0, plan.length);
    }
  }

  /**
   * Looks for a better plan.
   *
   * @param dual prices and mixture
   * @param moves about how many to try
   * @param random source of all choices
   */
  void improve(Dual dual, long moves, SplittableRandom random) {
    if (cost - dual.bound() > 1e-5 * Math.abs(cost)) {
      repair(dual, random);
      DecompositionEngine.log(parts.watch(), "considered", dual, this);
    }
    Regrets regrets = new Regrets(parts, dual.prices());
    int binding = 0;
    for (double price : dual.prices()) {
      binding += price > 0 ? 1 : 0;
    }
    double cut = regrets.cut(ANYWAY + PER_LIMIT * binding, cost - dual.bound());
    Batch batch = new Batch(core(regrets, dual.bundle(), cut), regrets, dual, cut);
    long done = 1;
    while (done < moves && !parts.watch().isOver()) {
      done += 1000 + batch.run(random);
    }
  }

  private void repair(Dual dual, SplittableRandom random) {
    Regrets regrets = new Regrets(parts, dual.prices());
    Core core = core(regrets, dual.bundle(), 0);
    Annealing start = new Annealing(core, parts, regrets.used());
    new Rounding(core, weights(dual)).select(start, random);
    take(core, regrets, start::selected);
    Repair repair = new Repair(parts, dual, candidate);
    boolean ok = repair.run();
    DecompositionEngine.log(parts.watch(), "repaired " + ok, dual, this);
    if (ok) {
      consider();
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

  /** Returns the lines of which more than one plan is of small regret, mixed, or the best. */
  private Core core(Regrets regrets, Bundle bundle, double cut) {
    Core.Builder builder = new Core.Builder(parts, regrets);
    boolean[] open = new boolean[pool.most()];
    double[] shares = new double[pool.most()];
    LineBooks books = new LineBooks(table);
    for (int i = 0; i < table.lines; i++) {
      int kept = -1;
      if (cost < Double.POSITIVE_INFINITY) {
        kept = pool.add(i, plan, Integer.MAX_VALUE, books);
      }
      java.util.Arrays.fill(shares, 0);
      bundle.mixture(i, shares);
      for (int c = 0; c < pool.count(i); c++) {
        open[c] =
            c == regrets.best(i) || regrets.regret(i, c) <= cut || shares[c] >= 0.01 || c == kept;
      }
      builder.add(i, open, shares, kept);
    }
    return builder.build();
  }

  /** Builds the whole plan of a run and takes it if it is better. */
  private void take(Core core, Regrets regrets, IntUnaryOperator chosen) {
    for (int i = 0; i < table.lines; i++) {
      pool.copy(i, regrets.best(i), candidate);
    }
    for (int i = 0; i < core.lines.length; i++) {
      pool.copy(core.lines[i], core.columns[chosen.applyAsInt(i)], candidate);
    }
    consider();
  }

  /** Runs of the annealing on one core. */
  private final class Batch {
    private final Core core;
    private final Regrets regrets;
    private final Dual dual;
    private final double cut;
    private final double[] weights;

    Batch(Core core, Regrets regrets, Dual dual, double cut) {
      this.core = core;
      this.regrets = regrets;
      this.dual = dual;
      this.cut = cut;
      this.weights = weights(dual);
    }

    /** Runs a batch; returns about how many moves were tried. */
    long run(SplittableRandom random) {
      double target = cost;
      Annealing[] runs = new Annealing[BATCH];
      SplittableRandom[] randoms = new SplittableRandom[BATCH];
      for (int b = 0; b < BATCH; b++) {
        randoms[b] = random.split();
      }
      parts.pass().share(BATCH, b -> runs[b] = anneal(target, b, randoms[b]));
      Annealing best = runs[0];
      for (Annealing run : runs) {
        best = run.bestObjective() < best.bestObjective() ? run : best;
      }
      if (regrets.cost() + best.bestObjective() < cost) {
        take(core, regrets, best::best);
      }
      return (long) BATCH * SWEEPS * core.columns.length;
    }

    private Annealing anneal(double target, int number, SplittableRandom random) {
      Annealing run = new Annealing(core, parts, regrets.used());
      if (number % 2 == 1 && target < Double.POSITIVE_INFINITY) {
        for (int i = 0; i < core.lines.length; i++) {
          run.select(i, core.kept[i]);
        }
      } else {
        new Rounding(core, weights).select(run, random);
      }
      double budget = Math.min(cut, target - dual.bound());
      double widest = budget / (1 << (number % 4));
      double extra = 3e-5 * Math.abs(dual.bound()) * vary(random, 2);
      double factor = 1 + 0.3 * vary(random, 1.5);
      for (int r = 0; r < limits.count; r++) {
        double price = dual.prices()[r];
        double more = extra / dual.scale(r);
        run.penalize(r, factor * price + more, 1.1 * price + 0.1 * more);
      }
      double hot = 0.02 * budget * vary(random, 1.5);
      int sweeps = (int) (SWEEPS * vary(random, 1));
      run.run(new Annealing.Schedule(sweeps, widest, hot, 1e-3 * budget), random);
      return run;
    }

    private double vary(SplittableRandom random, double range) {
      return Math.exp(range * (2 * random.nextDouble() - 1));
    }
  }
}
