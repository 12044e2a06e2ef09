package io.synkro.predict.tabular;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesPanel;

/**
 * Which rows to compute of a panel: row r asks what was known about series {@code series(r)} just
 * before step {@code origin(r)}, to predict the step {@code origin(r) + horizon(r) - 1}. Immutable;
 * safe for use by many threads.
 */
public final class FeatureRows {
  /** A row further away from the panel is a wrong date, and would cost a column as long. */
  private static final int MOST_BEYOND = 10_000;

  private final int[] series;
  private final int[] origin;
  private final int[] horizon;

  /**
   * Creates rows.
   *
   * @param series positions of series in the panel
   * @param origin first step of the axis whose demand is not known, one a row
   * @param horizon steps ahead, one a row: 1 for the step at the origin itself
   */
  public FeatureRows(int[] series, int[] origin, int[] horizon) {
    Require.that(
        series.length == origin.length && series.length == horizon.length,
        "lengths of series, origin and horizon",
        "%d, %d, %d".formatted(series.length, origin.length, horizon.length),
        "must be equal",
        "");
    this.series = series.clone();
    this.origin = origin.clone();
    this.horizon = horizon.clone();
  }

  /**
   * Returns the number of rows.
   *
   * @return zero or more
   */
  public int size() {
    return series.length;
  }

  /**
   * Returns the series of a row.
   *
   * @param row position of the row
   * @return position of the series in the panel
   */
  public int series(int row) {
    return series[row];
  }

  /**
   * Returns the first step whose demand a row does not know.
   *
   * @param row position of the row
   * @return a step of the panel's axis
   */
  public int origin(int row) {
    return origin[row];
  }

  /**
   * Returns how far ahead a row looks.
   *
   * @param row position of the row
   * @return steps, 1 for the step at the origin
   */
  public int horizon(int row) {
    return horizon[row];
  }

  /**
   * Returns the step that a row predicts.
   *
   * @param row position of the row
   * @return a step of the panel's axis
   */
  public int target(int row) {
    return origin[row] + horizon[row] - 1;
  }

  /**
   * Refuses rows that a panel cannot answer.
   *
   * @param panel the panel
   * @throws InvalidInputException if a series is not in the panel, a horizon is below 1, an origin
   *     lies more than 10,000 steps before the first series or a target more than 10,000 steps
   *     after the end of the panel
   */
  public void requireWithin(SeriesPanel panel) {
    int first = Integer.MAX_VALUE;
    for (int s = 0; s < panel.size(); s++) {
      first = Math.min(first, panel.start(s));
    }
    for (int r = 0; r < size(); r++) {
      if (series[r] < 0 || series[r] >= panel.size() || horizon[r] < 1) {
        throw new InvalidInputException(
            "row " + r,
            "series %d, horizon %d".formatted(series[r], horizon[r]),
            "must name a series below %d and a horizon of at least 1".formatted(panel.size()),
            "");
      }
      requireNear(r, first, panel.end());
    }
  }

  private void requireNear(int row, int first, int end) {
    long from = first - (long) MOST_BEYOND;
    long to = end + (long) MOST_BEYOND;
    long target = origin[row] + (long) horizon[row] - 1;
    if (origin[row] < from || target > to) {
      throw new InvalidInputException(
          "row " + row,
          "origin %d, target %d".formatted(origin[row], target),
          "must lie between steps %d and %d, at most %d around the panel"
              .formatted(from, to, MOST_BEYOND),
          "count steps from the first one of the panel's axis");
    }
  }
}
