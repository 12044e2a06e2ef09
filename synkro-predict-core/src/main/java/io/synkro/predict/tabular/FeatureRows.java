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
   * @throws InvalidInputException if a series is not in the panel or a horizon is below 1
   */
  public void requireWithin(SeriesPanel panel) {
    for (int r = 0; r < size(); r++) {
      if (series[r] < 0 || series[r] >= panel.size() || horizon[r] < 1) {
        throw new InvalidInputException(
            "row " + r,
            "series %d, horizon %d".formatted(series[r], horizon[r]),
            "must name a series below %d and a horizon of at least 1".formatted(panel.size()),
            "");
      }
    }
  }
}
