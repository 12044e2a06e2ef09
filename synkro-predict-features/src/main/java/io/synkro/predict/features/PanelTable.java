package io.synkro.predict.features;

import io.synkro.predict.features.PipelinePlan.Node;
import io.synkro.predict.features.internal.Slice;
import io.synkro.predict.series.SeriesPanel;

/**
 * Fills the rows of all steps of a panel, series after series, with the features of the step itself
 * as the target. Not safe for use by many threads; several may fill different series.
 */
final class PanelTable {
  private final PanelInput input;
  private final PipelinePlan plan;
  private final SeriesColumns columns;
  private final Slice[] slices;
  private final float[][] hidden;
  private final int[] order;

  PanelTable(PanelInput input) {
    this.input = input;
    this.plan = input.plan();
    this.columns = new SeriesColumns(input);
    this.slices = new Slice[plan.nodes().size()];
    for (int n = 0; n < slices.length; n++) {
      slices[n] = new Slice();
    }
    this.hidden = new float[slices.length - plan.columns()][0];
    this.order = plan.order();
  }

  /** Rows of the longest series. */
  static int longest(SeriesPanel panel) {
    int longest = 0;
    for (int s = 0; s < panel.size(); s++) {
      longest = Math.max(longest, panel.length(s));
    }
    return longest;
  }

  /** Row of the whole table at which each series begins. */
  static int[] offsets(SeriesPanel panel) {
    int[] offsets = new int[panel.size() + 1];
    for (int s = 0; s < panel.size(); s++) {
      offsets[s + 1] = offsets[s] + panel.length(s);
    }
    return offsets;
  }

  /** Fills the rows of one series. */
  void fill(int series, float[][] out, int at) {
    int rows = input.panel().length(series);
    columns.load(series, rows);
    for (int node : order) {
      Slice slice =
          slices[node].place(column(node, out, rows), node < plan.columns() ? at : 0, rows);
      Node each = plan.node(node);
      if (each.feature() instanceof CombinedFeature combined) {
        combined.apply(slices[each.first()], slices[each.second()], slice);
      } else {
        columns.fill(node, 1, slice);
      }
    }
  }

  private float[] column(int node, float[][] out, int rows) {
    if (node < plan.columns()) {
      return out[node];
    }
    int h = node - plan.columns();
    if (hidden[h].length < rows) {
      hidden[h] = new float[rows];
    }
    return hidden[h];
  }
}
