package io.synkro.predict.features.store;

import io.synkro.predict.features.validation.ValidationReport;

/** What became of a batch that was to be written. Immutable. */
public sealed interface WriteResult {
  /**
   * Returns what became of each expectation.
   *
   * @return the report
   */
  ValidationReport report();

  /**
   * The rows that met their expectations are in the store, and the others in the quarantine.
   *
   * @param report what became of each expectation
   * @param quarantineId entry of the quarantine that holds the others; empty if there are none
   */
  record Written(ValidationReport report, String quarantineId) implements WriteResult {
    /**
     * Returns how many rows were written.
     *
     * @return zero or more
     */
    public int rows() {
      return report.accepted();
    }

    /**
     * Returns how many rows were set aside.
     *
     * @return zero or more
     */
    public int quarantined() {
      return report.quarantined();
    }
  }

  /**
   * Nothing was written and nothing set aside.
   *
   * @param report what became of each expectation
   */
  record Rejected(ValidationReport report) implements WriteResult {}
}
