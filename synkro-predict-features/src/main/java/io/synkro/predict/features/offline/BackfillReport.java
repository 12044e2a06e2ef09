package io.synkro.predict.features.offline;

import java.util.List;

/**
 * What became of a backfill. Immutable.
 *
 * @param outcomes one for each partition, in the order in which they were given
 */
public record BackfillReport(List<PartitionOutcome> outcomes) {
  /** {@inheritDoc} */
  public BackfillReport {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * Returns the partitions that failed.
   *
   * @return none if all went well
   */
  public List<PartitionOutcome.Failed> failures() {
    return outcomes.stream()
        .filter(PartitionOutcome.Failed.class::isInstance)
        .map(PartitionOutcome.Failed.class::cast)
        .toList();
  }

  /**
   * Returns whether all partitions are in the store now.
   *
   * @return true if none failed
   */
  public boolean isComplete() {
    return failures().isEmpty();
  }
}
