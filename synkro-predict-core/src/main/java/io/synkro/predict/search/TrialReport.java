package io.synkro.predict.search;

import io.synkro.predict.internal.Require;

/**
 * What an objective was worth at a step on its way.
 *
 * @param step such as a number of boosting rounds or of folds, zero or more
 * @param value finite, in the unit of the objective
 */
public record TrialReport(int step, double value) {
  /** {@inheritDoc} */
  public TrialReport {
    Require.atLeast("step", step, 0, "");
    Require.that(Double.isFinite(value), "value", value, "must be finite", "fail the trial");
  }
}
