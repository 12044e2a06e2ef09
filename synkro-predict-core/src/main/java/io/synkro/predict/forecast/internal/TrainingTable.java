package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.BinnedTable;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureBins;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.TrainingData;
import java.util.Arrays;
import java.util.Optional;
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
  private static final float MOST_OF_MEDIAN = 100;
  private static final int ROWS_OF_SAMPLE = 50_000;

  /** What is learnt and how much it weighs. */
  private static final class Targets {
    private final float[] labels;
    private final float[] weights;

    Targets(int rows) {
      this.labels = new float[rows];
      this.weights = new float[rows];
    }
  }

  /** Returns the examples, or nothing if there was no demand in any of them. */
  Optional<TrainingData> of(TrainingRows.Chosen rows) {
    boolean binned = rows.size() > mostNumbers && plan.learner().takesBins() && categoriesFit();
    return binned ? binned(rows) : of(rows.of(0, demand.size()));
  }

  /** Returns examples with their features as numbers, or nothing if there was no demand. */
  Optional<TrainingData> of(FeatureRows rows) {
    Targets targets = new Targets(rows.size());
    if (!fill(rows, 0, targets)) {
      return Optional.empty();
    }
    level(targets.weights);
    TrainingData data = TrainingData.of(features.compute(demand, rows), targets.labels);
    return Optional.of(data.withWeights(targets.weights));
  }

  private Optional<TrainingData> binned(TrainingRows.Chosen rows) {
    Targets targets = new Targets(rows.size());
    boolean sold = false;
    FeatureBins bins = FeatureBins.of(sample(rows), plan.options().maxBins());
    byte[][] codes = new byte[bins.schema().size()][rows.size()];
    for (int from = 0, to; from < demand.size(); from = to) {
      to = endOfBlock(rows, from);
      FeatureRows block = rows.of(from, to);
      sold |= fill(block, rows.start(from), targets);
      encode(block, bins, codes, rows.start(from));
    }
    level(targets.weights);
    TrainingData data = TrainingData.of(new BinnedTable(bins, codes), targets.labels);
    return sold ? Optional.of(data.withWeights(targets.weights)) : Optional.empty();
  }

  private boolean categoriesFit() {
    return features.schema(demand).features().stream()
        .mapToInt(Feature::categories)
        .allMatch(categories -> categories <= plan.options().maxBins());
  }

  private int endOfBlock(TrainingRows.Chosen rows, int from) {
    int to = from + 1;
    while (to < demand.size() && rows.start(to + 1) - rows.start(from) <= ROWS_OF_BLOCK) {
      to++;
    }
    return to;
  }

  /** Fills the targets of rows from a position on; returns whether there was any demand. */
  private boolean fill(FeatureRows rows, int at, Targets targets) {
    boolean sold = false;
    double[] values = {};
    SeriesScale scale = null;
    ExampleWeights weights = new ExampleWeights(demand, plan.training());
    for (int r = 0; r < rows.size(); r++) {
      int series = rows.series(r);
      if (scale == null || rows.series(r - 1) != series) {
        values = demand.values(series);
        scale = new SeriesScale(plan.scaling(), values, demand.axis().frequency());
      }
      int origin = rows.origin(r) - demand.start(series);
      int target = rows.target(r) - demand.start(series);
      targets.labels[at + r] = (float) scale.scaled(values[target], origin, target);
      targets.weights[at + r] = (float) (scale.weight(origin) * weights.of(series, target));
      sold |= values[target] != 0;
    }
    return sold;
  }

  private void encode(FeatureRows rows, FeatureBins bins, byte[][] codes, int at) {
    FeatureTable table = features.compute(demand, rows);
    float[] column = new float[rows.size()];
    for (int c = 0; c < codes.length; c++) {
      table.copyColumn(c, 0, column.length, column);
      bins.encode(c, column, column.length, codes[c], at);
    }
  }

  /** Weights have the mean 1; a few huge series must not be all that is learnt from. */
  private static void level(float[] weights) {
    float[] sorted = weights.clone();
    Arrays.sort(sorted);
    float most = MOST_OF_MEDIAN * sorted[sorted.length / 2];
    double sum = 0;
    for (int r = 0; r < weights.length; r++) {
      weights[r] = most > 0 ? Math.min(most, weights[r]) : weights[r];
      sum += weights[r];
    }
    if (sum == 0) { // no value is known where it matters
      Arrays.fill(weights, 1);
      return;
    }
    float mean = (float) (sum / weights.length);
    for (int r = 0; r < weights.length; r++) {
      weights[r] /= mean;
    }
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
