package io.synkro.predict.features;

import io.synkro.predict.features.HistoryFeature.Until;
import io.synkro.predict.features.PipelinePlan.Node;
import io.synkro.predict.features.internal.Slice;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureRows;
import java.util.Arrays;
import java.util.BitSet;
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

  /** Where the rows of a series lie, counted from its start. */
  private int[] origins = {};

  private int[] targets = {};

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
    if (isDense(series, chosen)) {
      fillFromColumns(series, chosen, end - start, out);
      return;
    }
    int[] sorted = sorted(chosen);
    int within = 0;
    int different = 0;
    while (within < sorted.length && rows.origin(sorted[within]) <= panel.end(series)) {
      boolean another =
          within == 0 || rows.origin(sorted[within]) != rows.origin(sorted[within - 1]);
      different += another ? 1 : 0;
      within++;
    }
    if ((long) different * STEPS_AN_ORIGIN < panel.length(series)) {
      within = 0;
    }
    if (within > 0) {
      fillFromColumns(series, Arrays.copyOf(sorted, within), end - start, out);
    }
    if (within < sorted.length) {
      points.fill(series, Arrays.copyOfRange(sorted, within, sorted.length), out);
    }
  }

  /** Whether no row knows less of the plans than the columns do, and there are many origins. */
  private boolean isDense(int series, int[] chosen) {
    int end = input.panel().end(series);
    int first = end;
    for (int row : chosen) {
      if (rows.origin(row) > end) {
        return false;
      }
      first = Math.min(first, rows.origin(row));
    }
    BitSet seen = new BitSet();
    for (int row : chosen) {
      seen.set(rows.origin(row) - first);
    }
    return (long) seen.cardinality() * STEPS_AN_ORIGIN >= input.panel().length(series);
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
    locate(chosen, input.panel().start(series));
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
        take(node, series, chosen, steps);
      }
      for (int i = 0; node < plan.columns() && i < chosen.length; i++) {
        out[node][chosen[i]] = result[i];
      }
    }
  }

  private void locate(int[] chosen, int start) {
    if (origins.length < chosen.length) {
      origins = new int[chosen.length];
      targets = new int[chosen.length];
    }
    for (int i = 0; i < chosen.length; i++) {
      origins[i] = rows.origin(chosen[i]) - start;
      targets[i] = rows.target(chosen[i]) - start;
    }
  }

  private void take(int node, int series, int[] chosen, int steps) {
    PipelineFeature feature = plan.node(node).feature();
    float[] result = results[node];
    if (feature instanceof CalendarFeature) {
      float[] calendar = input.calendar(node);
      int from = input.panel().start(series) - input.firstStep();
      for (int i = 0; i < chosen.length; i++) {
        result[i] = targets[i] < 0 ? Float.NaN : calendar[from + targets[i]];
      }
    } else if (feature instanceof HistoryFeature history && history.until() == Until.SEASON) {
      takeByLag(node, history, chosen, steps);
    } else if (feature instanceof HistoryFeature history) {
      int[] from = history.until() == Until.TARGET ? targets : origins;
      float[] column = column(node, 1, steps);
      for (int i = 0; i < chosen.length; i++) {
        result[i] = from[i] < 0 ? Float.NaN : column[from[i]];
      }
    } else if (feature instanceof AttributeFeature) {
      Arrays.fill(result, 0, chosen.length, columns.constant(feature, 0));
    } else {
      for (int i = 0; i < chosen.length; i++) {
        result[i] = columns.constant(feature, rows.horizon(chosen[i]));
      }
    }
  }

  private void takeByLag(int node, HistoryFeature history, int[] chosen, int steps) {
    byLag.clear();
    int lastLag = Integer.MIN_VALUE;
    float[] column = {};
    for (int i = 0; i < chosen.length; i++) {
      int horizon = rows.horizon(chosen[i]);
      int lag = history.lag(horizon);
      if (lag != lastLag) {
        column = byLag.computeIfAbsent(lag, l -> column(node, horizon, steps));
        lastLag = lag;
      }
      results[node][i] = origins[i] < 0 ? Float.NaN : column[origins[i]];
    }
  }

  private float[] column(int node, int horizon, int steps) {
    float[] column = new float[steps];
    columns.fill(node, horizon, slice.place(column, 0, steps));
    return column;
  }
}
