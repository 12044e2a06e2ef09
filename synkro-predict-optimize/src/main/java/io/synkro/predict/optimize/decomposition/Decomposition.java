package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.engine.LimitPrice;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.WarmStart;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.StockProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One search: prices on samples of the lines, then on all, ever more exact; after every step a plan
 * is put together. Used by one thread, which others help.
 */
final class Decomposition {
  /** Every how many lines samples take. */
  private static final int[] STRIDES = {125, 25, 5};

  /** Lines that a sample has at least. */
  private static final int LEAST_SAMPLE = 1000;

  private static final double SAMPLE_TOLERANCE = 3e-4;
  private static final int SAMPLE_PASSES = 100;

  /** How much of the bound may be left to hope for before a plan is put together. */
  private static final double[] TOLERANCES = {1e-3, 1e-4, 1e-5, 1e-6};

  /** From when on plans are polished. */
  private static final double POLISHED = 1e-5;

  private static final int MOST_PASSES = 200;
  private static final int MOST_RENEWALS = 5;
  private static final int ROUNDS = 10;
  private static final int MOST_IDLE = 3;
  private static final int WALKS = 5;
  private static final double FIRST_WALK = 0.02;

  /** Of the time: what is kept to prove a bound of blocks with lanes. */
  private static final double FOR_BOUND = 0.4;

  /** No plan costs as much: prices of limits that contradict each other rise without end. */
  private static final double ENDLESS = 1e30;

  private final StockProblem problem;
  private final SolveOptions options;
  private final Parts parts;
  private final PlanSearch search;
  private final double reserved;

  Decomposition(StockProblem problem, SolveOptions options, Watch watch) {
    this.problem = problem;
    this.options = options;
    double before = watch.seconds();
    Ledger ledger = new Ledger(problem);
    LineTable table = new LineTable(problem, ledger);
    this.reserved = watch.seconds() - before; // the check at the end takes about as long
    watch.reserve(reserved);
    Limits limits = new Limits(ledger);
    LinePass pass =
        new LinePass(
            table, limits, new LinePass.Threads(options.executor(), options.tasks(), watch));
    this.parts = new Parts(table, limits, pass, new PlanPool(table), watch);
    this.search = new PlanSearch(parts);
  }

  /** Starts from a plan without transfers. */
  void start(OrderPlan known) {
    LineTable table = parts.table();
    int[] plan = new int[table.orders()];
    for (int i = 0; i < table.lines; i++) {
      for (int o = table.options[i]; o < table.ends[i]; o++) {
        for (int t = 0; t < table.periods; t++) {
          plan[o * table.periods + t] = known.packs(table.position[i], o - table.options[i], t);
        }
      }
    }
    search.consider(plan);
  }

  /** Keeps time to prove a bound of blocks with lanes, once there is a plan. */
  private void keepTime() {
    if (parts.table().hasLanes() && search.cost() < Double.POSITIVE_INFINITY) {
      parts.watch().reserve(reserved + FOR_BOUND * options.timeLimit().toNanos() / 1e9);
    }
  }

  PlanResult solve() {
    keepTime();
    LinePass.Sums least = new LeastUse(parts).find();
    boolean joined = parts.table().hasLanes();
    if (least.hopeless >= 0 && !joined) {
      return infeasible(List.of("minimum stock of " + problem.lines().get(least.hopeless)));
    }
    if (!least.complete && search.cost() < Double.POSITIVE_INFINITY) {
      return late();
    }
    if (!least.complete || least.hopeless >= 0) {
      boolean cancelled = parts.watch().isCancelled();
      return without(cancelled ? PlanStatus.CANCELLED : PlanStatus.NO_PLAN_FOUND, List.of());
    }
    search.fallBack();
    keepTime();
    Dual dual = new Dual(parts, 1, startPrices());
    sample(dual);
    SplittableRandom random = new SplittableRandom(options.seed());
    for (double tolerance : TOLERANCES) {
      if (isDone(dual)) {
        break;
      }
      ascend(dual, tolerance);
      search.improve(dual, random);
      keepTime();
      if (tolerance <= POLISHED && !isDone(dual)) {
        search.polish(dual, random);
      }
      if (search.cost() == Double.POSITIVE_INFINITY && !joined) {
        List<String> conflict = contradiction();
        if (!conflict.isEmpty()) {
          return infeasible(conflict);
        }
      }
    }
    if (joined && dual.bound() < ENDLESS) {
      return prove(dual, random);
    }
    int idle = joined ? MOST_IDLE : 0;
    for (int round = 0; round < ROUNDS && idle < MOST_IDLE && !isDone(dual); round++) {
      double before = search.cost();
      wander(dual, random);
      idle = search.cost() < before ? 0 : idle + 1;
    }
    return result(joined ? Double.NEGATIVE_INFINITY : dual.bound(), dual.prices());
  }

  /** Returns the plan that the search started from, if there is no time to look for another. */
  private PlanResult late() {
    double[] prices = startPrices();
    parts.watch().reserve(reserved);
    double bound = new JointBound(parts, options).find(prices, search.plan().clone());
    return result(bound, prices);
  }

  private void wander(Dual dual, SplittableRandom random) {
    for (int walk = 0; walk < WALKS; walk++) {
      dual.wander(FIRST_WALK * (1 << walk), random);
    }
    search.improve(dual, random);
    if (!isDone(dual)) {
      search.polish(dual, random);
    }
  }

