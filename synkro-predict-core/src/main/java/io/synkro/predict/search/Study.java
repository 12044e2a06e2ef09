package io.synkro.predict.search;

import io.synkro.predict.ProgressListener;
import io.synkro.predict.internal.Require;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Searches for the parameters that make an objective best. First come values given by hand and
 * values drawn by chance; then the Tree-structured Parzen Estimator proposes values near good
 * trials and far from bad ones. Trials that lag behind are stopped early if a rule is given. No
 * combination of a space without real numbers is tried twice.
 *
 * <p>Equal options, seed and objective give equal trials on every machine, as long as time does not
 * end a study. The estimator is that of Bergstra, Bardenet, Bengio &amp; Kégl (2011), <a
 * href="https://papers.nips.cc/paper/4443-algorithms-for-hyper-parameter-optimization">Algorithms
 * for Hyper-Parameter Optimization</a>, NeurIPS 24, over all parameters together, a tenth of the
 * trials, at most 25, being good ones. Immutable; safe for use by many threads if clock and
 * listener are; trials run one after another on the caller's thread.
 */
public final class Study {
  private final StudyPlan plan;

  private Study(StudyPlan plan) {
    this.plan = plan;
  }

  /**
   * Starts from a minimisation by 100 trials, 10 of them random, seed 42, without a time budget and
   * without early stopping.
   *
   * @param space what may be varied
   * @return a builder
   */
  public static Builder builder(SearchSpace space) {
    return new Builder(space);
  }

  /**
   * Returns the same study under conditions that decide on the values of the objective, such as a
   * horizon: a journal of other conditions is refused, since its values cannot be compared.
   *
   * @param conditions what each is, by name; copied
   * @return a study
   */
  public Study under(Map<String, String> conditions) {
    return new Study(plan.under(conditions));
  }

  /**
   * Returns what may be varied.
   *
   * @return the space that the study was built with
   */
  public SearchSpace space() {
    return plan.space();
  }

  /**
   * Runs all trials.
   *
   * @param objective what to make best
   * @return what was found
   */
  public StudyResult run(Objective objective) {
    StudyRun run = new StudyRun(plan, List.of());
    while (run.next(objective) != null) {
      // all is kept in the run
    }
    return run.result();
  }

  /**
   * Runs all trials that a journal does not have yet, and adds each to it. A study that was stopped
   * in whatever way goes on as if it never had been: a trial that was running is run anew. Numbers
   * of trials and the time budget may differ from one run to the next, and the time of earlier
   * trials counts; everything else is part of the journal.
   *
   * @param objective what to make best; the same as in earlier runs
   * @param journal a file of JSON lines, made if it does not exist; locked while the study runs, by
   *     an empty file beside it as well. Read it from another process, if at all: on POSIX systems
   *     a process that closes a file loses the locks it has of it.
   * @return what was found, by earlier runs as well
   * @throws IOException if the journal cannot be read or written
   * @throws StudyJournalException if the journal is damaged other than by a write that was cut off,
   *     if another study began it, or if another one uses it
   */
  public StudyResult run(Objective objective, Path journal) throws IOException {
    try (Journal open = Journal.open(journal, plan)) {
      StudyRun run = new StudyRun(plan, open.finished());
      for (TrialResult trial = run.next(objective); trial != null; trial = run.next(objective)) {
        open.append(trial);
      }
      return run.result();
    }
  }

  /** Collects options; each is checked as it is set. Not safe for use by many threads. */
  public static final class Builder {
    private final SearchSpace space;
    private final List<ParameterValues> first = new ArrayList<>();
    private String name = "search";
    private long seed = 42;
    private int randomTrials = 10;
    private int maxTrials = 100;
    private boolean minimise = true;
    private @Nullable MedianStopping stopping;
    private @Nullable Duration timeBudget;
    private InstantSource clock = InstantSource.system();
    private ProgressListener progress = ProgressListener.none();

    private Builder(SearchSpace space) {
      this.space = space;
    }

    /**
     * Sets what is searched for and on which data. A journal of another name is refused, so a
     * fingerprint of the data in the name keeps values of different data apart.
     *
     * @param text 1 to 256 characters
     * @return this builder
     */
    public Builder name(String text) {
      this.name = Require.identifier("name", text);
      return this;
    }

    /**
     * Sets the seed.
     *
     * @param value any number
     * @return this builder
     */
    public Builder seed(long value) {
      this.seed = value;
      return this;
    }

    /**
     * Sets how many trials there are before the estimator takes over, those given by {@link
     * #tryFirst} included. As many as there are trials make a random search.
     *
     * @param trials at least 1
     * @return this builder
     */
    public Builder randomTrials(int trials) {
      this.randomTrials = Require.atLeast("randomTrials", trials, 1, "use 10");
      return this;
    }

    /**
     * Sets how many trials there are at the most, pruned and failed ones included.
     *
     * @param trials at least 1
     * @return this builder
     */
    public Builder maxTrials(int trials) {
      this.maxTrials = Require.atLeast("maxTrials", trials, 1, "use 100");
      return this;
    }

    /**
     * Adds values that are tried before all others, such as those in use today, so that the search
     * finds nothing worse.
     *
     * @param values of the space of this study, not given before
     * @return this builder
     */
    public Builder tryFirst(ParameterValues values) {
      Require.that(
          values.space().equals(space), "values", values, "must be of the space of the study", "");
      Require.that(!first.contains(values), "values", values, "must not be given twice", "");
      first.add(values);
      return this;
    }

    /**
     * Searches for the largest value instead of the smallest.
     *
     * @return this builder
     */
    public Builder maximise() {
      this.minimise = false;
      return this;
    }

    /**
     * Stops trials early that lag behind.
     *
     * @param rule when
     * @return this builder
     */
    public Builder stopping(MedianStopping rule) {
      this.stopping = rule;
      return this;
    }

    /**
     * Sets the time after which no trial begins and {@link Trial#shouldPrune()} is true; the time
     * that trials in a journal took is part of it.
     *
     * @param budget above zero
     * @return this builder
     */
    public Builder timeBudget(Duration budget) {
      Require.that(
          !budget.isNegative() && !budget.isZero(), "timeBudget", budget, "must be above zero", "");
      this.timeBudget = budget;
      return this;
    }

    /**
     * Sets what tells the time, instead of the clock of the system.
     *
     * @param source a clock
     * @return this builder
     */
    public Builder clock(InstantSource source) {
      this.clock = source;
      return this;
    }

    /**
     * Sets who hears of progress, before each trial and at the end.
     *
     * @param listener called on the thread that calls {@code run}; what it throws ends the study,
     *     and a journal keeps the trials before
     * @return this builder
     */
    public Builder progress(ProgressListener listener) {
      this.progress = listener;
      return this;
    }

    /**
     * Builds the study.
     *
     * @return a study
     */
    public Study build() {
      return new Study(
          new StudyPlan(
              name,
              Map.of(),
              space,
              seed,
              randomTrials,
              maxTrials,
              List.copyOf(first),
              minimise,
              stopping,
              timeBudget,
              clock,
              progress));
    }
  }
}
