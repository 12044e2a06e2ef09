package io.synkro.predict.testkit;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Training data with a known function: two numbers (one with NaN), a number that does not matter, a
 * constant, a category of 6 codes and one of 40, both with NaN. The mean of the label depends on
 * all but the third and fourth. Equal sizes and seeds give equal data.
 */
public final class SyntheticTable {
  /** Columns of every table. */
  public static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(
              Feature.number("price"),
              Feature.number("lag"),
              Feature.number("noise"),
              Feature.number("constant"),
              Feature.category("weekday", 6),
              Feature.category("store", 40)));

  private SyntheticTable() {}

  /**
   * Creates features.
   *
   * @param rows number of rows
   * @param seed equal seeds give equal features
   * @return the table
   */
  public static FeatureTable features(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] columns = new float[SCHEMA.size()][rows];
    for (int r = 0; r < rows; r++) {
      columns[0][r] = (float) random.nextDouble(0, 4);
      columns[1][r] = random.nextInt(10) == 0 ? Float.NaN : (float) random.nextDouble(-3, 3);
      columns[2][r] = (float) random.nextDouble();
      columns[3][r] = 7;
      columns[4][r] = random.nextInt(20) == 0 ? Float.NaN : random.nextInt(6);
      columns[5][r] = random.nextInt(20) == 0 ? Float.NaN : random.nextInt(40);
    }
    return new FeatureTable(SCHEMA, columns);
  }

  /**
   * Returns the mean of the label given the features.
   *
   * @param features a table of this schema
   * @param row position of the row
   * @return a positive number, at most about 30
   */
  public static double mean(FeatureTable features, int row) {
    float lag = features.value(row, 1);
    float weekday = features.value(row, 4);
    float store = features.value(row, 5);
    double mean = 8 - 1.5 * features.value(row, 0);
    mean += Float.isNaN(lag) ? 1 : 2 * Math.max(0, lag);
    mean += Float.isNaN(weekday) ? 0 : (weekday == 2 || weekday == 5 ? 6 : 0);
    mean += Float.isNaN(store) ? 3 : store * 7 % 5 * 1.5;
    return mean;
  }

  /**
   * Creates data whose labels suit an objective.
   *
   * @param rows number of rows
   * @param seed equal seeds give equal data
   * @param objective what they are for: counts for Poisson and Tweedie, classes for the
   *     classifiers, numbers with noise otherwise
   * @return the data
   */
  public static TrainingData data(int rows, long seed, Objective objective) {
    FeatureTable features = features(rows, seed);
    SplittableRandom random = new SplittableRandom(seed + 1);
    float[] labels = new float[rows];
    for (int r = 0; r < rows; r++) {
      labels[r] = label(mean(features, r), objective, random);
    }
    return TrainingData.of(features, labels);
  }

  private static float label(double mean, Objective objective, SplittableRandom random) {
    double noisy = mean + random.nextDouble(-1, 1);
    if (objective instanceof Objective.Binary) {
      return noisy > 8 ? 1 : 0;
    }
    if (objective instanceof Objective.MultiClass many) {
      return (float) Math.min(many.classes() - 1, Math.max(0, Math.floor(noisy / 4)));
    }
    if (objective instanceof Objective.Poisson || objective instanceof Objective.Tweedie) {
      return random.nextInt(5) == 0 ? 0 : Math.max(0, Math.round(noisy));
    }
    return (float) noisy;
  }
}
