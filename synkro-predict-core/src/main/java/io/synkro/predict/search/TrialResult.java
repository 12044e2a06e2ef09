package io.synkro.predict.search;

import io.synkro.predict.internal.Require;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A trial that has ended. Immutable; safe for use by many threads.
 *
 * @param number position in the study, from 0
 * @param parameters what was tried
 * @param outcome how it ended
 * @param reports values on the way, steps strictly increasing; may be empty
 * @param duration how long it took, zero or more
 */
public record TrialResult(
    int number,
    ParameterValues parameters,
    TrialOutcome outcome,
    List<TrialReport> reports,
    Duration duration) {
  /** {@inheritDoc} */
  public TrialResult {
    Require.atLeast("number", number, 0, "");
    Require.that(!duration.isNegative(), "duration", duration, "must not be negative", "");
    reports = List.copyOf(reports);
    for (int i = 1; i < reports.size(); i++) {
      Require.that(
          reports.get(i).step() > reports.get(i - 1).step(),
          "step",
          reports.get(i).step(),
          "must be above the step before",
          "");
    }
  }

  /**
   * Returns the value of the objective.
   *
   * @return empty unless the trial is complete
   */
  public OptionalDouble value() {
    return outcome instanceof TrialOutcome.Complete complete
        ? OptionalDouble.of(complete.value())
        : OptionalDouble.empty();
  }
}
