package io.synkro.predict.search;

import io.synkro.predict.search.internal.ParzenSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Proposes what to try next. A proposal depends on the plan and on the trials before it, and on
 * nothing else, so that a resumed study goes the way of one that was never stopped.
 */
final class Proposer {
  /** The step of SplittableRandom between two states. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final StudyPlan plan;
  private final ParzenSearch search;
  private final Set<ParameterValues> tried = new HashSet<>();

  Proposer(StudyPlan plan) {
    this.plan = plan;
    this.search = new ParzenSearch(plan.space().dimensions());
  }

  void add(TrialResult result) {
    tried.add(result.parameters());
  }

  /** Returns whether nothing is left to try. */
  boolean exhausted() {
    return tried.size() >= search.size();
  }

  ParameterValues next(List<TrialResult> finished) {
    int number = finished.size();
    if (number < plan.first().size()) {
      return plan.first().get(number);
    }
    // the output of one generator seeds another: states that follow each other would share draws
    SplittableRandom random =
        new SplittableRandom(new SplittableRandom(plan.seed() + number * GOLDEN).nextLong());
    Predicate<double[]> known = point -> tried.contains(new ParameterValues(plan.space(), point));
    double[] point =
        number < plan.randomTrials()
            ? search.draw(random, known)
            : learned(finished, random, known);
    return new ParameterValues(plan.space(), point);
  }

  private double[] learned(
      List<TrialResult> finished, SplittableRandom random, Predicate<double[]> known) {
    List<TrialResult> ranked =
        finished.stream()
            .filter(trial -> !(trial.outcome() instanceof TrialOutcome.Failed))
            .sorted(bestFirst())
            .toList();
    Set<Integer> best = new HashSet<>();
    ranked.subList(0, ParzenSearch.good(ranked.size())).forEach(trial -> best.add(trial.number()));
    List<double[]> good = new ArrayList<>();
    List<double[]> others = new ArrayList<>(); // the failed among them, to be kept away from
    for (TrialResult trial : finished) {
      (best.contains(trial.number()) ? good : others).add(trial.parameters().point());
    }
    return search.propose(good, others, random, known);
  }

  /** Complete ones by value, then pruned ones: those that came further, by their last report. */
  private Comparator<TrialResult> bestFirst() {
    return Comparator.comparing((TrialResult trial) -> trial.value().isEmpty())
        .thenComparingInt(trial -> trial.value().isPresent() ? 0 : -lastStep(trial))
        .thenComparingDouble(trial -> plan.loss(lastValue(trial)))
        .thenComparingInt(TrialResult::number);
  }

  private static int lastStep(TrialResult trial) {
    List<TrialReport> reports = trial.reports();
    return reports.isEmpty() ? -1 : reports.get(reports.size() - 1).step();
  }

  private static double lastValue(TrialResult trial) {
    List<TrialReport> reports = trial.reports();
    return trial
        .value()
        .orElseGet(() -> reports.isEmpty() ? 0 : reports.get(reports.size() - 1).value());
  }
}
