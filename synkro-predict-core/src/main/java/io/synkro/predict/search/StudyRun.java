package io.synkro.predict.search;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.internal.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Runs trial after trial of one study; not safe for use by many threads. */
final class StudyRun {
  private static final int LONGEST_REASON = 300;

  private final StudyPlan plan;
  private final Proposer proposer;
  private final StoppingRule stopping;
  private final List<TrialResult> finished = new ArrayList<>();
  private final Instant start;

  /** Time spent on the trials that were there already. */
  private Duration before = Duration.ZERO;

  private @Nullable StudyEnd end;

  StudyRun(StudyPlan plan, List<TrialResult> earlier) {
    this.plan = plan;
    this.proposer = new Proposer(plan);
    this.stopping = new StoppingRule(plan.stopping(), plan.minimise());
    for (TrialResult trial : earlier) {
      add(trial);
      before = before.plus(trial.duration());
    }
    this.start = plan.clock().instant();
  }

  private void add(TrialResult trial) {
    finished.add(trial);
    proposer.add(trial);
    stopping.add(trial);
  }

  /** Runs the next trial; null if the study is at its end. */
  @Nullable TrialResult next(Objective objective) {
    report();
    end = endBeforeNext();
    if (end != null) {
      return null;
    }
    Trial trial =
        new Trial(finished.size(), proposer.next(finished), stopping::hopeless, this::timeIsUp);
    Instant begin = plan.clock().instant();
    TrialOutcome outcome = outcome(objective, trial);
    if (outcome instanceof TrialOutcome.Pruned && trial.outOfTime()) {
      end = StudyEnd.TIME;
      return null;
    }
    TrialResult result =
        new TrialResult(trial.number(), trial.parameters(), outcome, trial.reports(), since(begin));
    add(result);
    return result;
  }

  private static TrialOutcome outcome(Objective objective, Trial trial) {
    try {
      double value = objective.evaluate(trial);
      return Double.isFinite(value)
          ? new TrialOutcome.Complete(value)
          : new TrialOutcome.Failed("value (%s) must be finite.".formatted(value));
    } catch (TrialPrunedException e) {
      return new TrialOutcome.Pruned();
    } catch (SynkroPredictException e) {
      String reason = String.valueOf(e.getMessage());
      return new TrialOutcome.Failed(Require.abbreviated(reason, LONGEST_REASON));
    }
  }

  private @Nullable StudyEnd endBeforeNext() {
    if (finished.size() >= plan.maxTrials()) {
      return StudyEnd.TRIALS;
    }
    if (proposer.exhausted()) {
      return StudyEnd.SPACE;
    }
    return timeIsUp() ? StudyEnd.TIME : null;
  }

  private boolean timeIsUp() {
    Duration budget = plan.timeBudget();
    return budget != null && spent().compareTo(budget) >= 0;
  }

  private Duration spent() {
    return before.plus(since(start));
  }

  /** Clocks may be set back. */
  private Duration since(Instant instant) {
    Duration duration = Duration.between(instant, plan.clock().instant());
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  private void report() {
    int done = Math.min(finished.size(), plan.maxTrials());
    OptionalDouble best = result().best().map(TrialResult::value).orElse(OptionalDouble.empty());
    String stage =
        best.isEmpty()
            ? "Search"
            : String.format(Locale.ROOT, "Search, best so far %.6g", best.getAsDouble());
    plan.progress().progress(stage, done, plan.maxTrials());
  }

  StudyResult result() {
    return new StudyResult(
        plan.name(), finished, plan.minimise(), end == null ? StudyEnd.TRIALS : end, spent());
  }
}
