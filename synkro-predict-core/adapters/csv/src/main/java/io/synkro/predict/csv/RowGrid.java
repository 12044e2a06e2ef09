package io.synkro.predict.csv;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * For every series and step the row that describes it. A series reaches from its first row to the
 * last step of the file with units, and on to its own last row, which may lie in the future.
 */
final class RowGrid {
  static final int ABSENT = Integer.MAX_VALUE;
  private static final int NONE = -1;

  private final int end;
  private final int[] starts;
  private final int[] offsets;
  private final int[] grid;
  private final int[] steps;
  private final SalesRows rows;
  private final boolean[] firstIsFuture;
  private long futureRows;

  private RowGrid(SalesRows rows, int[] steps, int end, Extent extent, int[] offsets) {
    this.rows = rows;
    this.steps = steps;
    this.end = end;
    this.starts = extent.first;
    this.offsets = offsets;
    this.grid = new int[offsets[starts.length]];
    this.firstIsFuture = new boolean[starts.length];
    Arrays.fill(grid, NONE);
    for (int series = 0; series < starts.length; series++) {
      if (starts[series] != ABSENT && starts[series] >= end) {
        firstIsFuture[series] = true;
        starts[series] = end - 1;
      }
    }
  }

  /** First and last step of the rows of each series. */
  private static final class Extent {
    private final int[] first;
    private final int[] last;

    Extent(SalesRows rows, int[] steps) {
      first = new int[rows.ids().size()];
      last = new int[rows.ids().size()];
      Arrays.fill(first, ABSENT);
      for (int row = 0; row < rows.size(); row++) {
        int series = rows.series(row);
        int step = steps[rows.date(row)];
        first[series] = Math.min(first[series], step);
        last[series] = Math.max(last[series], step);
      }
    }
  }

  static RowGrid of(Path file, SalesRows rows, int[] steps) {
    double[] units = rows.units();
    int end = 0;
    for (int row = 0; row < units.length; row++) {
      if (!Double.isNaN(units[row])) {
        end = Math.max(end, steps[rows.date(row)] + 1);
      }
    }
    if (end == 0) {
      throw new UnreadableFileException(
          file, 0, "no row has units", "another column holds the sales; name it in a mapping");
    }
    Extent extent = new Extent(rows, steps);
    int[] offsets = new int[extent.first.length + 1];
    for (int series = 0; series < extent.first.length; series++) {
      long cells = offsets[series] + length(extent, series, end);
      if (cells > Integer.MAX_VALUE - 8) {
        throw new UnreadableFileException(
            file,
            0,
            "the series have more than two thousand million steps",
            "a date is mistyped, or the file must be split");
      }
      offsets[series + 1] = (int) cells;
    }
    return new RowGrid(rows, steps, end, extent, offsets);
  }

  private static long length(Extent extent, int series, int end) {
    return extent.first[series] == ABSENT
        ? 0
        : Math.max(end, extent.last[series] + 1L) - Math.min(extent.first[series], end - 1L);
  }

  /** Takes a row into its place and returns the row that was there before, or -1 if none was. */
  int take(int row) {
    int series = rows.series(row);
    int step = steps[rows.date(row)];
    int cell = offsets[series] + step - starts[series];
    int before = grid[cell];
    if (before == NONE) {
      grid[cell] = row;
      futureRows += step >= end ? 1 : 0;
    }
    return before;
  }

  /** The row of a series at a position, or -1. */
  int row(int series, int t) {
    int cell = offsets[series] + t;
    return cell < offsets[series + 1] ? grid[cell] : NONE;
  }

  int start(int series) {
    return starts[series];
  }

  /** Step after the last one with units. */
  int end() {
    return end;
  }

  long futureRows() {
    return futureRows;
  }

  boolean firstIsFuture(int series) {
    return firstIsFuture[series];
  }

  int onlyFuture() {
    int count = 0;
    for (boolean future : firstIsFuture) {
      count += future ? 1 : 0;
    }
    return count;
  }

  /** Whether a series has any row after the last units. */
  boolean hasFuture(int series) {
    return steps(series) > end - starts[series];
  }

  private int steps(int series) {
    return starts[series] == ABSENT ? Integer.MIN_VALUE : offsets[series + 1] - offsets[series];
  }

  /** Steps after the last units for which every series that has such rows has one. */
  int horizon() {
    int horizon = Integer.MAX_VALUE;
    for (int series = 0; series < starts.length; series++) {
      if (starts[series] != ABSENT && hasFuture(series)) {
        int covered = 0;
        while (row(series, end - starts[series] + covered) != NONE) {
          covered++;
        }
        horizon = Math.min(horizon, covered);
      }
    }
    return horizon == Integer.MAX_VALUE ? 0 : horizon;
  }

  int size() {
    return starts.length;
  }
}
