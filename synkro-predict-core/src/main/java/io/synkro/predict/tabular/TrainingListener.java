package io.synkro.predict.tabular;

/** Hears how a training goes, and may end it. It is called by the thread that trains. */
@FunctionalInterface
public interface TrainingListener {
  /**
   * Hears of a round that is done.
   *
   * @param progress how far the training is
   * @return whether to go on; if not, the training ends and returns the model that it has, as it
   *     does after its last round
   */
  boolean goesOn(TrainingProgress progress);
}
