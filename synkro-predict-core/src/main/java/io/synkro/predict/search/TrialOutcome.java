package io.synkro.predict.search;

import io.synkro.predict.internal.Require;

/** How a trial ended. */
public sealed interface TrialOutcome {
  /**
   * The objective returned a value.
   *
   * @param value finite
   */
  record Complete(double value) implements TrialOutcome {
    /** {@inheritDoc} */
    public Complete {
      Require.that(Double.isFinite(value), "value", value, "must be finite", "");
    }
  }

  /** The objective gave the trial up before its end. */
  record Pruned() implements TrialOutcome {}

  /**
   * The objective does not work with these parameters.
   *
   * @param reason message of what it threw, or that its value was not finite
   */
  record Failed(String reason) implements TrialOutcome {}
}
