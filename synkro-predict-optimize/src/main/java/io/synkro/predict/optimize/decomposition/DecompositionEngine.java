package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.engine.*;
import io.synkro.predict.optimize.problem.*;
import java.util.*;

public final class DecompositionEngine implements PlanEngine {
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
  static int ITS = Integer.getInteger("its", 100);
  static int SWEEPS = Integer.getInteger("sweeps", 200);

  @Override
  public PlanResult solve(StockProblem problem, SolveOptions options, SolveMonitor monitor) {
    long t0 = System.nanoTime();
    Ledger ledger = new Ledger(problem);
    LineTable table = new LineTable(problem, ledger);
    Limits limits = new Limits(ledger);
    LinePass pass = new LinePass(table, ledger.size(), options.executor(), options.tasks());
    PlanPool pool = new PlanPool(table, Integer.getInteger("cols", 24));
    int R = limits.count;
    int[] plan = table.noOrders();
    double[] scale = new double[R];
    double[] caps = new double[R];
    for (int r = 0; r < R; r++) {
      scale[r] = Math.max(limits.amount[r], 1e-9);
      caps[r] = limits.price[r] * scale[r];
    }
    Bundle bundle = new Bundle(new double[R], caps);
    double[] u = bundle.center();
    LineBooks books = new LineBooks(table);
    int[] none = table.noOrders();
    double[] junk = new double[ledger.size()];
    for (int i = 0; i < table.lines; i++) pool.add(i, none, books.book(i, none, 1, junk), 0, 0);
    double lb = Double.NEGATIVE_INFINITY;
    int its = 0;
    double[] lamBest = new double[R];
    int[] planBest = plan.clone();
    for (int it = 0; it < ITS; it++) {
      double[] lam = new double[R];
      for (int r = 0; r < R; r++) lam[r] = u[r] / scale[r];
      LinePass.Sums sums = pass.solve(limits.accountPrices(lam), 1, 1, plan);
      its++;
      double value = sums.value;
      double[] g = new double[R];
      for (int r = 0; r < R; r++) {
        value -= lam[r] * limits.amount[r];
        g[r] = (sums.used[limits.account[r]] - limits.amount[r]) / scale[r];
      }
      for (int i = 0; i < table.lines; i++) pool.add(i, plan, books.book(i, plan, 1, junk), it + 1, -1);
      boolean better = bundle.add(value, g, 0.01 * Math.abs(value));
      if (value > lb) {
        lb = value;
        lamBest = lam;
        planBest = plan.clone();
      }
      u = bundle.next();
      if (LOG && (it < 10 || it % 10 == 0))
        System.out.printf("it %d %.3fs value %.3f best %.3f better %b predicted %.4f reach %.3g%n", it, (System.nanoTime() - t0) / 1e9, value, bundle.value(), better, bundle.predicted(), bundle.reach());
      if (bundle.predicted() < 1e-7 * Math.abs(lb)) break;
    }
    double dualTime = (System.nanoTime() - t0) / 1e9;
    PoolSearch search = new PoolSearch(table, limits, pool);
    for (int i = 0; i < table.lines; i++) search.selected[i] = pool.add(i, planBest, books.book(i, planBest, 1, junk), its + 1, -1);
    double[] base = new double[R];
    for (int r = 0; r < R; r++) base[r] = 1e-4 * Math.abs(lb) / scale[r];
    double per = Math.abs(lb) / table.lines;
    double hot = Double.parseDouble(System.getProperty("hot", "0.01")) * per, cold = 1e-4 * per;
    search.anneal(lamBest, base, hot, cold, SWEEPS, 20 * hot, new SplittableRandom(options.seed()), LOG);
    if (search.bestCost == Double.POSITIVE_INFINITY) {
      return PlanResult.builder(PlanStatus.NO_PLAN_FOUND).bound(lb, List.of()).build();
    }
    OrderPlan.Builder b = OrderPlan.builder(problem);
    for (int i = 0; i < table.lines; i++) {
      pool.copy(i, search.best[i], plan);
      for (int o = table.options[i]; o < table.options[i + 1]; o++)
        for (int t = 0; t < table.periods; t++)
          b.order(i, o - table.options[i], t, plan[o * table.periods + t]);
    }
    OrderPlan op = b.build();
    PlanCheck check = PlanCheck.of(problem, op);
    if (LOG) System.out.printf("dual %.3f s total %.3f s LB %.3f UB %.3f check %.3f viol %s%n", dualTime, (System.nanoTime() - t0) / 1e9, lb, search.bestCost, check.costs().total(), check.violations());
    return PlanResult.builder(PlanStatus.FEASIBLE).plan(op, check).bound(lb, List.of()).effort((System.nanoTime() - t0) / 1e9, its).build();
  }
}
