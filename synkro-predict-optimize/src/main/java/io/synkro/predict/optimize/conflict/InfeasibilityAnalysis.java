package io.synkro.predict.optimize.conflict;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
 * part. Problems with lanes are refused. Stateless.
 */
public final class InfeasibilityAnalysis {
  /** Passes over the lines that the first proof, and each of the others, may take. */
  private static final int FIRST_PASSES = 400;

  private static final int PASSES = 120;

  private static final int MOST_CONFLICTS = 10;

  /** Changes that are looked at. */
  private static final int MOST_CHANGES = 24;

  /** Of those, how many plans are looked for: the least first. */
  private static final int MOST_PLANS = 6;

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
    Reach reach = new Reach(limits.size());
    List<LineNeed> needs = new ArrayList<>();
    StockProblem.Builder reachable = StockProblem.builder(given.periods());
    for (int i = 0; i < given.lines().size(); i++) {
      StockLine line = given.lines().get(i);
      LineNeed need = new LineNeed(i, line, limits);
      double[] within = reach.of(need);
      Optional<UnreachableStock> miss = UnreachableStock.of(need, within);
      if (miss.isPresent()) {
        unreachable.add(miss.get());
        need = need.with(within);
        line = LineNeed.lowered(line, need.units);
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
   * @throws InvalidInputException if the problem has lanes, or a line can need more packs than the
   *     analysis can represent; the message names it
   */
  public static InfeasibilityReport analyse(
      StockProblem problem, SolveOptions options, SolveMonitor monitor) {
    if (!problem.lanes().isEmpty()) { // what a lane brings can undo a contradiction
      throw new InvalidInputException(
          "lanes of the problem",
          problem.lanes().size() + ", the first " + problem.lanes().get(0),
          "must be none",
          "analyse withLanes(List.of()) to see what only transfers can make possible");
    }
    return new InfeasibilityAnalysis(problem, options, monitor).report();
  }

  /** Returns the size of each limit; of one of zero, what orders without regard to it use. */
  private double[] scales() {
    double[] sizes = new double[limits.size()];
    double[] used = pass.solve(situation, sizes).used;
    for (int r = 0; r < sizes.length; r++) {
      double amount = limits.limit(r).amount();
      double other = used[r] > 0 ? used[r] : 1;
      sizes[r] = amount > 0 ? Math.max(amount, 1e-3 * used[r]) : other;
    }
    return sizes;
  }

  /** Returns a situation in which a contradiction is one for the check of plans as well. */
  private Situation tolerant() {
    double[] more = situation.amounts.clone();
    for (int r = 0; r < more.length; r++) {
      more[r] += limits.tolerance(r);
    }
    return situation.withAmounts(more);
  }

  private InfeasibilityReport report() {
    Situation tolerant = tolerant();
    PriceAscent ascent = new PriceAscent(pass, scales, tolerant, new double[scales.length]);
    Proof proof = ascent.prove(FIRST_PASSES);
    RelaxationSearch.Work work =
        new RelaxationSearch.Work(problem, limits, situation, tolerant, seed);
    RelaxationSearch search = new RelaxationSearch(pass, scales, work, PASSES);
    InfeasibilityReport.Builder report =
        InfeasibilityReport.builder(problem).unreachable(unreachable);
    if (proof == null) {
      Optional<OrderPlan> plan = pass.isOver() ? Optional.empty() : search.plan(ascent.prices());
      report.plan(plan.orElse(null));
      if (plan.isEmpty() && !pass.isOver()) {
        Proof none = new Proof(ascent.prices(), new double[0], 0);
        report.relaxations(relaxations(search, none, List.of()));
      }
    } else {
      List<Integer> overfull = limits.overfull();
      List<Conflict> conflicts =
          overfull.isEmpty()
              ? conflicts(tolerant, proof)
              : conflicts(without(tolerant, overfull), proved(without(tolerant, overfull), proof));
      report.overfull(limits.rooms(overfull)).conflicts(conflicts);
      List<Conflict> all = new ArrayList<>(conflicts);
      overfull.forEach(r -> all.add(new Conflict(List.of(limits.limit(r)), List.of(), true)));
      report.relaxations(relaxations(search, proof, all));
    }
    return report.effort(pass.seconds(), pass.isComplete()).build();
  }

  /** Returns a situation in which some rows do not count. */
  private static Situation without(Situation situation, List<Integer> rows) {
    double[] amounts = situation.amounts.clone();
    rows.forEach(r -> amounts[r] = Double.POSITIVE_INFINITY);
    return situation.withAmounts(amounts);
  }

  private @Nullable Proof proved(Situation rest, Proof before) {
    return new PriceAscent(pass, scales, rest, before.prices).prove(PASSES);
  }

  /** Finds conflicts that have no limit in common. */
  private List<Conflict> conflicts(Situation given, @Nullable Proof first) {
    List<Conflict> found = new ArrayList<>();
    Situation rest = given;
    Proof proof = first;
    while (proof != null && found.size() < MOST_CONFLICTS) {
      Conflict conflict = new ConflictFilter(pass, limits, scales, PASSES, proof).reduce(rest);
      found.add(conflict);
      rest = without(rest, limits.rows(conflict.limits()));
      proof = proved(rest, proof);
    }
    return found;
  }

  private List<Relaxation> relaxations(
      RelaxationSearch search, Proof proof, List<Conflict> conflicts) {
    List<RelaxationSearch.Bounded> changes = new ArrayList<>();
    for (List<Integer> rows : candidates(proof, conflicts)) {
      if (changes.isEmpty() ? !pass.isOver() : !pass.isLate()) {
        search.moreOf(rows, proof.prices).ifPresent(changes::add);
      }
    }
    if (changes.isEmpty() && !pass.isOver()) {
      search.several(proof.prices).ifPresent(changes::add);
    }
    changes.sort(Comparator.comparingDouble(RelaxationSearch.Bounded::share));
    List<Relaxation> found = new ArrayList<>();
    for (RelaxationSearch.Bounded change : leastOfEachKind(changes)) {
      if (!pass.isOver()) {
        search.plan(change).ifPresent(found::add);
      }
    }
    lowered(search, proof, conflicts).flatMap(search::plan).ifPresent(found::add);
    return found;
  }

  /** Returns for each subject its growth in the best period, and in all if that needs less. */
  private static List<RelaxationSearch.Bounded> leastOfEachKind(
      List<RelaxationSearch.Bounded> changes) {
    Map<String, Double> single = new HashMap<>();
    changes.stream()
        .filter(change -> !isWide(change))
        .forEach(change -> single.putIfAbsent(subject(change), change.least().amount()));
    Set<String> kinds = new HashSet<>();
    return changes.stream()
        .filter(
            change ->
                !isWide(change)
                    || change.least().amount()
                        < 0.999 * single.getOrDefault(subject(change), Double.POSITIVE_INFINITY))
        .filter(change -> kinds.add(subject(change) + isWide(change)))
        .limit(MOST_PLANS)
        .toList();
  }

  private static boolean isWide(RelaxationSearch.Bounded change) {
    return change.family().change() instanceof Change.MoreOf more && more.limits().size() > 1;
  }

  private static String subject(RelaxationSearch.Bounded change) {
    return change.family().change() instanceof Change.MoreOf more
        ? LimitText.subject(more.limits().get(0))
        : "";
  }

  /** Lowers the minimum stocks of the conflicts, or if that is not enough, of all lines. */
  private Optional<RelaxationSearch.Bounded> lowered(
      RelaxationSearch search, Proof proof, List<Conflict> conflicts) {
    Set<SeriesId> ids = new HashSet<>();
    conflicts.forEach(conflict -> ids.addAll(conflict.lines()));
    List<LineNeed> some =
        situation.needs.stream().filter(need -> ids.contains(need.line.id())).toList();
    for (List<LineNeed> lines : List.of(some, situation.needs)) {
      Optional<RelaxationSearch.Bounded> found =
          lines.isEmpty() || pass.isOver()
              ? Optional.empty()
              : search.lowerMinimums(lines, proof.prices);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns rows that may have to grow: those of a subject, and one that is alone in conflict. */
  private List<List<Integer>> candidates(Proof proof, List<Conflict> conflicts) {
    Map<String, List<Integer>> subjects = new LinkedHashMap<>();
    for (int r = 0; r < limits.size(); r++) {
      subjects.computeIfAbsent(LimitText.subject(limits.limit(r)), k -> new ArrayList<>()).add(r);
    }
    Set<List<Integer>> all = new LinkedHashSet<>(subjects.values());
    for (int r = 0; r < limits.size(); r++) {
      SharedLimit limit = limits.limit(r);
      boolean needed = conflicts.stream().allMatch(conflict -> conflict.limits().contains(limit));
      if (needed && !conflicts.isEmpty()) {
        all.add(List.of(r));
      }
    }
    boolean priced = proof.margin > 0 && proof.margin < Double.POSITIVE_INFINITY;
    return all.stream()
        .filter(rows -> !priced || worth(rows, proof) > 0)
        .filter(rows -> conflicts.stream().allMatch(conflict -> touches(rows, conflict)))
        .sorted(Comparator.comparingDouble(rows -> -worth(rows, proof)))
        .limit(MOST_CHANGES)
        .toList();
  }

  private boolean touches(List<Integer> rows, Conflict conflict) {
    return rows.stream().anyMatch(r -> conflict.limits().contains(limits.limit(r)));
  }

  private double worth(List<Integer> rows, Proof proof) {
    return rows.stream().mapToDouble(r -> proof.prices[r] * scales[r]).sum();
  }
}
