package io.synkro.predict.tabular;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import org.jspecify.annotations.Nullable;

/**
 * Features and what was observed. The arrays are not copied, since they may fill most of the
 * memory: they must not be written to afterwards. Safe for use by many threads under that
 * condition.
 */
public final class TrainingData {
  private final FeatureTable features;
  private final float[] labels;
  private final float @Nullable [] weights;

  private TrainingData(FeatureTable features, float[] labels, float @Nullable [] weights) {
    Require.atLeast("rows", features.rows(), 1, "check how much history the features need");
    Require.that(
        labels.length == features.rows(),
        "labels.length",
        labels.length,
        "must be the number of rows, " + features.rows(),
        "");
    for (int r = 0; r < labels.length; r++) {
      if (!Float.isFinite(labels[r])) {
        throw new InvalidInputException(
            "label of row " + r,
            Float.toString(labels[r]),
            "must be finite",
            "leave out rows without an observation");
      }
    }
    this.features = features;
    this.labels = labels;
    this.weights = weights;
  }

  /**
   * Creates training data whose examples all weigh the same.
   *
   * @param features one row an example, at least one
   * @param labels what was observed, shape {@code [features.rows()]}, finite; not copied
   * @return the data
   */
  public static TrainingData of(FeatureTable features, float[] labels) {
    return new TrainingData(features, labels, null);
  }

  /**
   * Returns the same data with weights.
   *
   * @param newWeights weight of each example, shape {@code [features.rows()]}, finite and not
   *     negative; not copied
   * @return the weighted data
   */
  public TrainingData withWeights(float[] newWeights) {
    Require.that(
        newWeights.length == features.rows(),
        "weights.length",
        newWeights.length,
        "must be the number of rows, " + features.rows(),
        "");
    for (float weight : newWeights) {
      Require.nonNegative("weight", weight, "");
    }
    return new TrainingData(features, labels, newWeights);
  }

  /**
   * Returns the features.
   *
   * @return one row an example
   */
  public FeatureTable features() {
    return features;
  }

  /**
   * Returns the number of examples.
   *
   * @return at least 1
   */
  public int rows() {
    return labels.length;
  }

  /**
   * Returns what was observed.
   *
   * @param row position of the example
   * @return a finite label
   */
  public float label(int row) {
    return labels[row];
  }

  /**
   * Returns whether the examples have weights.
   *
   * @return false if all weigh the same
   */
  public boolean isWeighted() {
    return weights != null;
  }

  /**
   * Returns how much an example counts.
   *
   * @param row position of the example
   * @return its weight, 1 if the data are not weighted
   */
  public float weight(int row) {
    return weights == null ? 1 : weights[row];
  }
}
