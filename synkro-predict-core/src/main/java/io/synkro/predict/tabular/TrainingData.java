package io.synkro.predict.tabular;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import org.jspecify.annotations.Nullable;

/**
 * Features and what was observed. Features are numbers or, in a quarter of the memory, bins. The
 * arrays are not copied, since they may fill most of the memory: they must not be written to
 * afterwards. Safe for use by many threads under that condition.
 */
public final class TrainingData {
  private static final float[] NO_WEIGHTS = {};
  private static final double[] NO_OFFSETS = {};

  private final @Nullable FeatureTable features;
  private final @Nullable BinnedTable binned;
  private final float[] labels;
  private final float[] weights;
  private final double[] offsets;

  private TrainingData(
      @Nullable FeatureTable features, @Nullable BinnedTable binned, float[] labels) {
    int rows = features != null ? features.rows() : binned != null ? binned.rows() : 0;
    Require.atLeast("rows", rows, 1, "check how much history the features need");
    requireLength("labels", labels.length, rows);
    for (int r = 0; r < labels.length; r++) {
      requireFinite("label", r, labels[r], "leave out rows without an observation");
    }
    this.features = features;
    this.binned = binned;
    this.labels = labels;
    this.weights = NO_WEIGHTS;
    this.offsets = NO_OFFSETS;
  }

  private TrainingData(TrainingData data, float[] weights, double[] offsets) {
    this.features = data.features;
    this.binned = data.binned;
    this.labels = data.labels;
    this.weights = weights;
    this.offsets = offsets;
  }

  /**
   * Creates training data whose examples all weigh the same.
   *
   * @param features one row an example, at least one
   * @param labels what was observed, shape {@code [features.rows()]}, finite; not copied
   * @return the data
   */
  public static TrainingData of(FeatureTable features, float[] labels) {
    return new TrainingData(features, null, labels);
  }

  /**
   * Creates training data in bins, which an engine takes as they are. The model asks for the ends
   * of bins, so that it takes tables of numbers like any other, and predicts the same for all
   * values of a bin.
   *
   * @param features one row an example, at least one
   * @param labels what was observed, shape {@code [features.rows()]}, finite; not copied
   * @return the data
   */
  public static TrainingData of(BinnedTable features, float[] labels) {
    return new TrainingData(null, features, labels);
  }

  /**
   * Returns the same data with weights.
   *
   * @param newWeights weight of each example, shape {@code [rows()]}, finite and not negative; not
   *     copied
   * @return the weighted data
   */
  public TrainingData withWeights(float[] newWeights) {
    requireLength("weights", newWeights.length, rows());
    for (float weight : newWeights) {
      Require.nonNegative("weight", weight, "");
    }
    return new TrainingData(this, newWeights, offsets);
  }

  /**
   * Returns the same data with offsets: training begins from these margins instead of the mean, and
   * what the model then predicts is to be added to the offset, before the link. With {@link
   * Objective.SquaredError} the offset is a baseline forecast, and the model predicts what is
   * missing to the label.
   *
   * @param newOffsets margins of each example, shape {@code [rows() * outputs]}, row after row,
   *     finite, on the scale before the link (logarithms for Poisson and Tweedie); not copied
   * @return the data
   */
  public TrainingData withOffsets(double[] newOffsets) {
    Require.that(
        newOffsets.length > 0 && newOffsets.length % rows() == 0,
        "offsets.length",
        newOffsets.length,
        "must be the number of rows times that of outputs, for %d rows".formatted(rows()),
        "");
    for (int i = 0; i < newOffsets.length; i++) {
      requireFinite(
          "offset", i / (newOffsets.length / rows()), newOffsets[i], "look for a log of zero");
    }
    return new TrainingData(this, weights, newOffsets);
  }

  private static void requireLength(String name, int length, int rows) {
    Require.that(
        length == rows, name + ".length", length, "must be the number of rows, " + rows, "");
  }

  private static void requireFinite(String name, int row, double value, String remedy) {
    if (!Double.isFinite(value)) {
      throw new InvalidInputException(
          "%s of row %d".formatted(name, row), Double.toString(value), "must be finite", remedy);
    }
  }

  /**
   * Returns the columns.
   *
   * @return schema of the features
   */
  public FeatureSchema schema() {
    return binned != null ? binned.bins().schema() : features().schema();
  }

  /**
   * Returns whether the features are bins.
   *
   * @return true if {@link #binned()} has them, false if {@link #features()} has
   */
  public boolean isBinned() {
    return binned != null;
  }

  /**
   * Returns the features of data that are not binned.
   *
   * @return one row an example
   * @throws IllegalStateException if the data are binned
   */
  public FeatureTable features() {
    if (features == null) {
      throw new IllegalStateException("The features are bins. Maybe ask for binned().");
    }
    return features;
  }

  /**
   * Returns the features of binned data.
   *
   * @return one row an example
   * @throws IllegalStateException if the data are not binned
   */
  public BinnedTable binned() {
    if (binned == null) {
      throw new IllegalStateException("The features are no bins. Maybe ask for features().");
    }
    return binned;
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
    return weights.length > 0;
  }

  /**
   * Returns how much an example counts.
   *
   * @param row position of the example
   * @return its weight, 1 if the data are not weighted
   */
  public float weight(int row) {
    return weights.length == 0 ? 1 : weights[row];
  }

  /**
   * Returns how many offsets an example has.
   *
   * @return the number of outputs of the model; 0 if the data have no offsets
   */
  public int offsets() {
    return offsets.length / labels.length;
  }

  /**
   * Returns where training begins for an example.
   *
   * @param row position of the example
   * @param output below {@link #offsets()}
   * @return a finite margin
   */
  public double offset(int row, int output) {
    return offsets[row * offsets() + output];
  }
}
