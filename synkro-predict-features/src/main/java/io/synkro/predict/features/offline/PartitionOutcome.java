package io.synkro.predict.features.offline;

/** What became of a part of a backfill. */
public sealed interface PartitionOutcome {
  /**
   * Returns which part.
   *
   * @return its id
   */
  String partition();

  /**
   * The part was computed and committed.
   *
   * @param partition its id
   * @param commit its rows
   */
  record Done(String partition, Commit commit) implements PartitionOutcome {}

  /**
   * The part had been committed before and was not computed again.
   *
   * @param partition its id
   * @param commit its rows
   */
  record Skipped(String partition, Commit commit) implements PartitionOutcome {}

  /**
   * The part could not be computed or committed. The next run tries it again.
   *
   * @param partition its id
   * @param cause why: an {@code IOException} or a runtime exception
   */
  record Failed(String partition, Exception cause) implements PartitionOutcome {}
}
