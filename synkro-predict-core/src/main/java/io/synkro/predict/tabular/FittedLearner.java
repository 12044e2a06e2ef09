package io.synkro.predict.tabular;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A model that a {@link Learner} has trained. Pure Java, immutable, safe for use by many threads,
 * nothing to close.
 */
public interface FittedLearner {
  /**
   * Returns the columns that the model takes.
   *
   * @return the schema it was trained on
   */
  FeatureSchema schema();

  /**
   * Returns how many numbers a prediction has.
   *
   * @return 1, or the number of classes
   */
  int outputs();

  /**
   * Predicts rows.
   *
   * @param features rows of the model's schema
   * @return shape {@code [features.rows() * outputs()]}, row after row, on the scale of the labels
   * @throws SchemaMismatchException if the columns differ from the model's
   */
  double[] predict(FeatureTable features);

  /**
   * Writes the model to a file that is complete or absent: it is written beside its place and moved
   * there when whole.
   *
   * @param file where to; replaced if it exists
   * @throws IOException if it cannot be written
   */
  void save(Path file) throws IOException;
}
