package io.synkro.predict.engine.reference;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.testkit.SyntheticTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Kinds of features that models are trained on. Equal sizes and seeds give equal features. */
public enum Rows {
  /** The test kit's table: four numbers and two categories, no zeros. */
  PLAIN,
  /** The same with zeros in two numbers, for {@code zero_as_missing} to miss. */
  ZEROS,
  /**
   * Twenty numbers of about 300 distinct values, with zeros and NaN, and categories of 300 and 5
   * codes.
   */
  WIDE,
  /** The numbers of {@link #WIDE} alone. */
  NUMBERS;

  private static final int WIDE_NUMBERS = 20;
  private static final int CODES = 300;

  /**
   * Returns the columns.
   *
   * @return the schema of {@link #features}
   */
  public FeatureSchema schema() {
    if (this == PLAIN || this == ZEROS) {
      return SyntheticTable.SCHEMA;
    }
    List<Feature> features = new ArrayList<>();
    IntStream.range(0, WIDE_NUMBERS).forEach(c -> features.add(Feature.number("number_" + c)));
    if (this == WIDE) {
      features.add(Feature.category("code", CODES));
      features.add(Feature.category("kind", 5));
    }
    return new FeatureSchema(features);
  }

  /**
   * Creates features.
   *
   * @param rows number of rows
   * @param seed equal seeds give equal features
   * @return the table
   */
  public FeatureTable features(int rows, long seed) {
    return switch (this) {
      case PLAIN -> SyntheticTable.features(rows, seed);
      case ZEROS -> withZeros(SyntheticTable.features(rows, seed));
      case WIDE, NUMBERS -> wide(rows, seed);
    };
  }

  private static FeatureTable withZeros(FeatureTable table) {
    float[][] columns = new float[table.schema().size()][table.rows()];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < table.rows(); r++) {
        columns[c][r] = c < 2 && r % 7 == c ? 0 : table.value(r, c);
      }
    }
    return new FeatureTable(table.schema(), columns);
  }

  private FeatureTable wide(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] columns = new float[schema().size()][rows];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][r] = value(c, random);
      }
    }
    return new FeatureTable(schema(), columns);
  }

  /** Every second number has zeros, every third NaN. */
  private static float value(int column, SplittableRandom random) {
    int chance = random.nextInt(10);
    if (column >= WIDE_NUMBERS) {
      return chance == 0 ? Float.NaN : random.nextInt(column == WIDE_NUMBERS ? CODES : 5);
    }
    if (column % 3 == 0 && chance < 2) {
      return Float.NaN;
    }
    return column % 2 == 0 && chance > 6 ? 0 : (random.nextInt(300) - 100) / 40f;
  }

  /** The mean of the label of a row, positive as a rule and at most about 30. */
  double mean(FeatureTable features, int row) {
    if (this == PLAIN || this == ZEROS) {
      return SyntheticTable.mean(features, row);
    }
    double mean = 8;
    for (int c = 0; c < features.schema().size(); c++) {
      float value = features.value(row, c);
      if (Float.isNaN(value)) {
        mean += 0.5;
      } else if (c < WIDE_NUMBERS) {
        mean += (c % 2 == 0 ? value : Math.sin(3 * value)) * 2 / (1 + c);
      } else {
        mean += value * 7 % 5 - 2;
      }
    }
    return mean;
  }
}
