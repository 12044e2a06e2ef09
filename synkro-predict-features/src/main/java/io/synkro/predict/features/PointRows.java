package io.synkro.predict.features;

import io.synkro.predict.features.PipelinePlan.Node;
import io.synkro.predict.tabular.FeatureRows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Fills single rows of a series, each on its own: where there are few of them that is cheaper than
 * whole columns, and after the end of a series no column fits, since each origin knows another part
 * of the plans. Not safe for use by many threads.
 */
final class PointRows {
  private final PanelInput input;
  private final PipelinePlan plan;
  private final SeriesColumns columns;
  private final FeatureRows rows;
  private final @Nullable HistoryCursor[] cursors;
  private final int[] order;

  /** Of the order, the features that rows of one origin do not share. */
  private final int[] ofEachRow;

  private final float[] results;
  private int series;
  private int start;

  PointRows(PanelInput input, SeriesColumns columns, FeatureRows rows) {
    this.input = input;
    this.plan = input.plan();
    this.columns = columns;
    this.rows = rows;
    this.order = plan.order();
    this.ofEachRow = ofEachRow(plan);
    this.results = new float[plan.nodes().size()];
    this.cursors = new @Nullable HistoryCursor[results.length];
    for (int n = 0; n < cursors.length; n++) {
      if (plan.node(n).feature() instanceof HistoryFeature feature
          && !feature.channel().isGroup()) {
        cursors[n] = new HistoryCursor(feature, columns.buffer(feature.channel()));
      }
    }
  }

  private static int[] ofEachRow(PipelinePlan plan) {
    boolean[] differs = new boolean[plan.nodes().size()];
    int[] order = plan.order();
    for (int node : order) {
      Node each = plan.node(node);
      if (each.feature() instanceof CombinedFeature) {
        differs[node] = differs[each.first()] || differs[each.second()];
      } else if (each.feature() instanceof HistoryFeature history) {
        differs[node] = history.until() != HistoryFeature.Until.ORIGIN;
      } else {
        differs[node] = !(each.feature() instanceof AttributeFeature);
      }
    }
    return Arrays.stream(order).filter(node -> differs[node]).toArray();
  }

  /**
   * Fills rows of the series that the columns were loaded with; planned values of steps before the
   * origin of a row are gone afterwards.
   *
   * @param newSeries the series
   * @param sorted positions of its rows, by origin and then horizon
   * @param out columns of all rows
   */
  void fill(int newSeries, int[] sorted, float[][] out) {
    series = newSeries;
    start = input.panel().start(series);
    long first = input.panel().axis().sinceEpoch(start);
    for (HistoryCursor cursor : cursors) {
      if (cursor != null) {
        cursor.begin(first);
      }
    }
    int blank = input.panel().length(series);
    int last = Integer.MIN_VALUE;
    for (int row : sorted) {
      int origin = rows.origin(row) - start;
      if (origin > blank) {
        columns.blank(blank, origin);
        blank = origin;
      }
      for (int node : origin == last ? ofEachRow : order) {
        results[node] = value(node, row);
      }
      last = origin;
      for (int c = 0; c < plan.columns(); c++) {
        out[c][row] = results[c];
      }
    }
  }

  private float value(int node, int row) {
    Node each = plan.node(node);
    PipelineFeature feature = each.feature();
    if (feature instanceof CombinedFeature combined) {
      return combined.apply(results[each.first()], results[each.second()]);
    }
    int horizon = rows.horizon(row);
    HistoryCursor cursor = cursors[node];
    if (cursor != null) {
      return cursor.value(rows.origin(row) - start, horizon);
    }
    if (feature instanceof HistoryFeature history) {
      return rows.origin(row) < start
          ? Float.NaN
          : input.groupColumns(node).value(series, history.lag(horizon), rows.origin(row));
    }
    if (feature instanceof CalendarFeature) {
      int target = rows.target(row);
      return target < start ? Float.NaN : input.calendar(node)[target - input.firstStep()];
    }
    return columns.constant(feature, horizon);
  }
}
