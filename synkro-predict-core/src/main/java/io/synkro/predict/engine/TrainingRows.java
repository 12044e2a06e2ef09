package io.synkro.predict.engine;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.BinnedTable;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureBins;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;

/**
 * What a native engine is given, for authors of engines: training data that were checked against
 * their objective once, so that every engine refuses the same data with the same words, and without
 * the rows of weight zero, which engines would otherwise count when they size bins and leaves. Safe
 * for use by many threads as long as nobody writes to the data.
 */
public final class TrainingRows {
  private final TrainingData data;

  /** Rows that weigh more than zero; none if all do. */
  private final int[] kept;

  private TrainingRows(TrainingData data) {
    this.data = data;
    this.kept = kept(data);
  }

  /**
   * Checks training data.
   *
   * @param data features, labels, weights and offsets
   * @param objective what will be minimised
   * @return the rows that weigh more than zero
   * @throws InvalidInputException if no row weighs anything, a label is not one of the objective, a
   *     number is infinite, a category code or bin is none of its feature, or offsets are not as
   *     many as outputs; NaN is allowed everywhere
   */
  public static TrainingRows of(TrainingData data, Objective objective) {
    TrainingRows rows = ofValidation(data, objective);
    rows.requireLogarithm(objective);
    return rows;
  }

  /**
   * Checks validation data: as {@link #of}, but labels may all be zero.
   *
   * @param data features, labels, weights and offsets
   * @param objective what will be minimised
   * @return the rows that weigh more than zero
   * @throws InvalidInputException as for {@link #of}
   */
  public static TrainingRows ofValidation(TrainingData data, Objective objective) {
    TrainingRows rows = new TrainingRows(data);
    rows.checkLabels(objective);
    for (int c = 0; c < rows.schema().size(); c++) {
      rows.checkColumn(c);
    }
    int outputs = objective instanceof Objective.MultiClass many ? many.classes() : 1;
    Require.that(
        data.offsets() == 0 || data.offsets() == outputs,
        "offsets of a row",
        data.offsets(),
        "must be the number of outputs, " + outputs,
        "");
    return rows;
  }

  private static int[] kept(TrainingData data) {
    int count = 0;
    for (int r = 0; r < data.rows(); r++) {
      count += data.weight(r) > 0 ? 1 : 0;
    }
    if (count == 0) {
      throw new InvalidInputException("sum of weights", "0", "must be positive", "");
    }
    int[] kept = new int[count == data.rows() ? 0 : count]; // many rows are seldom left out
    int next = 0;
    for (int r = 0; kept.length > 0 && r < data.rows(); r++) {
      if (data.weight(r) > 0) {
        kept[next++] = r;
      }
    }
    return kept;
  }

  private static boolean isLogarithmic(Objective objective) {
    return objective instanceof Objective.Poisson || objective instanceof Objective.Tweedie;
  }

  private void checkLabels(Objective objective) {
    int classes =
        objective instanceof Objective.MultiClass many
            ? many.classes()
            : objective instanceof Objective.Binary ? 2 : 0;
    boolean logarithmic = isLogarithmic(objective);
    for (int i = 0; i < size(); i++) {
      float label = label(i);
      if (logarithmic && label < 0) {
        throw refusedLabel(i, "must be zero or more for " + objective, "use SquaredError");
      }
      if (classes > 0 && !(label >= 0 && label < classes && label == (int) label)) {
        throw refusedLabel(
            i, "must be a whole number from 0 to %d for %s".formatted(classes - 1, objective), "");
      }
    }
  }

