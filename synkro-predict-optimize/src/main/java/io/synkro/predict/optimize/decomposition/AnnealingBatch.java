package io.synkro.predict.optimize.decomposition;

import java.util.SplittableRandom;

/**
 * Independent runs of the annealing on one core, from the best plan and from rounded mixtures, with
 * different temperatures and penalties. Used by one thread at a time, which others help.
 */
final class AnnealingBatch {
  private static final int RUNS = 8;
  private static final int SWEEPS = 100;

  /** Of the bound: what a limit's whole amount costs at first beyond its price. */
  private static final double EXTRA = 3e-5;

  private final Core core;
  private final Parts parts;
  private final Dual dual;
  private final double[] weights;

  /**
   * Prepares.
   *
   * @param core the open lines
   * @param parts of the engine
   * @param dual prices
   * @param weights how much a unit of difference in each account counts, squared
   */
  AnnealingBatch(Core core, Parts parts, Dual dual, double[] weights) {
    this.core = core;
    this.parts = parts;
    this.dual = dual;
    this.weights = weights;
  }

  /**
   * What is looked for.
   *
   * @param regrets of all plans
   * @param cut the largest regret of a plan of the core
   * @param cost of the best whole plan so far
   */
  record Gap(Regrets regrets, double cut, double cost) {}

  /** Returns about how many moves a batch tries. */
  long moves() {
    return (long) RUNS * SWEEPS * core.columns.length;
  }

  /** Returns the best run of a batch. */
  Annealing run(Gap gap, SplittableRandom random) {
    Annealing[] runs = new Annealing[RUNS];
    SplittableRandom[] randoms = new SplittableRandom[RUNS];
    for (int b = 0; b < RUNS; b++) {
      randoms[b] = random.split();
    }
    parts.pass().share(RUNS, b -> runs[b] = anneal(gap, b, randoms[b]));
    Annealing best = runs[0];
    for (Annealing run : runs) {
      best = run.bestObjective() < best.bestObjective() ? run : best;
    }
    return best;
  }

  private Annealing anneal(Gap gap, int number, SplittableRandom random) {
    Annealing run = new Annealing(core, parts, gap.regrets().used());
    if (number % 2 == 1 && gap.cost() < Double.POSITIVE_INFINITY) {
      for (int i = 0; i < core.lines.length; i++) {
        run.select(i, core.kept[i]);
      }
    } else {
      new Rounding(core, weights).select(run, random);
    }
    double extra = EXTRA * Math.abs(dual.bound()) * vary(random, 2);
    double factor = 1 + 0.3 * vary(random, 1.5);
    for (int r = 0; r < parts.limits().count; r++) {
      double price = dual.prices()[r];
      double more = extra / dual.scale(r);
      run.penalize(r, factor * price + more, 1.1 * price + 0.1 * more);
    }
    double budget = Math.min(gap.cut(), gap.cost() - dual.bound());
    double widest = budget / (1 << (number % 4));
    double hot = 0.02 * budget * vary(random, 1.5);
    int sweeps = (int) (SWEEPS * vary(random, 1));
    run.run(new Annealing.Schedule(sweeps, widest, hot, 1e-3 * budget), random);
    return run;
  }

  /** Returns a factor around 1, uniform in its logarithm. */
  private static double vary(SplittableRandom random, double range) {
    return Math.exp(range * (2 * random.nextDouble() - 1));
  }
}
