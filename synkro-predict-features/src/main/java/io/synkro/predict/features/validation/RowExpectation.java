package io.synkro.predict.features.validation;

import io.synkro.predict.features.view.FeatureBatch;
import java.util.Optional;

/**
 * What a row must be like, where the built-in expectations do not say it. Implementations must not
 * change the batch, must give the same answer for the same row and must be safe for use by many
 * threads; {@link Expectations} asks once for every row and once more for those that fail.
 */
@FunctionalInterface
public interface RowExpectation {
  /**
   * Judges a row.
   *
   * @param batch the rows
   * @param row position of the row to judge
   * @return what is wrong with it, as a clause such as {@code "price is above list price"}; empty
   *     if nothing is
   */
  Optional<String> problem(FeatureBatch batch, int row);
}
