package io.synkro.predict.optimize.conflict;

import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether a problem has a plan that keeps all hard limits and minimum stocks, and if not,
 * what contradicts each other and what would have to give way. Costs and elastic limits play no
 * part. Stateless.
 */
public final class InfeasibilityAnalysis {
  /** Passes over the lines that the first proof, and each of the others, may take. */
  private static final int FIRST_PASSES = 400;

  private static final int PASSES = 120;

  /** Changes that are looked at. */
  private static final int MOST_CHANGES = 24;

  private final UsePass pass;
  private final HardLimits limits;
  private final List<UnreachableStock> unreachable = new ArrayList<>();
  private final StockProblem problem;
  private final Situation situation;
  private final double[] scales;
  private final long seed;

  private InfeasibilityAnalysis(StockProblem given, SolveOptions options, SolveMonitor monitor) {
    this.pass = new UsePass(options, monitor);
    this.seed = options.seed();
    this.limits = new HardLimits(given);
    List<LineNeed> needs = new ArrayList<>();
    StockProblem.Builder reachable = StockProblem.builder(given.periods());
    for (int i = 0; i < given.lines().size(); i++) {
      StockLine line = given.lines().get(i);
      LineNeed need = new LineNeed(i, line, limits);
      Optional<UnreachableStock> miss = UnreachableStock.of(need);
      if (miss.isPresent()) {
        unreachable.add(miss.get());
        need = need.withinReach();
        line = LoweredLine.of(line, need.units);
      }
      reachable.add(line);
      if (need.isNeedy()) {
        needs.add(need);
      }
    }
    given.limits().forEach(reachable::limit);
    this.problem = unreachable.isEmpty() ? given : reachable.build();
    this.situation = new Situation(needs, limits.free());
    this.scales = scales();
  }

  /**
   * Analyses a problem. What is found without the time limit or the monitor cutting it short
   * depends on nothing but problem and seed.
   *
   * @param problem the problem
   * @param options time limit, executor and seed; the rest is not used
   * @param monitor may cancel; what was found so far is still returned
   * @return what was found
   * @throws io.synkro.predict.InvalidInputException if a line can need more packs than the analysis
   *     can represent; the message names it
   */
  public static InfeasibilityReport analyse(
      StockProblem problem, SolveOptions options, SolveMonitor monitor) {
    return new InfeasibilityAnalysis(problem, options, monitor).report();
  }

  private double[] scales() {
    double[] sizes = new double[limits.size()];
    double[] used = pass.solve(situation, sizes).used;
    for (int r = 0; r < sizes.length; r++) {
      sizes[r] = Math.max(limits.limit(r).amount(), 1e-3 * used[r]);
      sizes[r] = sizes[r] > 0 ? sizes[r] : 1;
    }
    return sizes;
  }

  private InfeasibilityReport report() {
    double[] even = new double[scales.length];
    Situation tolerant = RelaxationSearch.tolerant(situation, limits);
    PriceAscent ascent = new PriceAscent(pass, scales, tolerant, even);
    Proof proof = ascent.prove(FIRST_PASSES);
    RelaxationSearch search =
        new RelaxationSearch(
            pass, scales, new RelaxationSearch.Work(problem, limits, situation, seed), PASSES);
    Optional<OrderPlan> plan = proof == null ? search.plan(ascent.prices()) : Optional.empty();
    Conflict conflict =
        proof == null
            ? null
            : new ConflictFilter(pass, limits, scales, PASSES, proof).reduce(tolerant);
    List<Relaxation> relaxations =
        plan.isPresent() ? List.of() : relaxations(search, proof, ascent.prices(), conflict);
    boolean proven = proof != null || !unreachable.isEmpty();
    Verdict verdict =
        proven ? Verdict.CONTRADICTION : plan.isPresent() ? Verdict.PLAN_EXISTS : Verdict.UNDECIDED;
    return InfeasibilityReport.builder(verdict, problem)
        .unreachable(unreachable)
        .conflict(conflict)
        .relaxations(relaxations)
        .plan(plan.orElse(null))
        .effort(pass.seconds(), !pass.isOver())
        .build();
  }

  private List<Relaxation> relaxations(
      RelaxationSearch search,
      @Nullable Proof proof,
      double[] prices,
      @Nullable Conflict conflict) {
    Proof known = proof == null ? new Proof(prices, new double[0], 0) : proof;
    List<Relaxation> found = new ArrayList<>();
    for (List<Integer> rows : candidates(known, conflict)) {
      if (!pass.isOver()) {
        search.moreOf(rows, isRelative(rows), known).ifPresent(found::add);
      }
    }
    if (!pass.isOver()) {
      search.several(known.prices).ifPresent(found::add);
    }
    found.sort(Comparator.comparingDouble(this::share));
    lowered(search, known, conflict).ifPresent(found::add);
    return found;
  }

  /** Lowers the minimum stocks of the conflict, or if that is not enough, of all lines. */
  private Optional<Relaxation> lowered(
      RelaxationSearch search, Proof proof, @Nullable Conflict conflict) {
    Optional<Relaxation> found = Optional.empty();
    if (conflict != null) {
      Set<SeriesId> ids = Set.copyOf(conflict.lines());
      List<LineNeed> some =
          situation.needs.stream().filter(need -> ids.contains(need.line.id())).toList();
      found = some.isEmpty() || pass.isOver() ? found : search.lowerMinimums(some, proof);
    }
    return found.isPresent() || situation.needs.isEmpty() || pass.isOver()
        ? found
        : search.lowerMinimums(situation.needs, proof);
  }

  /** Returns rows that may have to grow: those of a subject, and each of the conflict. */
  private List<List<Integer>> candidates(Proof proof, @Nullable Conflict conflict) {
    Map<String, List<Integer>> subjects = new LinkedHashMap<>();
    for (int r = 0; r < limits.size(); r++) {
      subjects.computeIfAbsent(LimitText.subject(limits.limit(r)), k -> new ArrayList<>()).add(r);
    }
    Set<List<Integer>> all = new LinkedHashSet<>(subjects.values());
    for (int r = 0; r < limits.size() && conflict != null; r++) {
      if (conflict.limits().contains(limits.limit(r))) {
        all.add(List.of(r));
      }
    }
    boolean priced = proof.margin > 0 && proof.margin < Double.POSITIVE_INFINITY;
    return all.stream()
        .filter(rows -> !priced || worth(rows, proof) > 0)
        .sorted(Comparator.comparingDouble(rows -> -worth(rows, proof)))
        .limit(MOST_CHANGES)
        .toList();
  }

  private double worth(List<Integer> rows, Proof proof) {
    return rows.stream().mapToDouble(r -> proof.prices[r] * scales[r]).sum();
  }

  private boolean isRelative(List<Integer> rows) {
    return rows.stream()
        .map(limits::limit)
        .allMatch(limit -> limit.amount() > 0 && !(limit instanceof SharedLimit.Room));
  }

  /** Returns how large a change is, as a share of what changes. */
  private double share(Relaxation relaxation) {
    if (relaxation.change() instanceof Change.MoreOf more && !more.relative()) {
      double sum = more.limits().stream().mapToDouble(SharedLimit::amount).sum();
      return relaxation.amount() * more.limits().size() / sum;
    }
    return relaxation.amount();
  }
}
