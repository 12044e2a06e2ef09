package io.synkro.predict.features.store;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.features.validation.ValidationReport;

/** A partition of a backfill has been rejected by the expectations of its view. */
public final class RejectedBatchException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final transient ValidationReport report;

  RejectedBatchException(ValidationReport report) {
    super("Rejected: " + report.text().strip().replaceAll("\\s*\\n\\s*", "; "));
    this.report = report;
  }

  /**
   * Returns what became of each expectation.
   *
   * @return the report
   */
  public ValidationReport report() {
    return report;
  }
}
