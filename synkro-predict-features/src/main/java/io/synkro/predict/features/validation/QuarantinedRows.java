package io.synkro.predict.features.validation;

import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * Rows that were set aside, and why. Immutable.
 *
 * @param batch the rows, as they were given
 * @param reasons for each row the expectations that set it aside, at least one
 */
public record QuarantinedRows(FeatureBatch batch, List<List<Reason>> reasons) {
  /** {@inheritDoc} */
  public QuarantinedRows {
    reasons = reasons.stream().map(List::copyOf).toList();
    Require.that(
        reasons.size() == batch.rows() && reasons.stream().noneMatch(List::isEmpty),
        "reasons",
        reasons.size() + " rows",
        "must be at least one for each of " + batch.rows() + " rows",
        "");
  }

  /**
   * Why a row was set aside.
   *
   * @param expectation name of the expectation that it failed
   * @param problem what is wrong, a sentence for people
   */
  public record Reason(String expectation, String problem) {}
}
