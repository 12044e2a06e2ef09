package io.synkro.predict.features.validation;

import io.synkro.predict.features.view.Lineage;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows that were set aside together. Immutable.
 *
 * @param id names the entry: the view and when
 * @param view name of the view
 * @param version version of the view that they were to be written to
 * @param rows how many rows it holds, at least 1
 * @param reasons how many rows failed which expectation, by its name
 * @param lineage where they come from
 * @param when when they were set aside
 */
public record QuarantineEntry(
    String id,
    String view,
    String version,
    int rows,
    Map<String, Integer> reasons,
    Lineage lineage,
    Instant when) {
  /** {@inheritDoc} */
  public QuarantineEntry {
    reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
  }
}
