package io.synkro.predict.engine.lightgbm;

import io.synkro.predict.engine.TrainingRows;
import io.synkro.predict.trees.TreeModel;
import org.jspecify.annotations.Nullable;

/**
 * Where training begins: the offsets of the data, plus the margins of an earlier model. LightGBM's
 * C interface knows no other way to go on from a model ({@code Booster::Booster} in c_api.cpp).
 */
final class StartingMargins {
  private static final int CHUNK_ROWS = 1 << 14;

  private StartingMargins() {}

  /** Gives a data set its margins, unless there are none. */
  static void set(NativeDataset dataset, TrainingRows rows, @Nullable TreeModel start) {
    int outputs = start != null ? start.outputs() : rows.offsets();
    if (outputs == 0) {
      return;
    }
    try (NativeDoubles scores = new NativeDoubles((long) rows.size() * outputs)) {
      for (int from = 0; from < rows.size(); from += CHUNK_ROWS) {
        int count = Math.min(CHUNK_ROWS, rows.size() - from);
        double[] margins =
            start == null ? new double[count * outputs] : start.margins(rows.values(from, count));
        for (int i = 0; i < margins.length; i++) {
          int row = from + i / outputs;
          int output = i % outputs;
          double offset = rows.offsets() == 0 ? 0 : rows.offset(row, output);
          scores.set((long) output * rows.size() + row, margins[i] + offset);
        }
      }
      dataset.setInitialScores(scores);
    }
  }
}
