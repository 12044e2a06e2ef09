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

  /** Steps by which an amount and what is proven come closer, for few lines and for many. */
  private static final int HALVINGS = 10;

  private static final int FEW_HALVINGS = 2;
  private static final int MANY_LINES = 100;
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

  /** A change, and how little of it is proven not to be enough. */
  record Bounded(Family family, LeastAmount least) {
    /** Returns the least amount as a share of the whole. */
    double share() {
      return least.amount() / family.unit();
    }
  }

  /** Returns how much more some rows of a subject need at least if only they grow. */
  Optional<Bounded> moreOf(List<Integer> rows, double[] prices) {
    return bounded(Growth.of(work.limits, scales, rows), prices);
  }

  private Optional<Bounded> bounded(Growth growth, double[] prices) {
    LeastAmount least = new LeastAmount(pass, scales, work.proven, passes, prices);
    return least.grow(growth) ? Optional.of(new Bounded(growth, least)) : Optional.empty();
  }

  /** Returns by which share the minimum stocks of lines have to be lowered at least. */
  Optional<Bounded> lowerMinimums(List<LineNeed> lines, double[] prices) {
    Lowering lowering = new Lowering(lines);
    LeastAmount least = new LeastAmount(pass, scales, work.proven, passes, prices);
    return least.lower(lowering) ? Optional.of(new Bounded(lowering, least)) : Optional.empty();
  }

  /** Returns how much the subjects need together that are short; empty if only one is. */
  Optional<Bounded> several(double[] prices) {
    OrderSearch search = search(work.searched, prices);
    search.run(2 * ROUNDS);
    Map<String, List<Integer>> subjects = new LinkedHashMap<>();
    for (int r = 0; r < scales.length; r++) {
      if (search.share(r) > 0) {
        String subject = LimitText.subject(work.limits.limit(r));
        subjects.computeIfAbsent(subject, k -> new ArrayList<>()).add(r);
      }
    }
    List<Growth> growths =
        subjects.values().stream().map(rows -> Growth.of(work.limits, scales, rows)).toList();
    return growths.size() < 2
        ? Optional.empty()
        : bounded(Growth.together(growths, search), prices);
  }

  /** Finds a small amount for which there is a plan. */
  Optional<Relaxation> plan(Bounded bounded) {
    Family family = bounded.family;
    LeastAmount least = bounded.least;
    Relaxation best = null;
    double failed = least.amount();
    double step = 0;
    for (int i = 0; i < TRIES && best == null && !pass.isOver(); i++) {
      double amount = least.amount() * (1 + CLOSE) + step;
      best = attempt(family, least, amount);
      failed = best == null ? amount : failed;
      step = step == 0 ? 2e-3 * Math.max(least.amount(), 1e-2 * family.unit()) : 4 * step;
    }
    int halvings = work.searched.needs.size() > MANY_LINES ? FEW_HALVINGS : HALVINGS;
    for (int i = 0; i < halvings && best != null && !best.isLeast() && !pass.isOver(); i++) {
      double middle = 0.5 * (Math.max(failed, least.amount()) + best.amount());
      if (least.raise(family, middle)) {
        best = best.withLeast(middle);
      } else {
        Relaxation other = attempt(family, least, middle);
        boolean better = other != null && other.amount() < best.amount();
        failed = other == null || other.amount() > middle ? middle : failed;
        best = better ? other : best;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Looks for orders at an amount; those that need a larger one are an answer as well. */
  private @Nullable Relaxation attempt(Family family, LeastAmount least, double amount) {
    OrderSearch search = search(family.at(work.searched, amount), least.prices());
    search.run(ROUNDS);
    double needed = Math.max(least.amount(), family.needed(search, amount));
    if (needed == Double.POSITIVE_INFINITY) {
      return null;
    }
    OrderPlan plan = search.plan(work.problem);
    StockProblem changed = family.change().apply(work.problem, needed);
    return PlanCheck.of(changed, plan).isFeasible()
        ? new Relaxation(family.change(), least.amount(), needed, plan)
        : null;
  }
}
