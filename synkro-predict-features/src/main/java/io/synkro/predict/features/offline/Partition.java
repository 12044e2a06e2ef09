package io.synkro.predict.features.offline;

import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.internal.Require;
import java.io.IOException;

/**
 * A part of a backfill that is computed and committed as a whole, such as a day.
 *
 * @param id unique in the backfill, the same whenever it is run again: {@code 2026-03-01}
 * @param computation computes the part
 */
public record Partition(String id, Computation computation) {
  /** {@inheritDoc} */
  public Partition {
    Require.identifier("partition", id);
  }

  /** Computes the features of a part. */
  @FunctionalInterface
  public interface Computation {
    /**
     * Computes.
     *
     * @return rows of the view, and what they were computed from
     * @throws IOException if the source cannot be read; that, or a runtime exception, makes this
     *     part fail and leaves the others alone
     */
    Computed compute() throws IOException;
  }

  /**
   * The features of a part.
   *
   * @param batch rows of the view; may be empty
   * @param lineage what they were computed from
   */
  public record Computed(FeatureBatch batch, Lineage lineage) {}
}
