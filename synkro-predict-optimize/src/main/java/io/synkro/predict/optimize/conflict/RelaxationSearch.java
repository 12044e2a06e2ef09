package io.synkro.predict.optimize.conflict;

import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds by how much something has to give way: from below by proofs, from above by plans. Used by
 * one thread.
 *
 * <p>A proof at prices y with margin m says more than that there is no plan: if the limits grow by
 * x times a direction d, the margin falls by x y·d, so no x below m / y·d will do. The next prices
 * are looked for at that x, and so on: Newton's method, from below.
 */
final class RelaxationSearch {
  private static final int ROUNDS = 40;
  private static final int TRIES = 12;
  private static final int HALVINGS = 14;

  /** A limit that has to grow more than this is no remedy. */
  private static final double MOST = 1e3;

  private static final double CLOSE = 1e-6;

  private final UsePass pass;
  private final double[] scales;
  private final StockProblem problem;
  private final HardLimits limits;
  private final Situation searched;
  private final Situation proven;
  private final int passes;
  private final long seed;

  /** What an analysis works on. */
  record Work(StockProblem problem, HardLimits limits, Situation situation, long seed) {}

  RelaxationSearch(UsePass pass, double[] scales, Work work, int passes) {
    this.pass = pass;
    this.scales = scales;
    this.problem = work.problem;
    this.limits = work.limits;
    this.searched = work.situation;
    this.proven = tolerant(work.situation, limits);
    this.passes = passes;
    this.seed = work.seed;
  }

  /** Returns a situation in which a contradiction is one for the check of plans as well. */
  static Situation tolerant(Situation situation, HardLimits limits) {
    double[] more = situation.amounts.clone();
    for (int r = 0; r < more.length; r++) {
      more[r] += limits.tolerance(r);
    }
    return situation.withAmounts(more);
  }

  /** Looks for a plan as things are. */
  Optional<OrderPlan> plan(double[] prices) {
    OrderSearch search = new OrderSearch(pass, scales, searched, prices, seed);
    if (!search.run(ROUNDS)) {
      return Optional.empty();
    }
    OrderPlan plan = search.plan(problem);
    return PlanCheck.of(problem, plan).isFeasible() ? Optional.of(plan) : Optional.empty();
  }

  /** Returns how much more some rows need if only they grow; empty if no plan was found. */
  Optional<Relaxation> moreOf(List<Integer> rows, boolean relative, Proof proof) {
    List<SharedLimit> grown = rows.stream().map(limits::limit).toList();
    double[] direction = new double[scales.length];
    double unit = 0;
    for (int r : rows) {
      direction[r] = relative ? limits.limit(r).amount() : 1;
      unit = relative ? 1 : Math.max(unit, scales[r]);
    }
    double from = grownToServeEach(direction, unit);
    Least least = new Least(from, proof.prices);
    if (!least.grow(direction, unit)) {
      return Optional.empty();
    }
    return found(new Change.MoreOf(grown, relative), least, new Growth(direction, unit));
  }

  /** Returns how much more is needed so that every line on its own can be served. */
  private double grownToServeEach(double[] direction, double unit) {
    List<LineNeed> hopeless = hopeless(proven);
    double high = 0;
    double low = 0;
    for (double x = 1e-4; !hopeless.isEmpty(); x *= 2) {
      low = high;
      high = x * unit;
      if (x > MOST) {
        return Double.POSITIVE_INFINITY;
      }
      hopeless = hopeless(proven.withNeeds(hopeless).withMore(direction, high));
    }
    List<LineNeed> all = high > 0 ? hopeless(proven.withMore(direction, low)) : List.of();
    while (high - low > CLOSE * high && !pass.isOver()) {
      double middle = 0.5 * (low + high);
      boolean served = hopeless(proven.withNeeds(all).withMore(direction, middle)).isEmpty();
      low = served ? low : middle;
      high = served ? middle : high;
    }
    return low;
  }

