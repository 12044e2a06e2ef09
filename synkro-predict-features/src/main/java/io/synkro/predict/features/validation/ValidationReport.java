package io.synkro.predict.features.validation;

import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * What became of a batch, expectation by expectation. Immutable.
 *
 * @param view name of the view
 * @param version version of the view
 * @param rows rows of the batch
 * @param accepted rows to write
 * @param quarantined rows set aside; both are 0 if the batch was rejected
 * @param results one for each expectation, in the order in which they were declared
 */
public record ValidationReport(
    String view,
    String version,
    int rows,
    int accepted,
    int quarantined,
    List<ExpectationResult> results) {
  /** {@inheritDoc} */
  public ValidationReport {
    results = List.copyOf(results);
    Require.that(
        accepted + quarantined == rows || accepted + quarantined == 0,
        "accepted and quarantined rows",
        accepted + quarantined,
        "must be all rows, " + rows + ", or none",
        "");
  }

  /**
   * Returns the expectations that were not met.
   *
   * @return some of {@link #results()}; empty if all is well
   */
  public List<ExpectationResult> failures() {
    return results.stream().filter(each -> !each.isMet()).toList();
  }

  /**
   * Returns the report for people.
   *
   * @return a line on the batch and one for each expectation that was not met
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %d rows, %d accepted, %d set aside\n".formatted(view, rows, accepted, quarantined));
    for (ExpectationResult each : failures()) {
      text.append(
          "  %s %s (%d of %d rows): %s\n"
              .formatted(
                  each.action(),
                  each.name(),
                  each.rowsFailed(),
                  each.rowsChecked(),
                  each.sentence()));
    }
    return text.toString();
  }
}
