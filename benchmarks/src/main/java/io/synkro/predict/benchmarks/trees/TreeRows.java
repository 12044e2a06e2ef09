package io.synkro.predict.benchmarks.trees;

import io.synkro.predict.tabular.FeatureTable;
import java.util.List;
import java.util.stream.IntStream;

/** Rows to score: a large batch, and many small tables and single rows, so that none is learnt. */
final class TreeRows {
  /** Rows of a small table: a forecast of four weeks. */
  static final int FEW = 28;

  static final int TABLES = 64;
  static final int SINGLES = 2048;

  private TreeRows() {}

  static NativeSide.Rows of(int rows) {
    FeatureTable singles = DemandTable.features(SINGLES, 3);
    float[][] single = new float[SINGLES][DemandTable.SCHEMA.size()];
    for (int i = 0; i < SINGLES; i++) {
      singles.copyRow(i, single[i]);
    }
    List<FeatureTable> few =
        IntStream.range(0, TABLES).mapToObj(i -> DemandTable.features(FEW, 100 + i)).toList();
    return new NativeSide.Rows(DemandTable.features(rows, 2), few, single);
  }
}
