package io.synkro.predict.pattern;

import io.synkro.predict.internal.Require;

/**
 * What counts as a pattern.
 *
 * @param significance largest corrected p-value of a trend and of an association, above 0, below 1
 * @param recentWeeks weeks at the end of the panel that are searched for anomalies, at least 1
 * @param falseDiscoveryRate share of the anomalies that may be false alarms, above 0, below 1
 * @param minSupport smallest share of orders that must hold both products of an association, from 0
 *     to 1; fewer than three orders never count
 * @param topAssociations most associations to report, at least 1
 */
public record PatternOptions(
    double significance,
    int recentWeeks,
    double falseDiscoveryRate,
    double minSupport,
    int topAssociations) {
  /** {@inheritDoc} */
  public PatternOptions {
    Require.between("significance", significance, 0, 1, "start with 0.05");
    Require.atLeast("recentWeeks", recentWeeks, 1, "");
    Require.between("falseDiscoveryRate", falseDiscoveryRate, 0, 1, "start with 0.05");
    Require.that(
        minSupport >= 0 && minSupport <= 1,
        "minSupport",
        minSupport,
        "must be from 0 to 1",
        "start with 0.001");
    Require.atLeast("topAssociations", topAssociations, 1, "");
  }

  /**
   * Returns options that are a good start: 5 % everywhere, eight weeks, one order in a thousand, 20
   * associations.
   *
   * @return the options
   */
  public static PatternOptions standard() {
    return new PatternOptions(0.05, 8, 0.05, 0.001, 20);
  }
}
