package io.synkro.predict.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Units and covariates of the rows; rows of the same series and step are rejected or merged. */
final class CellValues {
  private final SalesRows rows;
  private final RowGrid grid;
  private final SalesMapping.Duplicates duplicates;
  private final Rejections rejections;
  private final double[] units;
  private final List<double[]> values = new ArrayList<>();

  /** Numbers of values that went into the means of merged rows, by row: few rows are merged. */
  private final Map<Integer, int[]> counts = new HashMap<>();

  CellValues(
      SalesRows rows, RowGrid grid, SalesMapping.Duplicates duplicates, Rejections rejections) {
    this.rows = rows;
    this.grid = grid;
    this.duplicates = duplicates;
    this.rejections = rejections;
    this.units = rows.units();
    for (int c = 0; c < rows.covariates().size(); c++) {
      values.add(rows.values(c));
    }
  }

  /** Puts every row into the grid, in the order of the file. */
  void place() {
    for (int row = 0; row < rows.size(); row++) {
      boolean negative = units[row] < 0;
      int before = grid.take(row);
      if (before >= 0 && duplicates == SalesMapping.Duplicates.REJECT) {
        rejections.reject(
            new RejectedCell(
                SalesRole.DATE.column(),
                "%s %s"
                    .formatted(
                        rows.ids().get(rows.series(row)),
                        Dates.text(rows.datePool().epochHour(rows.date(row)))),
                "product, warehouse and step were already given in line " + rows.line(before),
                "add such rows up with \"duplicates\": \"sum\" in a mapping"),
            rows.line(row));
        continue;
      }
      if (before >= 0) {
        merge(before, row);
        rejections.summed();
      }
      if (negative) {
        rejections.negative();
      }
    }
  }

  private void merge(int target, int row) {
    units[target] = Double.isNaN(units[target]) ? units[row] : plus(units[target], units[row]);
    int[] count = counts.computeIfAbsent(target, t -> new int[values.size()]);
    for (int c = 0; c < values.size(); c++) {
      double[] column = values.get(c);
      double added = column[row];
      if (Double.isNaN(added)) {
        continue;
      }
      if (Double.isNaN(column[target])) {
        column[target] = added;
        count[c] = 1;
      } else {
        count[c] = Math.max(count[c], 1) + 1;
        column[target] += (added - column[target]) / count[c];
      }
    }
  }

  private static double plus(double sum, double added) {
    return Double.isNaN(added) ? sum : sum + added;
  }

  double[] units() {
    return units;
  }

  double[] values(int covariate) {
    return values.get(covariate);
  }

  /** Whether a covariate has a value at each future step of each series that has future rows. */
  boolean coversFuture(int covariate, RowGrid placed, int horizon) {
    double[] column = values.get(covariate);
    for (int series = 0; series < placed.size(); series++) {
      if (placed.start(series) == RowGrid.ABSENT || !placed.hasFuture(series)) {
        continue;
      }
      int first = placed.end() - placed.start(series);
      for (int t = first; t < first + horizon; t++) {
        if (Double.isNaN(column[placed.row(series, t)])) {
          return false;
        }
      }
    }
    return true;
  }
}
