package io.synkro.predict.features.validation;

import io.synkro.predict.features.view.FeatureBatch;

/** What may be written of a batch. Immutable. */
public sealed interface ValidationOutcome {
  /**
   * Returns what became of each expectation.
   *
   * @return the report
   */
  ValidationReport report();

  /**
   * No expectation rejects the batch.
   *
   * @param batch the rows to write, in their order: the batch itself if none is set aside; may have
   *     no rows
   * @param quarantined the rows set aside, for {@link Quarantine#add}; may have no rows
   * @param report what became of each expectation
   */
  record Accepted(FeatureBatch batch, QuarantinedRows quarantined, ValidationReport report)
      implements ValidationOutcome {}

  /**
   * Nothing may be written.
   *
   * @param report what became of each expectation; after a failure of the schema that is the only
   *     one
   */
  record Rejected(ValidationReport report) implements ValidationOutcome {}
}
