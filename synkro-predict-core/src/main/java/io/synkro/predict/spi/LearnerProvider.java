package io.synkro.predict.spi;

import io.synkro.predict.tabular.Learner;

/**
 * Offers a tabular engine under a name. Name the class in {@code
 * META-INF/services/io.synkro.predict.spi.LearnerProvider}. Implementations must not load native
 * code: that is for the first {@code fit}.
 */
public interface LearnerProvider {
  /**
   * Returns the engine's stable name; it is written into saved models, so never rename it.
   *
   * @return lower-case letters, digits and dashes, such as {@code "lightgbm"}
   */
  String name();

  /**
   * Creates the engine.
   *
   * @return an engine that has loaded nothing yet
   */
  Learner create();
}
