package io.synkro.predict.benchmarks.trees;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.TrainingData;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Features such as demand models have, with a known function: 56 numbers (lags and means of demand
 * at many levels, prices; 24 of them with NaN, 8 mostly zero or one) and the categories weekday,
 * month, store and department. Equal sizes and seeds give equal tables.
 */
final class DemandTable {
  private static final int NUMBERS = 56;
  private static final int[] CODES = {7, 12, 10, 30};
  private static final String[] CATEGORIES = {"weekday", "month", "store", "department"};

  static final FeatureSchema SCHEMA = schema();

  private DemandTable() {}

  private static FeatureSchema schema() {
    List<Feature> features = new ArrayList<>();
    IntStream.range(0, NUMBERS).forEach(c -> features.add(Feature.number("number_" + c)));
    for (int k = 0; k < CODES.length; k++) {
      features.add(Feature.category(CATEGORIES[k], CODES[k]));
    }
    return new FeatureSchema(features);
  }

  static FeatureTable features(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] columns = new float[SCHEMA.size()][rows];
    for (int r = 0; r < rows; r++) {
      double level = Math.exp(random.nextDouble(-1.5, 3));
      for (int c = 0; c < NUMBERS; c++) {
        columns[c][r] = number(c, level, random);
      }
      for (int k = 0; k < CODES.length; k++) {
        columns[NUMBERS + k][r] = random.nextInt(50) == 0 ? Float.NaN : random.nextInt(CODES[k]);
      }
    }
    return new FeatureTable(SCHEMA, columns);
  }

  private static float number(int column, double level, SplittableRandom random) {
    if (column % 7 < 3 && random.nextInt(12) == 0) {
      return Float.NaN;
    }
    double noise = random.nextDouble(-1, 1) + random.nextDouble(-1, 1);
    return (float)
        switch (column % 7) {
          case 0, 1 -> Math.max(0, Math.rint(level * (1 + 0.7 * noise))); // a lag: whole numbers
          case 2, 3 -> level * (1 + 0.3 * noise); // a mean of the past
          case 4 -> 5 + Math.rint(100 * noise) / 100; // a price
          case 5 -> noise; // anything
          default -> noise > 1 ? 1 : 0; // a flag
        };
  }

  /** Demand in whole units: a function of all columns, and Poisson-like noise. */
  static TrainingData data(int rows, long seed) {
    FeatureTable features = features(rows, seed);
    SplittableRandom random = new SplittableRandom(seed + 1);
    float[] labels = new float[rows];
    for (int r = 0; r < rows; r++) {
      double mean = mean(features, r);
      labels[r] = (float) Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextDouble(-2, 2)));
    }
    return TrainingData.of(features, labels);
  }

  private static double mean(FeatureTable features, int row) {
    double level = 0;
    double effect = 0;
    for (int c = 0; c < NUMBERS; c++) {
      float value = features.value(row, c);
      if (Float.isNaN(value)) {
        effect += 0.02;
      } else if (c % 7 < 4) {
        level += value / 32;
      } else {
        effect += 0.1 * Math.sin((1 + c % 3) * value + c);
      }
    }
    for (int k = 0; k < CODES.length; k++) {
      float code = features.value(row, NUMBERS + k);
      effect += Float.isNaN(code) ? 0 : 0.15 * Math.sin(3 * code + k);
    }
    return Math.max(0.05, level * Math.exp(effect));
  }
}
