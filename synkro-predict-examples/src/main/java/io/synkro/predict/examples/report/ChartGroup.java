package io.synkro.predict.examples.report;

import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * Charts that belong together, such as those of one series; readers choose among groups.
 *
 * @param name what to choose, such as the series
 * @param charts the charts, at least one
 */
public record ChartGroup(String name, List<Chart> charts) {
  /** {@inheritDoc} */
  public ChartGroup {
    charts = List.copyOf(charts);
    Require.that(!charts.isEmpty(), "charts of " + name, "none", "must have a chart", "");
  }
}
