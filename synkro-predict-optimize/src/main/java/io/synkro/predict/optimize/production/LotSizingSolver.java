package io.synkro.predict.optimize.production;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.engine.Deadline;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.SolveProgress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Solves capacitated lot sizing in pure Java, small problems to the proven optimum. Lagrangian
 * prices of capacity, found by column generation, bound the parts of a branch and bound on the
 * set-ups; rounding and simulated annealing find plans, whose quantities are the cheapest for their
 * set-ups. Works on the calling thread alone. Stateless; safe for use by many threads.
 *
 * <p>Equal problems and options give equal results unless the time limit or the monitor ends the
 * search. Of the options it heeds the time limit, the target gap and the seed.
 */
public final class LotSizingSolver {
  /** Beyond these a single linear program would take minutes. */
  private static final int MOST_ROWS = 2000;

  private static final int MOST_CELLS = 100_000;

  private static final double LEAST_SHARE = 1e-6;

  /** Moves of annealing for each set-up there can be: at first, and between parts of the tree. */
  private static final int FIRST_MOVES = 300;

  private static final int MORE_MOVES = 100;

  /** Moves times the set-ups there can be, since a move takes longer where there are more. */
  private static final double MOST_WORK = 3e7;

  /**
   * Temperatures as shares of the mean cost of a set-up and of a period's stock, for as many moves
   * as above; fewer cannot make up for what a high temperature spoils.
   */
  private static final double HOT = 0.2;

  private static final double COLD = 0.06;

  /** Parts of the tree between two runs of annealing, times the set-ups there can be. */
  private static final int PARTS = 45_000;

  /** Creates a solver. */
  public LotSizingSolver() {}

  /**
   * Looks for the cheapest plan.
   *
   * @param problem what to plan; items and periods together at most 2000, and items times periods
   *     at most 100,000
   * @param options limits of the search
   * @param monitor hears of progress and may cancel
   * @return the best plan found and a proven bound, or that there is no plan
   * @throws io.synkro.predict.InvalidInputException if the problem is larger than that, or has
   *     numbers so far apart that the small ones would be lost in rounding errors
   */
  public LotSizingResult solve(
      CapacitatedLotSizing problem, SolveOptions options, SolveMonitor monitor) {
    int items = problem.items().size();
    Require.that(
        items + problem.periods() <= MOST_ROWS && items * problem.periods() <= MOST_CELLS,
        "items and periods",
        items + " and " + problem.periods(),
        "must be at most %d together and %d multiplied".formatted(MOST_ROWS, MOST_CELLS),
        "plan groups of items with a share of the capacity each");
    requireScale(problem);
    return new Search(problem, options, monitor).run();
  }

  /** Refuses what would be lost in the rounding errors of the rest. */
  private static void requireScale(CapacitatedLotSizing problem) {
    double largest = 0;
    for (int t = 0; t < problem.periods(); t++) {
      largest = Math.max(largest, problem.capacity(t));
    }
    for (ProductionItem item : problem.items()) {
      double sum = 0;
      for (int t = 0; t < item.periods(); t++) {
        sum += item.demand(t);
      }
      double takes = sum * item.unitCapacity();
      Require.that(
          takes == 0 || takes >= LEAST_SHARE * largest,
          "capacity that demand takes of " + item,
          takes,
          "must be zero or at least a millionth of the largest capacity " + largest,
          "plan it without limits by WagnerWhitin");
      for (int t = 0; t < item.periods(); t++) {
        double demand = item.demand(t);
        Require.that(
            demand == 0 || demand >= LEAST_SHARE * sum,
            "demand in period %d of %s".formatted(t, item),
            demand,
            "must be zero or at least a millionth of its demand " + sum,
            "round it");
      }
    }
  }

  /** One problem being solved. */
  private static final class Search {
    private final CapacitatedLotSizing problem;
    private final LotData data;
    private final Deadline deadline;
    private final SolveMonitor monitor;
    private final Incumbent incumbent;
    private final SetupTree tree;
    private final long seed;

    Search(CapacitatedLotSizing problem, SolveOptions options, SolveMonitor monitor) {
      this.problem = problem;
      this.deadline = Deadline.start(options, monitor);
      this.monitor = monitor;
      this.data = new LotData(problem);
      this.incumbent = new Incumbent(data, deadline, options.targetGap());
      this.tree = new SetupTree(data, deadline, incumbent);
      this.seed = options.seed();
    }

    LotSizingResult run() {
      List<String> conflict = CapacityConflict.of(problem);
      if (!conflict.isEmpty()) {
        return infeasible(conflict);
      }
      SetupAnnealing annealing = new SetupAnnealing(data, deadline, incumbent, seed);
      tree.start();
      report();
      int cells = data.items * data.periods;
      int moves = FIRST_MOVES;
      while (!tree.isDone() && !deadline.isOver()) {
        annealing.restart(tree.rounded());
        double share = Math.min(1, MOST_WORK / moves / cells / cells);
        annealing.run((int) Math.ceil(share * moves * cells), share * HOT, share * COLD);
        report();
        tree.run(1 + PARTS / cells);
        report();
        moves = MORE_MOVES;
      }
      return result();
    }

    private void report() {
      monitor.progress(
          new SolveProgress(
              deadline.seconds(),
              incumbent.cost() * data.costScale,
              tree.lowerBound() * data.costScale));
    }

    private LotSizingResult result() {
      boolean done = tree.isDone();
      if (!incumbent.isFound()) {
        return done
            ? infeasible(List.of("No choice of set-ups meets all demand within the capacity"))
            : LotSizingResult.without(ended(PlanStatus.NO_PLAN_FOUND), proof(), List.of());
      }
      PlanStatus status = done ? PlanStatus.WITHIN_TARGET_GAP : ended(PlanStatus.FEASIBLE);
      return LotSizingResult.of(problem, incumbent.best().plan(problem), status, proof());
    }

    private PlanStatus ended(PlanStatus status) {
      return deadline.isCancelled() ? PlanStatus.CANCELLED : status;
    }

    private LotSizingResult infeasible(List<String> conflict) {
      LotSizingResult.Proof proof =
          new LotSizingResult.Proof(
              Double.POSITIVE_INFINITY,
              Collections.nCopies(data.periods, 0.0),
              tree.parts(),
              deadline.seconds());
      return LotSizingResult.without(PlanStatus.INFEASIBLE_PROVEN, proof, conflict);
    }

    private LotSizingResult.Proof proof() {
      double unit = data.costScale / data.timeScale;
      List<Double> prices =
          Arrays.stream(tree.rootPrices()).mapToObj(price -> price * unit).toList();
      double bound = tree.lowerBound() * data.costScale;
      return new LotSizingResult.Proof(bound, prices, tree.parts(), deadline.seconds());
    }
  }
}
