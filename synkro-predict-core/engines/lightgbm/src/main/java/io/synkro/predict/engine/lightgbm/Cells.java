package io.synkro.predict.engine.lightgbm;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.engine.TrainingRows;
import io.synkro.predict.tabular.FeatureBins;
import org.jspecify.annotations.Nullable;

/**
 * Features as LightGBM is given them: numbers, or for binned data the numbers of the bins, which
 * its own bins then hold one by one.
 */
final class Cells {
  private final TrainingRows rows;
  private final @Nullable FeatureBins bins;

  /** Whether a column misses values where it is trained on; empty if it is not binned. */
  private final boolean[] missing;

  private Cells(TrainingRows rows, @Nullable FeatureBins bins, boolean[] missing) {
    this.rows = rows;
    this.bins = bins;
    this.missing = missing;
  }

  static Cells of(TrainingRows rows) {
    if (!rows.isBinned()) {
      return new Cells(rows, null, new boolean[0]);
    }
    boolean[] missing = new boolean[rows.schema().size()];
    for (int c = 0; c < missing.length; c++) {
      for (int r = 0; r < rows.size() && !missing[c]; r++) {
        missing[c] = rows.code(r, c) == FeatureBins.MISSING;
      }
    }
    return new Cells(rows, rows.binned().bins(), missing);
  }

  /** Returns other rows in the words of these. */
  Cells alike(TrainingRows others) {
    rows.schema().requireSame(others.schema());
    if (others.isBinned() && others.binned().bins() != bins) {
      throw new InvalidInputException(
          "validation data",
          "other bins",
          "must have the bins of the training data, or numbers",
          "encode both tables with the same bins");
    }
    return new Cells(others, bins, missing);
  }

  TrainingRows rows() {
    return rows;
  }

  /** Whether LightGBM has to know of missing values even if its sample meets none. */
  boolean isMissing(int column) {
    return missing.length > 0 && missing[column];
  }

  float value(int row, int column) {
    if (bins == null) {
      return rows.value(row, column);
    }
    int code =
        rows.isBinned() ? rows.code(row, column) : bins.code(column, rows.value(row, column));
    if (code != FeatureBins.MISSING) {
      return code;
    }
    // where NaN was never seen, trees take it for zero
    boolean known = missing[column] || bins.schema().features().get(column).isCategory();
    return known ? Float.NaN : bins.code(column, 0);
  }
}
