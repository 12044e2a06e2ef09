package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.BinnedTable;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureBins;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.TrainingData;
import java.util.SplittableRandom;

/**
 * Makes the examples of a training. The features of many rows go straight into bins, in blocks of
 * series, if the engine takes them: a quarter of the memory. Bins are those of a sample of some
 * hundred series.
 *
 * @param demand clean demand
 * @param plan how to train
 * @param features what to learn from
 * @param mostNumbers most rows whose features are handed over as numbers
 */
record TrainingTable(SeriesPanel demand, TreePlan plan, FeatureSource features, int mostNumbers) {
  /** So many numbers of fifty features take 100 MB. */
  static final int MOST_NUMBERS = 500_000;

  private static final int ROWS_OF_BLOCK = 1 << 15;
  private static final int SERIES_OF_SAMPLE = 500;
  private static final int ROWS_OF_SAMPLE = 50_000;

  /** Returns the examples. */
  TrainingData of(TrainingRows.Chosen rows, float[] labels, float[] weights) {
    boolean binned =
        rows.size() > mostNumbers && plan.learner().takesBins() && categoriesFit(features);
    TrainingData data =
        binned
            ? TrainingData.of(bins(rows), labels)
            : TrainingData.of(features.compute(demand, rows.of(0, demand.size())), labels);
    return data.withWeights(weights);
  }

  private boolean categoriesFit(FeatureSource source) {
    return source.schema(demand).features().stream()
        .mapToInt(Feature::categories)
        .allMatch(categories -> categories <= plan.options().maxBins());
  }

  private BinnedTable bins(TrainingRows.Chosen rows) {
    FeatureBins bins = FeatureBins.of(sample(rows), plan.options().maxBins());
    int columns = bins.schema().size();
    byte[][] codes = new byte[columns][rows.size()];
    for (int from = 0; from < demand.size(); ) {
      int to = from + 1;
      while (to < demand.size() && rows.start(to + 1) - rows.start(from) <= ROWS_OF_BLOCK) {
        to++;
      }
      int at = rows.start(from);
      int count = rows.start(to) - at;
      if (count > 0) {
        FeatureTable block = features.compute(demand, rows.of(from, to));
        float[] column = new float[count];
        for (int c = 0; c < columns; c++) {
          block.copyColumn(c, 0, count, column);
          bins.encode(c, column, count, codes[c], at);
        }
      }
      from = to;
    }
    return new BinnedTable(bins, codes);
  }

  /** Rows of series that lie evenly apart, one of each of as many equal spans. */
  private FeatureTable sample(TrainingRows.Chosen rows) {
    int series = Math.min(SERIES_OF_SAMPLE, demand.size());
    FeatureRows[] parts = new FeatureRows[series];
    int size = 0;
    for (int k = 0; k < series; k++) {
      int i = (int) ((long) k * demand.size() / series);
      parts[k] = rows.of(i, i + 1);
      size += parts[k].size();
    }
    return features.compute(demand, thinned(parts, size));
  }

  private FeatureRows thinned(FeatureRows[] parts, int all) {
    int size = Math.min(all, ROWS_OF_SAMPLE);
    int[] series = new int[size];
    int[] origin = new int[size];
    int[] horizon = new int[size];
    SplittableRandom random = new SplittableRandom(plan.options().seed());
    int part = 0;
    int before = 0;
    for (int k = 0; k < size; k++) {
      int from = (int) ((long) k * all / size);
      int row = random.nextInt(from, (int) ((k + 1L) * all / size));
      while (row - before >= parts[part].size()) {
        before += parts[part++].size();
      }
      series[k] = parts[part].series(row - before);
      origin[k] = parts[part].origin(row - before);
      horizon[k] = parts[part].horizon(row - before);
    }
    return new FeatureRows(series, origin, horizon);
  }
}
