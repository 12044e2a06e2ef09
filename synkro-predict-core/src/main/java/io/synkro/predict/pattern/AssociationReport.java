package io.synkro.predict.pattern;

import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * Products that are bought together.
 *
 * @param top associations that hold after correction, by lift, the strongest first
 * @param significant how many hold after correction, {@code top} included
 * @param orders orders that were searched
 * @param skippedOrders orders of more than 200 products, which are left out: they hold every pair
 * @param testedPairs pairs of frequent products that the correction counts
 */
public record AssociationReport(
    List<Association> top, int significant, int orders, int skippedOrders, long testedPairs) {
  /** {@inheritDoc} */
  public AssociationReport {
    top = List.copyOf(top);
    Require.atLeast("significant", significant, top.size(), "");
  }
}
