package io.synkro.predict.features;

import io.synkro.predict.features.HistoryFeature.Until;
import io.synkro.predict.features.PipelinePlan.Node;
import io.synkro.predict.features.internal.Slice;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureRows;
import java.util.HashMap;
import java.util.Map;

/**
 * Fills chosen rows of a panel: the columns of a series are computed once and the rows are taken
 * from them. Not safe for use by many threads; several may fill different series.
 */
final class RowTable {
  private final PanelInput input;
  private final PipelinePlan plan;
  private final SeriesColumns columns;
  private final FeatureRows rows;
  private final float[][] results;
  private final Map<Integer, float[]> byLag = new HashMap<>();
  private final Slice slice = new Slice();

  RowTable(PanelInput input, FeatureRows rows) {
    this.input = input;
    this.plan = input.plan();
    this.columns = new SeriesColumns(input);
    this.rows = rows;
    this.results = new float[plan.nodes().size()][0];
  }

  /**
   * Fills rows of one series.
   *
   * @param series the series
   * @param chosen positions of its rows
   * @param out columns of all rows
   */
  void fill(int series, int[] chosen, float[][] out) {
    SeriesPanel panel = input.panel();
    int start = panel.start(series);
    int end = start;
    for (int r : chosen) {
      end = Math.max(end, rows.target(r) + 1);
    }
    columns.load(series, end - start);
    for (int node : plan.order()) {
      if (results[node].length < chosen.length) {
        results[node] = new float[chosen.length];
      }
      Node each = plan.node(node);
      float[] result = results[node];
      if (each.feature() instanceof CombinedFeature combined) {
        for (int i = 0; i < chosen.length; i++) {
          result[i] = combined.apply(results[each.first()][i], results[each.second()][i]);
        }
      } else {
        take(node, chosen, start, result, end - start);
      }
      for (int i = 0; node < plan.columns() && i < chosen.length; i++) {
        out[node][chosen[i]] = result[i];
      }
    }
  }

  private void take(int node, int[] chosen, int start, float[] result, int steps) {
    byLag.clear();
    PipelineFeature feature = plan.node(node).feature();
    HistoryFeature history = feature instanceof HistoryFeature h ? h : null;
    boolean byTarget = history == null || history.until() == Until.TARGET;
    for (int i = 0; i < chosen.length; i++) {
      int r = chosen[i];
      int horizon = rows.horizon(r);
      if (history == null && !(feature instanceof CalendarFeature)) {
        result[i] = columns.constant(feature, horizon);
        continue;
      }
      int lag = history == null ? 0 : history.lag(horizon);
      int row = (byTarget ? rows.target(r) : rows.origin(r)) - start;
      if (row < 0) {
        result[i] = Float.NaN;
      } else {
        result[i] = byLag.computeIfAbsent(lag, l -> column(node, horizon, steps))[row];
      }
    }
  }

  private float[] column(int node, int horizon, int steps) {
    float[] column = new float[steps];
    columns.fill(node, horizon, slice.place(column, 0, steps));
    return column;
  }
}
