package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.engine.*;
import io.synkro.predict.optimize.problem.*;
import java.util.*;

/** The default engine: see the package. Immutable; safe for use by many threads. */
public final class DecompositionEngine implements PlanEngine {
  /** Creates the engine. */
  public DecompositionEngine() {}

  @Override
  public String id() {
    return "decomposition";
  }

  @Override
  public EngineCapabilities capabilities() {
    return new EngineCapabilities(true, true, true, 1_000_000);
  }

  static boolean LOG = Boolean.getBoolean("dlog");

  static void log(Watch w, String s, Dual d, PlanSearch p) {
    if (LOG)
      System.out.printf(
          "  %.3fs cpu %.2f %s bound %.2f plan %.2f gap %.5f%%%n",
          w.seconds(),
          ((com.sun.management.OperatingSystemMXBean)
                      java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                  .getProcessCpuTime()
              / 1e9,
          s,
          d.bound(),
          p.cost(),
          100 * (p.cost() - d.bound()) / p.cost());
  }

  @Override
  public PlanResult solve(StockProblem problem, SolveOptions options, SolveMonitor monitor) {
    Require.that(
        problem.lanes().isEmpty(),
        "lanes",
        problem.lanes().size(),
        "are not taken by the engine decomposition",
        "take milp-ojalgo or milp-highs, or leave them out");
    Watch watch = new Watch(options, monitor);
    Ledger ledger = new Ledger(problem);
    LineTable table = new LineTable(problem, ledger);
    Limits limits = new Limits(ledger);
    LinePass pass =
        new LinePass(
            table, limits, new LinePass.Threads(options.executor(), options.tasks(), watch));
    PlanPool pool = new PlanPool(table);
    Parts parts = new Parts(table, limits, pass, pool, watch);
    int[] none = new int[table.orders()];
    LineBooks books = new LineBooks(table);
    for (int i = 0; i < table.lines; i++) pool.add(i, none, 0, books);
    PlanSearch search = new PlanSearch(parts);
    search.fallBack();
    Dual dual = new Dual(parts, 1);
    SplittableRandom random = new SplittableRandom(options.seed());
    LinePass.Sums first = dual.begin(new double[limits.count]);
    log(watch, "begin", dual, search);
    int lines = table.lines;
    if (dual.bundle().next() != null && dual.bundle().hoped() == 0) {
      search.improve(dual, 1, random);
    }
    for (int stride : new int[] {125, 25, 5}) {
      if (search.cost() - dual.bound() <= options.targetGap() * Math.abs(search.cost())) break;
      if (lines / stride >= 1000) {
        dual.sample(
            stride, 100, first.used, Double.parseDouble(System.getProperty("stol", "3e-4")));
        log(watch, "sample " + stride, dual, search);
      }
    }
    long moves = Long.getLong("moves", 300_000);
    double[] tols = {1e-3, 1e-4, 1e-5, 1e-6};
    for (double tol : tols) {
      dual.ascend(tol, 200);
      log(watch, "ascend " + tol + " passes " + pass.count(), dual, search);
      search.improve(dual, moves, random);
      log(watch, "improve", dual, search);
      if (search.cost() - dual.bound() <= options.targetGap() * Math.abs(search.cost())
          || watch.isOver()) break;
    }
    int rounds = Integer.getInteger("rounds", 10);
    for (int q = 0;
        q < rounds
            && search.cost() - dual.bound() > options.targetGap() * Math.abs(search.cost())
            && !watch.isOver();
        q++) {
      for (int k = 0; k < 5; k++) dual.wander(0.02 * (1 << k), random);
      search.improve(dual, moves, random);
      log(watch, "round " + q, dual, search);
    }
    OrderPlan.Builder b = OrderPlan.builder(problem);
    for (int i = 0; i < table.lines; i++) {
      for (int o = table.options[i]; o < table.options[i + 1]; o++)
        for (int t = 0; t < table.periods; t++)
          b.order(i, o - table.options[i], t, search.plan()[o * table.periods + t]);
    }
    OrderPlan op = b.build();
    PlanCheck check = PlanCheck.of(problem, op);
    log(watch, "check " + check.costs().total(), dual, search);
    List<LimitPrice> prices = new ArrayList<>();
    for (int r = 0; r < limits.count; r++)
      prices.add(new LimitPrice(problem.limits().get(r), dual.prices()[r]));
    return PlanResult.builder(PlanStatus.FEASIBLE)
        .plan(op, check)
        .bound(dual.bound(), prices)
        .effort(watch.seconds(), pass.count())
        .build();
  }
}
