package io.synkro.predict.pattern;

import io.synkro.predict.internal.Require;

/**
 * Options of an LSTM classifier.
 *
 * @param units size of the hidden state, from 1 to 1024
 * @param epochs passes over the data, at least 1
 * @param batchSize sequences of a gradient step, at least 1
 * @param learningRate step size of Adam, above 0, at most 1
 * @param clipNorm largest norm of a gradient, positive
 * @param seed equal seeds give equal models; zero or more
 */
public record LstmOptions(
    int units, int epochs, int batchSize, double learningRate, double clipNorm, int seed) {
  /** {@inheritDoc} */
  public LstmOptions {
    Require.that(units >= 1 && units <= 1024, "units", units, "must be from 1 to 1024", "");
    Require.atLeast("epochs", epochs, 1, "");
    Require.atLeast("batchSize", batchSize, 1, "");
    Require.that(
        learningRate > 0 && learningRate <= 1,
        "learningRate",
        learningRate,
        "must be above 0 and at most 1",
        "start with 0.003");
    Require.positive("clipNorm", clipNorm, "");
    Require.atLeast("seed", seed, 0, "");
  }

  /**
   * Returns options that are a good start: 32 units, 20 epochs, batches of 64, rate 0.003.
   *
   * @return the options
   */
  public static LstmOptions standard() {
    return new LstmOptions(32, 20, 64, 0.003, 1, 42);
  }
}
