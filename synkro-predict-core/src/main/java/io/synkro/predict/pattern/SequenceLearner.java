package io.synkro.predict.pattern;

/**
 * An engine that learns from sequences with an LSTM. The same promises as of {@link
 * io.synkro.predict.tabular.Learner}: native code is loaded on the first {@code fit} and not
 * before; safe for use by many threads; equal data, options and seed give equal models.
 */
public interface SequenceLearner {
  /**
   * Returns the stable name of the engine.
   *
   * @return a name such as {@code "pytorch"}
   */
  String name();

  /**
   * Trains a classifier of sequences.
   *
   * @param data sequences and their classes
   * @param options how to train
   * @return a fitted classifier that needs no native code
   * @throws io.synkro.predict.SynkroPredictException if the native library cannot be loaded, or the
   *     thread is interrupted; nothing stays behind then
   */
  LstmClassifier fit(SequenceData data, LstmOptions options);
}
