package io.synkro.predict.optimize.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares analyses with the list of all plans of tiny problems. */
class InfeasibilityAnalysisProperties {
  private static final int PROBLEMS = 60;

  private static InfeasibilityReport analyse(StockProblem problem) {
    return InfeasibilityAnalysis.analyse(
        problem, SolveOptions.builder().build(), SolveMonitor.none());
  }

  @Test
  void verdictsAreTrueAndSeldomUndecided() {
    int undecided = 0;
    int feasible = 0;
    for (int seed = 0; seed < PROBLEMS; seed++) {
      StockProblem problem = TinyProblems.random(seed, 1);
      InfeasibilityReport report = analyse(problem);
      boolean hasPlan = TinyProblems.hasPlan(problem);
      feasible += hasPlan ? 1 : 0;
      undecided += report.verdict() == Verdict.UNDECIDED ? 1 : 0;
      if (report.verdict() != Verdict.UNDECIDED) {
        assertThat(report.verdict())
            .as("seed %d", seed)
            .isEqualTo(hasPlan ? Verdict.PLAN_EXISTS : Verdict.CONTRADICTION);
      }
      if (hasPlan) {
        assertThat(report.plan()).as("seed %d", seed).isPresent();
      }
    }
    assertThat(feasible).isBetween(PROBLEMS / 5, 4 * PROBLEMS / 5);
    assertThat(undecided).isLessThanOrEqualTo(PROBLEMS / 20);
  }

  @Test
  void relaxationsAreEnoughAndBoundedByTheLeast() {
    int exact = 0;
    int all = 0;
    for (int seed = 0; seed < PROBLEMS; seed++) {
      InfeasibilityReport report = analyse(TinyProblems.random(seed, 1));
      for (Relaxation relaxation : report.relaxations()) {
        StockProblem relaxed = relaxation.apply(report.problem());
        assertThat(PlanCheck.of(relaxed, relaxation.plan()).violations()).isEmpty();
        assertThat(relaxation.least()).isLessThanOrEqualTo(relaxation.amount());
        if (relaxation.change() instanceof Change.MoreOf more) {
          double needed = TinyProblems.leastAmount(report.problem(), more);
          assertThat(needed)
              .as("seed %d: %s", seed, relaxation.text())
              .isBetween(relaxation.least() - 1e-9, relaxation.amount() + 1e-9);
          all++;
          exact += relaxation.isLeast() ? 1 : 0;
        }
      }
    }
    assertThat(exact).isGreaterThan(4 * all / 5).isPositive();
  }

  @Test
  void conflictsContradictAndNothingCanBeLeftOut() {
    int seen = 0;
    for (int seed = 0; seed < PROBLEMS; seed++) {
      InfeasibilityReport report = analyse(TinyProblems.random(seed, 1));
      for (Conflict conflict : report.conflicts()) {
        seen++;
        StockProblem problem = report.problem();
        StockProblem alone = TinyProblems.only(problem, conflict.limits(), conflict.lines());
        assertThat(TinyProblems.hasPlan(alone)).as("seed %d", seed).isFalse();
        for (SharedLimit limit : conflict.limits()) {
          List<SharedLimit> rest = new ArrayList<>(conflict.limits());
          rest.remove(limit);
          assertThat(analyse(TinyProblems.only(problem, rest, conflict.lines())).verdict())
              .isNotEqualTo(Verdict.CONTRADICTION);
        }
        for (SeriesId line : conflict.lines()) {
          List<SeriesId> rest = new ArrayList<>(conflict.lines());
          rest.remove(line);
          assertThat(analyse(TinyProblems.only(problem, conflict.limits(), rest)).verdict())
              .isNotEqualTo(Verdict.CONTRADICTION);
        }
      }
    }
    assertThat(seen).isPositive();
  }

  @Test
  void unitsDoNotMatter() {
    for (int seed = 0; seed < PROBLEMS; seed++) {
      InfeasibilityReport small = analyse(TinyProblems.random(seed, 1));
      InfeasibilityReport large = analyse(TinyProblems.random(seed, 1024));
      assertThat(large.verdict()).as("seed %d", seed).isEqualTo(small.verdict());
      assertThat(large.conflicts()).as("seed %d", seed).hasSameSizeAs(small.conflicts());
      assertThat(large.relaxations()).as("seed %d", seed).hasSameSizeAs(small.relaxations());
    }
  }
}
