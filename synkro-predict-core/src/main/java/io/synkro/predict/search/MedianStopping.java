package io.synkro.predict.search;

import io.synkro.predict.internal.Require;

/**
 * The median stopping rule: a trial is hopeless at a step if the best of its reports up to there is
 * worse than the median of what complete trials reported last up to that step. Source: Golovin et
 * al. (2017), Google Vizier, KDD, section 3.2.2, <a
 * href="https://doi.org/10.1145/3097983.3098043">doi:10.1145/3097983.3098043</a>, who take the mean
 * of all reports up to the step, which lags behind a curve that falls and so stops hardly anything.
 *
 * @param startTrials complete trials with a report up to the step that it takes to judge one, at
 *     least 1
 * @param warmUpSteps first step at which a trial is judged, zero or more
 */
public record MedianStopping(int startTrials, int warmUpSteps) {
  /** {@inheritDoc} */
  public MedianStopping {
    Require.atLeast("startTrials", startTrials, 1, "use 5");
    Require.atLeast("warmUpSteps", warmUpSteps, 0, "");
  }
}
