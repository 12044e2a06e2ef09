package io.synkro.predict.features;

import io.synkro.predict.features.HistoryFeature.Until;
import io.synkro.predict.features.PipelinePlan.Node;
import io.synkro.predict.features.internal.Slice;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureRows;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Fills chosen rows of a panel. Where there are many of a series, its columns are computed once and
 * the rows are taken from them; else each row is computed on its own. Not safe for use by many
 * threads; several may fill different series.
 */
final class RowTable {
  /** A column is worth it if it has at most so many steps for each origin that is asked for. */
  private static final int STEPS_AN_ORIGIN = 8;

  private final PanelInput input;
  private final PipelinePlan plan;
  private final SeriesColumns columns;
  private final PointRows points;
  private final FeatureRows rows;
  private final int[] order;
  private final float[][] results;
  private final Map<Integer, float[]> byLag = new HashMap<>();
  private final Slice slice = new Slice();

  RowTable(PanelInput input, FeatureRows rows) {
    this.input = input;
    this.plan = input.plan();
    this.columns = new SeriesColumns(input);
    this.points = new PointRows(input, columns, rows);
    this.rows = rows;
    this.order = plan.order();
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
    int[] sorted = sorted(chosen);
    int within = 0;
    int origins = 0;
    while (within < sorted.length && rows.origin(sorted[within]) <= panel.end(series)) {
      boolean another =
          within == 0 || rows.origin(sorted[within]) != rows.origin(sorted[within - 1]);
      origins += another ? 1 : 0;
      within++;
    }
    if ((long) origins * STEPS_AN_ORIGIN < panel.length(series)) {
      within = 0;
    }
    if (within > 0) {
      fillFromColumns(series, Arrays.copyOf(sorted, within), end - start, out);
    }
    if (within < sorted.length) {
      points.fill(series, Arrays.copyOfRange(sorted, within, sorted.length), out);
    }
  }

  /** By origin and then horizon. */
  private int[] sorted(int[] chosen) {
    boolean sorted = true;
    for (int i = 1; i < chosen.length && sorted; i++) {
      int by = Integer.compare(rows.origin(chosen[i - 1]), rows.origin(chosen[i]));
      sorted = by < 0 || (by == 0 && rows.horizon(chosen[i - 1]) <= rows.horizon(chosen[i]));
    }
    return sorted
        ? chosen
        : Arrays.stream(chosen)
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(rows::origin).thenComparingInt(rows::horizon))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private void fillFromColumns(int series, int[] chosen, int steps, float[][] out) {
    int start = input.panel().start(series);
    for (int node : order) {
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
        take(node, chosen, start, result, steps);
      }
      for (int i = 0; node < plan.columns() && i < chosen.length; i++) {
        out[node][chosen[i]] = result[i];
      }
    }
  }

  private void take(int node, int[] chosen, int start, float[] result, int steps) {
    byLag.clear();
    PipelineFeature feature = plan.node(node).feature();
    if (feature instanceof CalendarFeature) {
      takeCalendar(input.calendar(node), chosen, start, result);
      return;
    }
    HistoryFeature history = feature instanceof HistoryFeature h ? h : null;
    boolean byTarget = history != null && history.until() == Until.TARGET;
    int lastLag = Integer.MIN_VALUE;
    float[] column = {};
    for (int i = 0; i < chosen.length; i++) {
      int r = chosen[i];
      int horizon = rows.horizon(r);
      int row = (byTarget ? rows.target(r) : rows.origin(r)) - start;
      if (history == null) {
        result[i] = columns.constant(feature, horizon);
      } else if (row < 0) {
        result[i] = Float.NaN;
      } else {
        int lag = history.lag(horizon);
        if (lag != lastLag) {
          column = byLag.computeIfAbsent(lag, l -> column(node, horizon, steps));
          lastLag = lag;
        }
        result[i] = column[row];
      }
    }
  }

  private void takeCalendar(float[] calendar, int[] chosen, int start, float[] result) {
    for (int i = 0; i < chosen.length; i++) {
      int target = rows.target(chosen[i]);
      result[i] = target < start ? Float.NaN : calendar[target - input.firstStep()];
    }
  }

  private float[] column(int node, int horizon, int steps) {
    float[] column = new float[steps];
    columns.fill(node, horizon, slice.place(column, 0, steps));
    return column;
  }
}
