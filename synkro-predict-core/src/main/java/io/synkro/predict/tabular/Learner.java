package io.synkro.predict.tabular;

/**
 * An engine that learns from tables. Implementations load native code on the first {@code fit} and
 * not before, are safe for use by many threads (they may train one model at a time), start no
 * threads that outlive {@code fit}, and give equal models for equal data, options and seed.
 */
public interface Learner {
  /**
   * Returns the stable name of the engine.
   *
   * @return a name such as {@code "lightgbm"}
   */
  String name();

  /**
   * Returns whether the engine takes {@link TrainingData} in bins, so that a training of many rows
   * may be handed over in a quarter of the memory.
   *
   * @return false, if an engine does not say otherwise
   */
  default boolean takesBins() {
    return false;
  }

  /**
   * Trains a model.
   *
   * @param data features and labels
   * @param options how to train
   * @return a fitted model that needs no native code
   * @throws io.synkro.predict.SynkroPredictException if the data do not suit the objective, the
   *     native library cannot be loaded, or the thread is interrupted; nothing stays behind then
   */
  FittedLearner fit(TrainingData data, LearnerOptions options);

  /**
   * Trains a model with validation data, from an earlier model, or while somebody listens. An
   * engine that can do none of it has this method as it is here.
   *
   * @param data features and labels
   * @param options how to train
   * @param run what to do besides
   * @return a fitted model that needs no native code
   * @throws UnsupportedOptionException if the engine cannot do what the run asks for
   * @throws io.synkro.predict.SynkroPredictException as {@link #fit(TrainingData, LearnerOptions)}
   */
  default FittedLearner fit(TrainingData data, LearnerOptions options, TrainingRun run) {
    UnsupportedOptionException.require(run.validation().isEmpty(), name(), "validation data");
    UnsupportedOptionException.require(run.start().isEmpty(), name(), "an earlier model");
    UnsupportedOptionException.require(run.listener().isEmpty(), name(), "a listener");
    return fit(data, options);
  }
}
