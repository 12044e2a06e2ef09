package io.synkro.predict.pattern;

import io.synkro.predict.univariate.DemandProfile;
import java.util.List;

/**
 * What demand and orders look like.
 *
 * @param demand class of every series, in the panel's order
 * @param trends trend of every series, in the panel's order
 * @param anomalies unusual observations of the last weeks
 * @param customers customers and their segments; empty without orders
 * @param associations products bought together; empty without orders
 * @param reorder who will order again
 */
public record PatternReport(
    List<DemandProfile> demand,
    List<Trend> trends,
    AnomalyReport anomalies,
    CustomerReport customers,
    AssociationReport associations,
    ReorderOutlook reorder) {
  /** {@inheritDoc} */
  public PatternReport {
    demand = List.copyOf(demand);
    trends = List.copyOf(trends);
  }

  /**
   * Returns the report for people: a section for each kind of pattern, with at most ten lines of
   * detail.
   *
   * @return plain text, equal on every machine and locale
   */
  public String text() {
    return new PatternText(this).text();
  }
}
