package io.synkro.predict.testkit;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rows on which two evaluators of the same trees are most likely to differ: NaN, signed zeros, the
 * numbers around LightGBM's zero threshold 1e-35, infinities, thresholds of the model and their
 * neighbours, and categories that are unknown, negative, fractional or huge. Equal arguments give
 * equal rows.
 */
public final class AdversarialRows {
  private static final float[] NUMBERS = {
    Float.NaN,
    0f,
    -0f,
    1e-36f,
    -1e-36f,
    1e-35f,
    -1e-35f,
    Math.nextUp(1e-35f),
    -Math.nextUp(1e-35f),
    Float.MIN_VALUE,
    Float.MAX_VALUE,
    -Float.MAX_VALUE
  };
  private static final float[] INFINITIES = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
  private static final float[] ODD_CATEGORIES = {
    Float.NaN, -1, -0.5f, -0f, 0.5f, 1e-36f, 31.5f, 63, 64, 1e6f, 2e9f, -2e9f
  };

  private AdversarialRows() {}

  /**
   * Creates rows.
   *
   * @param schema columns
   * @param thresholds thresholds of the model; may be empty
   * @param infinities whether numbers may be infinite (categories never are)
   * @param rows number of rows
   * @return the rows
   */
  public static FeatureTable of(
      FeatureSchema schema, List<Float> thresholds, boolean infinities, int rows) {
    SplittableRandom random = new SplittableRandom(rows);
    float[][] columns = new float[schema.size()][rows];
    for (int c = 0; c < columns.length; c++) {
      Feature feature = schema.features().get(c);
      for (int r = 0; r < rows; r++) {
        columns[c][r] =
            feature.isCategory()
                ? category(feature.categories(), random)
                : number(thresholds, infinities, random);
      }
    }
    return new FeatureTable(schema, columns);
  }

  private static float category(int categories, SplittableRandom random) {
    return random.nextInt(3) == 0 ? pick(ODD_CATEGORIES, random) : random.nextInt(categories + 3);
  }

  private static float number(List<Float> thresholds, boolean infinities, SplittableRandom random) {
    int kind = random.nextInt(6);
    if (kind == 0) {
      return pick(NUMBERS, random);
    }
    if (kind == 1 && infinities) {
      return pick(INFINITIES, random);
    }
    if (kind == 2 || thresholds.isEmpty()) {
      return (float) random.nextDouble(-4, 5);
    }
    float threshold = thresholds.get(random.nextInt(thresholds.size()));
    return switch (random.nextInt(3)) {
      case 0 -> threshold;
      case 1 -> Math.nextUp(threshold);
      default -> Math.nextDown(threshold);
    };
  }

  private static float pick(float[] values, SplittableRandom random) {
    return values[random.nextInt(values.length)];
  }
}
