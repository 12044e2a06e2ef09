package io.synkro.predict.optimize.conflict;

import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.StockProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds by how much something has to give way: from below by proofs, from above by plans. Used by
 * one thread.
 */
final class RelaxationSearch {
  private static final int ROUNDS = 40;
  private static final int TRIES = 12;
  private static final int HALVINGS = 3;
  private static final double CLOSE = 1e-6;

  private final UsePass pass;
  private final double[] scales;
  private final Work work;
  private final int passes;

  /**
   * What is analysed.
   *
   * @param problem to which plans belong
   * @param limits its hard limits
   * @param searched where plans are looked for
   * @param proven where contradictions are: with the tolerance of the check of plans
   * @param seed of the search
   */
  record Work(
      StockProblem problem, HardLimits limits, Situation searched, Situation proven, long seed) {}

  /**
   * Prepares.
   *
   * @param pass solves lines
   * @param scales by row, the size of a limit
   * @param work what is analysed
   * @param passes over the lines for a proof
   */
  RelaxationSearch(UsePass pass, double[] scales, Work work, int passes) {
    this.pass = pass;
    this.scales = scales;
    this.work = work;
    this.passes = passes;
  }

  private OrderSearch search(Situation situation, double[] prices) {
    return new OrderSearch(pass, scales, situation, prices, work.seed);
  }

  /** Looks for a plan as things are. */
  Optional<OrderPlan> plan(double[] prices) {
    OrderSearch search = search(work.searched, prices);
    search.run(2 * ROUNDS);
    OrderPlan plan = search.plan(work.problem);
    return PlanCheck.of(work.problem, plan).isFeasible() ? Optional.of(plan) : Optional.empty();
  }

  /** Returns how much more some rows of a subject need if only they grow. */
  Optional<Relaxation> moreOf(List<Integer> rows, double[] prices) {
    Growth growth = new Growth(work.limits, scales, rows);
    LeastAmount least = new LeastAmount(pass, scales, work.proven, passes, prices);
    return least.grow(growth) ? found(growth, least) : Optional.empty();
  }

  /** Returns by which share the minimum stocks of lines have to be lowered. */
  Optional<Relaxation> lowerMinimums(List<LineNeed> lines, double[] prices) {
    Lowering lowering = new Lowering(lines);
    LeastAmount least = new LeastAmount(pass, scales, work.proven, passes, prices);
    return least.lower(lowering) ? found(lowering, least) : Optional.empty();
  }

  /** Finds a small amount for which there is a plan. */
  private Optional<Relaxation> found(Family family, LeastAmount least) {
    Relaxation best = null;
    double failed = least.amount();
    double step = 0;
    for (int i = 0; i < TRIES && best == null && !pass.isOver(); i++) {
      double amount = least.amount() * (1 + CLOSE) + step;
      best = attempt(family, least, amount);
      failed = best == null ? amount : failed;
      step = step == 0 ? 2e-3 * Math.max(least.amount(), 1e-2 * family.unit()) : 4 * step;
    }
    for (int i = 0; i < HALVINGS && best != null && !best.isLeast() && !pass.isOver(); i++) {
      double middle = 0.5 * (failed + best.amount());
      Relaxation other = attempt(family, least, middle);
      boolean better = other != null && other.amount() < best.amount();
      failed = other == null || other.amount() > middle ? middle : failed;
      best = better ? other : best;
    }
    return Optional.ofNullable(best);
  }

  /** Looks for orders at an amount; those that need a larger one are an answer as well. */
  private @Nullable Relaxation attempt(Family family, LeastAmount least, double amount) {
    OrderSearch search = search(family.at(work.searched, amount), least.prices());
    search.run(ROUNDS);
    double needed = Math.max(least.amount(), family.needed(search, amount));
    return needed < Double.POSITIVE_INFINITY
        ? verified(family.change(), least.amount(), needed, search)
        : null;
  }

  private @Nullable Relaxation verified(
      Change change, double least, double amount, OrderSearch search) {
    OrderPlan plan = search.plan(work.problem);
    boolean feasible = PlanCheck.of(change.apply(work.problem, amount), plan).isFeasible();
    return feasible ? new Relaxation(change, least, amount, plan) : null;
  }

  /** Returns how much the subjects need together that are short. */
  Optional<Relaxation> several(double[] prices) {
    OrderSearch search = search(work.searched, prices);
    search.run(2 * ROUNDS);
    Map<String, List<Integer>> subjects = new LinkedHashMap<>();
    for (int r = 0; r < scales.length; r++) {
      if (search.share(r) > 0) {
        String subject = LimitText.subject(work.limits.limit(r));
        subjects.computeIfAbsent(subject, k -> new ArrayList<>()).add(r);
      }
    }
    if (subjects.size() < 2) {
      return Optional.empty();
    }
    List<Growth> growths =
        subjects.values().stream().map(rows -> new Growth(work.limits, scales, rows)).toList();
    double total = 0;
    for (Growth growth : growths) {
      total += growth.shares(growth.needed(search));
    }
    List<Double> amounts = new ArrayList<>();
    for (Growth growth : growths) {
      amounts.add(growth.needed(search) / total);
    }
    Situation elastic = work.proven.elastic();
    double least = new PriceAscent(pass, scales, elastic, prices).maximize(passes);
    Change change = new Change.Several(growths.stream().map(Growth::change).toList(), amounts);
    return Optional.ofNullable(verified(change, Math.min(least, total), total, search));
  }
}