  private List<LineNeed> hopeless(Situation situation) {
    double[] values = pass.solve(situation, new double[scales.length]).values;
    List<LineNeed> found = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == Double.POSITIVE_INFINITY) {
        found.add(situation.needs.get(i));
      }
    }
    return found;
  }

  /** The least amount that is not proven to be too little, and prices that nearly prove it. */
  private final class Least {
    private double amount;
    private double[] prices;

    Least(double amount, double[] prices) {
      this.amount = amount;
      this.prices = prices;
    }

    /** Raises the amount; returns false if no amount will do. */
    boolean grow(double[] direction, double unit) {
      if (amount > MOST * unit) {
        return false;
      }
      double served = amount * (1 + 2 * CLOSE);
      Situation situation = proven.withMore(direction, served);
      PriceAscent ascent = new PriceAscent(pass, scales, situation, prices);
      double reached = served;
      int end = pass.count() + passes;
      while (pass.count() < end) {
        Proof proof = ascent.prove(end - pass.count());
        if (proof == null) {
          break;
        }
        double price = proof.price(direction);
        if (!(proof.margin <= MOST * unit * price)) {
          return false;
        }
        reached += proof.margin / price;
        amount = reached;
        prices = proof.prices;
        ascent.move(proven.withMore(direction, reached));
      }
      return true;
    }

    /** Raises the share by which lines are lowered; returns false if no share will do. */
    boolean lower(List<LineNeed> lines) {
      if (isProven(proven.withLowered(lines, 1))) {
        return false;
      }
      double high = 1;
      for (int i = 0; i < HALVINGS && !pass.isOver(); i++) {
        double middle = 0.5 * (amount + high);
        if (isProven(proven.withLowered(lines, middle))) {
          amount = middle;
        } else {
          high = middle;
        }
      }
      return true;
    }

    private boolean isProven(Situation situation) {
      Proof proof = new PriceAscent(pass, scales, situation, prices).prove(passes / 2);
      if (proof != null && proof.margin < Double.POSITIVE_INFINITY) {
        prices = proof.prices;
      }
      return proof != null;
    }
  }

  /** How a situation changes with an amount. */
  private interface Family {
    /** Returns the situation after a change. */
    Situation at(double amount);

    /** Returns the amount that the orders found need, at most the one they were searched at. */
    double needed(OrderSearch search, double amount);

    /** Returns an amount that is large. */
    double unit();
  }

  private final class Growth implements Family {
    private final double[] direction;
    private final double unit;

    Growth(double[] direction, double unit) {
      this.direction = direction;
      this.unit = unit;
    }

    @Override
    public Situation at(double amount) {
      return searched.withMore(direction, amount);
    }

    @Override
    public double needed(OrderSearch search, double amount) {
      double most = 0;
      for (int r = 0; r < direction.length; r++) {
        if (direction[r] > 0) {
          most = Math.max(most, (search.used(r) - searched.amounts[r]) / direction[r]);
        }
      }
      return Math.min(most * (1 + 1e-12), amount);
    }

    @Override
    public double unit() {
      return unit;
    }
  }

  private final class Lowering implements Family {
    private final DoubleFunction<Situation> lowered;

    Lowering(List<LineNeed> lines) {
      this.lowered = share -> searched.withLowered(lines, Math.min(1, share));
    }

    @Override
    public Situation at(double amount) {
      return lowered.apply(amount);
    }

    @Override
    public double needed(OrderSearch search, double amount) {
      return Math.min(1, amount);
    }

    @Override
    public double unit() {
      return 1;
    }
  }

  /** Returns by which share the minimum stocks of lines have to be lowered. */
  Optional<Relaxation> lowerMinimums(List<LineNeed> lines, Proof proof) {
    Least least = new Least(0, proof.prices);
    if (!least.lower(lines)) {
      return Optional.empty();
    }
    Change change = new Change.LowerMinimums(lines.stream().map(need -> need.line.id()).toList());
    return found(change, least, new Lowering(lines));
  }

  /** Finds the smallest amount for which there is a plan. */
  private Optional<Relaxation> found(Change change, Least least, Family family) {
    Relaxation best = null;
    double failed = least.amount;
    double step = 0;
    for (int i = 0; i < TRIES && best == null && !pass.isOver(); i++) {
      double amount = least.amount * (1 + CLOSE) + step;
      best = attempt(change, least, family, amount);
      failed = best == null ? amount : failed;
      step = step == 0 ? 2e-3 * Math.max(least.amount, 1e-2 * family.unit()) : 2 * step;
    }
    for (int i = 0; i < 5 && best != null && !best.isLeast() && !pass.isOver(); i++) {
      double middle = 0.5 * (failed + best.amount());
      Relaxation better = attempt(change, least, family, middle);
      failed = better == null ? middle : failed;
      best = better == null ? best : better;
    }
    return Optional.ofNullable(best);
  }

  private @Nullable Relaxation attempt(Change change, Least least, Family family, double amount) {
    OrderSearch search = new OrderSearch(pass, scales, family.at(amount), least.prices, seed);
    if (!search.run(ROUNDS)) {
      return null;
    }
    double needed = Math.max(least.amount, family.needed(search, amount));
    OrderPlan plan = search.plan(problem);
    boolean feasible = PlanCheck.of(change.apply(problem, needed), plan).isFeasible();
    return feasible ? new Relaxation(change, least.amount, needed, plan) : null;
  }

  /** Returns how much several limits need together, each as much as the plan exceeds it by. */
  Optional<Relaxation> several(double[] prices) {
    OrderSearch search = new OrderSearch(pass, scales, searched, prices, seed);
    search.run(2 * ROUNDS);
    double total = search.excess();
    if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
      return Optional.empty();
    }
    List<Change.MoreOf> parts = new ArrayList<>();
    List<Double> amounts = new ArrayList<>();
    for (int r = 0; r < scales.length; r++) {
      double beyond = search.used(r) - searched.amounts[r];
      double amount = limits.limit(r).amount();
      if (beyond > 1e-9 * Math.max(1, amount)) {
        parts.add(new Change.MoreOf(List.of(limits.limit(r)), amount > 0));
        amounts.add(beyond * (1 + 1e-12) / (amount > 0 ? amount : 1) / total);
      }
    }
    double least = new PriceAscent(pass, scales, proven, prices).maximize(passes);
    Change change = new Change.Several(parts, amounts);
    OrderPlan plan = search.plan(problem);
    boolean feasible = PlanCheck.of(change.apply(problem, total), plan).isFeasible();
    return feasible
        ? Optional.of(new Relaxation(change, Math.min(least, total), total, plan))
        : Optional.empty();
  }
}
