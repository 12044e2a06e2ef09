package io.synkro.predict.features.offline;

import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.internal.Require;

/**
 * A batch of rows that is in the store for good. Immutable.
 *
 * @param number from 1, without gaps in each version of a view
 * @param batchId what the writer called the batch; unique in its version of a view
 * @param segment where the rows are
 * @param lineage what they were computed from
 * @param previous SHA-256 of the commit before, 64 hexadecimal digits; empty for the first
 */
public record Commit(
    int number, String batchId, Segment segment, Lineage lineage, String previous) {
  /** {@inheritDoc} */
  public Commit {
    Require.atLeast("commit", number, 1, "");
    Require.identifier("batchId", batchId);
  }
}
