package io.synkro.predict.engine;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.tabular.Feature;
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
  private final int[] rows;

  private TrainingRows(TrainingData data, int[] rows) {
    this.data = data;
    this.rows = rows;
  }

  /**
   * Checks training data.
   *
   * @param data features, labels and weights
   * @param objective what will be minimised
   * @return the rows that weigh more than zero
   * @throws InvalidInputException if no row weighs anything, a label is not one of the objective, a
   *     number is infinite, or a category code is none of its feature; NaN is allowed everywhere
   */
  public static TrainingRows of(TrainingData data, Objective objective) {
    IntArray kept = new IntArray();
    for (int r = 0; r < data.rows(); r++) {
      if (data.weight(r) > 0) {
        kept.add(r);
      }
    }
    if (kept.size() == 0) {
      throw new InvalidInputException("sum of weights", "0", "must be positive", "");
    }
    TrainingRows rows = new TrainingRows(data, kept.toArray());
    rows.checkLabels(objective);
    for (int c = 0; c < rows.schema().size(); c++) {
      rows.checkColumn(c);
    }
    return rows;
  }

  private void checkLabels(Objective objective) {
    int classes =
        objective instanceof Objective.MultiClass many
            ? many.classes()
            : objective instanceof Objective.Binary ? 2 : 0;
    boolean logarithmic =
        objective instanceof Objective.Poisson || objective instanceof Objective.Tweedie;
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      float label = label(i);
      sum += label;
      if (logarithmic && label < 0) {
        throw refusedLabel(i, "must be zero or more for " + objective, "use SquaredError");
      }
      if (classes > 0 && !(label >= 0 && label < classes && label == (int) label)) {
        throw refusedLabel(
            i, "must be a whole number from 0 to %d for %s".formatted(classes - 1, objective), "");
      }
    }
    if (logarithmic && !(sum > 0)) {
      throw new InvalidInputException(
          "sum of labels",
          "0",
          "must be positive for " + objective,
          "predict zero without a model, or use SquaredError");
    }
  }

  private InvalidInputException refusedLabel(int row, String limit, String remedy) {
    return new InvalidInputException(
        "label of row " + rows[row], Float.toString(label(row)), limit, remedy);
  }

  private void checkColumn(int column) {
    Feature feature = schema().features().get(column);
    for (int i = 0; i < rows.length; i++) {
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

  private InvalidInputException refusedValue(int row, int column, String limit) {
    return new InvalidInputException(
        "feature %s of row %d".formatted(schema().features().get(column).name(), rows[row]),
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
    return features().schema();
  }

  private FeatureTable features() {
    return data.features();
  }

  /**
   * Returns the number of rows that weigh more than zero.
   *
   * @return at least 1
   */
  public int size() {
    return rows.length;
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
   * Returns a feature.
   *
   * @param row position among the rows that weigh more than zero
   * @param column position of the column
   * @return a finite number or NaN
   */
  public float value(int row, int column) {
    return features().value(rows[row], column);
  }

  /**
   * Returns what was observed.
   *
   * @param row position among the rows that weigh more than zero
   * @return a label that suits the objective
   */
  public float label(int row) {
    return data.label(rows[row]);
  }

  /**
   * Returns how much a row counts.
   *
   * @param row position among the rows that weigh more than zero
   * @return a weight above zero
   */
  public float weight(int row) {
    return data.weight(rows[row]);
  }
}