  private void requireLogarithm(Objective objective) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += label(i);
    }
    if (isLogarithmic(objective) && !(sum > 0)) {
      throw new InvalidInputException(
          "sum of labels",
          "0",
          "must be positive for " + objective,
          "predict zero without a model, or use SquaredError");
    }
  }

  private InvalidInputException refusedLabel(int row, String limit, String remedy) {
    return new InvalidInputException(
        "label of row " + row(row), Float.toString(label(row)), limit, remedy);
  }

  private void checkColumn(int column) {
    if (isBinned()) {
      checkBins(column);
      return;
    }
    Feature feature = schema().features().get(column);
    for (int i = 0; i < size(); i++) {
      float value = value(i, column);
      if (Float.isInfinite(value)) {
        throw refusedValue(i, column, "must be finite, or NaN where it is missing");
      }
      boolean known = value >= 0 && value < feature.categories() && value == (int) value;
      if (feature.isCategory() && !known && !Float.isNaN(value)) {
        throw refusedValue(
            i,
            column,
            "must be a whole number from 0 to %d, or NaN".formatted(feature.categories() - 1));
      }
    }
  }

  private void checkBins(int column) {
    int bins = binned().bins().size(column);
    for (int i = 0; i < size(); i++) {
      int code = code(i, column);
      if (code >= bins && code != FeatureBins.MISSING) {
        throw new InvalidInputException(
            "bin of feature %s of row %d".formatted(schema().features().get(column).name(), row(i)),
            Integer.toString(code),
            "must be below the number of bins, %d, or %d".formatted(bins, FeatureBins.MISSING),
            "encode the table with the bins it is given");
      }
    }
  }

  private InvalidInputException refusedValue(int row, int column, String limit) {
    return new InvalidInputException(
        "feature %s of row %d".formatted(schema().features().get(column).name(), row(row)),
        Float.toString(value(row, column)),
        limit,
        schema().features().get(column).isCategory()
            ? "write unknown categories as NaN"
            : "look for a division by zero upstream");
  }

  /**
   * Returns the columns.
   *
   * @return the schema of the features
   */
  public FeatureSchema schema() {
    return data.schema();
  }

  /** Returns the position of a kept row among all. */
  private int row(int row) {
    return kept.length == 0 ? row : kept[row];
  }

  /**
   * Returns the number of rows that weigh more than zero.
   *
   * @return at least 1
   */
  public int size() {
    return kept.length == 0 ? data.rows() : kept.length;
  }

  /**
   * Returns whether the features are bins.
   *
   * @return true for {@link #code}, false for {@link #value}
   */
  public boolean isBinned() {
    return data.isBinned();
  }

  /**
   * Returns the features of binned data.
   *
   * @return all rows, also those of weight zero
   */
  public BinnedTable binned() {
    return data.binned();
  }

  /**
   * Returns whether the rows have weights.
   *
   * @return false if all weigh the same
   */
  public boolean isWeighted() {
    return data.isWeighted();
  }

  /**
   * Returns a feature of data that are not binned.
   *
   * @param row position among the rows that weigh more than zero
   * @param column position of the column
   * @return a finite number or NaN
   */
  public float value(int row, int column) {
    return data.features().value(row(row), column);
  }

  /**
   * Returns a feature of binned data.
   *
   * @param row position among the rows that weigh more than zero
   * @param column position of the column
   * @return a bin, or {@link FeatureBins#MISSING}
   */
  public int code(int row, int column) {
    return data.binned().code(row(row), column);
  }

  /**
   * Returns what was observed.
   *
   * @param row position among the rows that weigh more than zero
   * @return a label that suits the objective
   */
  public float label(int row) {
    return data.label(row(row));
  }

  /**
   * Returns how much a row counts.
   *
   * @param row position among the rows that weigh more than zero
   * @return a weight above zero
   */
  public float weight(int row) {
    return data.weight(row(row));
  }

  /**
   * Returns how many offsets a row has.
   *
   * @return the number of outputs, 0 if the data have no offsets
   */
  public int offsets() {
    return data.offsets();
  }

  /**
   * Returns where training begins for a row.
   *
   * @param row position among the rows that weigh more than zero
   * @param output below {@link #offsets()}
   * @return a finite margin
   */
  public double offset(int row, int output) {
    return data.offset(row(row), output);
  }

  /**
   * Returns features as numbers; of binned data, numbers that lie in the same bins.
   *
   * @param from position of the first among the rows that weigh more than zero
   * @param count how many rows
   * @return a table of its own
   */
  public FeatureTable values(int from, int count) {
    float[][] values = new float[schema().size()][count];
    for (int c = 0; c < values.length; c++) {
      for (int i = 0; i < count; i++) {
        values[c][i] =
            isBinned() ? binned().bins().value(c, code(from + i, c)) : value(from + i, c);
      }
    }
    return new FeatureTable(schema(), values);
  }
}