  /**
   * Proves a bound of blocks with lanes at the best prices. Better plans of blocks that are met on
   * the way lead to better plans and prices, at which another bound is proven, while time is left.
   */
  private PlanResult prove(Dual dual, SplittableRandom random) {
    Watch watch = parts.watch();
    double bound = Double.NEGATIVE_INFINITY;
    double[] prices = dual.prices();
    int idle = 0;
    for (int round = 0; round < ROUNDS && idle < MOST_IDLE && !isWithinTarget(bound); round++) {
      double start = watch.seconds();
      double before = search.cost();
      watch.reserve(reserved);
      JointBound joint = new JointBound(parts, options);
      double found = joint.find(dual.prices(), dual.plan());
      idle = found > bound ? 0 : idle + 1;
      if (found > bound) {
        bound = found;
        prices = dual.prices();
        watch.proved(bound);
      }
      dual.meet(joint.planned());
      search.improve(dual, random);
      search.polish(dual, random);
      watch.reserve(reserved + watch.seconds() - start); // as long as the next round may take
      if (watch.isOver()) {
        break;
      }
      dual.renew();
      ascend(dual, POLISHED);
      wander(dual, random);
      idle = search.cost() < before ? 0 : idle;
    }
    return result(bound, prices);
  }

  /** Raises the bound; with lanes until it does not fall any more when it is looked at again. */
  private void ascend(Dual dual, double tolerance) {
    boolean settled = dual.ascend(tolerance, MOST_PASSES);
    for (int i = 0; i < MOST_RENEWALS && settled && parts.table().hasLanes(); i++) {
      settled = dual.renew() > tolerance * Math.abs(dual.bound());
      settled = settled && dual.ascend(tolerance, MOST_PASSES);
    }
  }

  /**
   * Looks for prices at which even the plans that use the least use more than there is: a proof
   * that no plan keeps all limits.
   *
   * @return the limits that contradict each other; empty if there is no proof
   */
  private List<String> contradiction() {
    Dual least = new Dual(parts, 0, new double[parts.limits().count]);
    for (int pass = 0;
        pass < MOST_PASSES && least.bound() <= 0 && !parts.watch().isOver();
        pass++) {
      least.ascend(0, 1);
    }
    List<String> found = new ArrayList<>();
    for (int r = 0; r < parts.limits().count && least.bound() > 0; r++) {
      if (least.prices()[r] > 0) {
        found.add(problem.limits().get(r).toString());
      }
    }
    return found;
  }

  private PlanResult infeasible(List<String> conflict) {
    return without(PlanStatus.INFEASIBLE_PROVEN, conflict);
  }

  private PlanResult without(PlanStatus status, List<String> conflict) {
    return PlanResult.builder(status)
        .conflict(conflict)
        .effort(parts.watch().seconds(), parts.pass().count())
        .build();
  }

  private void sample(Dual dual) {
    for (int stride : STRIDES) {
      boolean known = options.warmStart().isPresent();
      if (parts.table().blocks / stride >= LEAST_SAMPLE && !known && !isDone(dual)) {
        dual.sample(stride, SAMPLE_PASSES, SAMPLE_TOLERANCE);
      }
    }
  }

  private boolean isDone(Dual dual) {
    boolean endless = dual.bound() > ENDLESS;
    return isWithinTarget(dual.bound()) || endless || parts.watch().isOver();
  }

  private boolean isWithinTarget(double bound) {
    double cost = search.cost();
    return Double.isFinite(cost) && cost - bound <= options.targetGap() * Math.abs(cost);
  }

  /** Returns the prices of a similar problem, or none. */
  private double[] startPrices() {
    double[] prices = new double[parts.limits().count];
    Optional<WarmStart> known = options.warmStart();
    if (known.isPresent()) {
      for (int r = 0; r < prices.length; r++) {
        prices[r] = known.get().price(problem.limits().get(r));
      }
    }
    return prices;
  }

  private PlanResult result(double bound, double[] prices) {
    PlanResult.Builder result = PlanResult.builder(status(bound));
    if (search.cost() < Double.POSITIVE_INFINITY) {
      OrderPlan plan = plan();
      result.plan(plan, PlanCheck.of(problem, plan));
    }
    return result
        .bound(bound, prices(prices))
        .effort(parts.watch().seconds(), parts.pass().count())
        .build();
  }

  private PlanStatus status(double bound) {
    if (parts.watch().isCancelled()) {
      return PlanStatus.CANCELLED;
    }
    if (search.cost() == Double.POSITIVE_INFINITY) {
      return PlanStatus.NO_PLAN_FOUND;
    }
    return isWithinTarget(bound) ? PlanStatus.WITHIN_TARGET_GAP : PlanStatus.FEASIBLE;
  }

  private OrderPlan plan() {
    OrderPlan.Builder builder = OrderPlan.builder(problem);
    LineTable table = parts.table();
    for (int line = 0; line < table.lines; line++) {
      for (int option = table.options[line]; option < table.ends[line]; option++) {
        for (int t = 0; t < table.periods; t++) {
          int packs = search.plan()[option * table.periods + t];
          builder.order(table.position[line], option - table.options[line], t, packs);
        }
      }
    }
    for (int block = 0; block < table.blocks; block++) {
      for (int o = table.lanes(block); o < table.options[table.first[block + 1]]; o++) {
        for (int t = 0; t < table.periods; t++) {
          builder.transfer(table.lane[o], t, search.plan()[o * table.periods + t]);
        }
      }
    }
    return builder.build();
  }

  private List<LimitPrice> prices(double[] values) {
    List<LimitPrice> prices = new ArrayList<>();
    for (int r = 0; r < parts.limits().count; r++) {
      prices.add(new LimitPrice(problem.limits().get(r), values[r]));
    }
    return prices;
  }
}
