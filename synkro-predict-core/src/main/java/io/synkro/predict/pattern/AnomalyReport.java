package io.synkro.predict.pattern;

import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * Unusual observations of the last weeks.
 *
 * @param found anomalies, the least likely first
 * @param tested observations that were tested
 * @param falseDiscoveryRate share of {@code found} that may be false alarms, by the procedure of
 *     Benjamini and Hochberg, if demand is negative binomial and its level steady
 */
public record AnomalyReport(List<Anomaly> found, int tested, double falseDiscoveryRate) {
  /** {@inheritDoc} */
  public AnomalyReport {
    found = List.copyOf(found);
    Require.that(found.size() <= tested, "found", found.size(), "must be at most " + tested, "");
    Require.between("falseDiscoveryRate", falseDiscoveryRate, 0, 1, "");
  }
}
