package io.synkro.predict.search;

import io.synkro.predict.SynkroPredictException;

/** Thrown by an {@link Objective} that gives up its trial, most often as the trial told it to. */
public final class TrialPrunedException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param trial the trial that is given up
   */
  public TrialPrunedException(Trial trial) {
    super("Trial %d was given up. Maybe call this within Study.run.".formatted(trial.number()));
  }
}
