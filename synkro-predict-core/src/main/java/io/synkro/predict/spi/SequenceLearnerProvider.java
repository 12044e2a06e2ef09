package io.synkro.predict.spi;

import io.synkro.predict.pattern.SequenceLearner;

/**
 * Offers a sequence engine under a name. Name the class in {@code
 * META-INF/services/io.synkro.predict.spi.SequenceLearnerProvider}. Implementations must not load
 * native code: that is for the first {@code fit}.
 */
public interface SequenceLearnerProvider {
  /**
   * Returns the engine's stable name; it is written into saved models, so never rename it.
   *
   * @return lower-case letters, digits and dashes, such as {@code "pytorch"}
   */
  String name();

  /**
   * Creates the engine.
   *
   * @return an engine that has loaded nothing yet
   */
  SequenceLearner create();
}
