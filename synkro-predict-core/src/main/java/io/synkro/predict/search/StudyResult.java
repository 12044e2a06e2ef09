package io.synkro.predict.search;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a study found. Immutable; safe for use by many threads.
 *
 * @param name name of the study
 * @param trials all trials in their order, those read from a journal included
 * @param minimise whether smaller values are better
 * @param end why it ended
 * @param duration time spent, that on trials read from a journal included
 */
public record StudyResult(
    String name, List<TrialResult> trials, boolean minimise, StudyEnd end, Duration duration) {
  /** {@inheritDoc} */
  public StudyResult {
    trials = List.copyOf(trials);
  }

  /**
   * Returns the best trial.
   *
   * @return the first of the complete trials with the best value; empty if none is complete
   */
  public Optional<TrialResult> best() {
    return ranked().stream().findFirst();
  }

  /**
   * Returns the complete trials, best first.
   *
   * @return equal values in the order of the trials; unmodifiable
   */
  public List<TrialResult> ranked() {
    Comparator<TrialResult> byValue =
        Comparator.comparingDouble(trial -> trial.value().orElseThrow());
    return trials.stream()
        .filter(trial -> trial.value().isPresent())
        .sorted(minimise ? byValue : byValue.reversed())
        .toList();
  }

  /**
   * Returns the report for people: counts, the best trial, how the best value fell, the next best,
   * and why trials failed.
   *
   * @return at most 40 lines and one for each parameter, each ended by a line feed
   */
  public String text() {
    return new StudyText(this).text();
  }
}
