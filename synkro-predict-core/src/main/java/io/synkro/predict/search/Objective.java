package io.synkro.predict.search;

/** What a {@link Study} makes as small, or as large, as it can. */
@FunctionalInterface
public interface Objective {
  /**
   * Judges the parameters of a trial. To be stopped early it calls {@link Trial#report} and {@link
   * Trial#shouldPrune()} as it goes. A {@link io.synkro.predict.SynkroPredictException} and a value
   * that is not finite mean that these parameters do not work: the trial fails and the study goes
   * on. Everything else that is thrown ends the study.
   *
   * @param trial the parameters, and whom to tell of progress
   * @return the value to minimise or maximise
   * @throws TrialPrunedException if the trial is given up
   */
  double evaluate(Trial trial);
}
