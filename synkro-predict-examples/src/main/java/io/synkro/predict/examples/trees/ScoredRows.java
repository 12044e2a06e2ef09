package io.synkro.predict.examples.trees;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.UnsupportedModelException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Predictions of rows, each with the features that move it most, in words. */
public final class ScoredRows {
  private static final int REASONS = 3;

  private final FeatureTable rows;
  private final int outputs;
  private final double[] predictions;
  private final double[] contributions;

  /**
   * Scores and explains.
   *
   * @param model the trees
   * @param rows rows of its schema
   */
  public ScoredRows(TreeModel model, FeatureTable rows) {
    this.rows = rows;
    this.outputs = model.outputs();
    this.predictions = model.predict(rows);
    this.contributions = contributions(model, rows);
  }

  private static double[] contributions(TreeModel model, FeatureTable rows) {
    try {
      return model.contributions(rows);
    } catch (UnsupportedModelException e) {
      return new double[0]; // the model does not say how many rows passed its nodes
    }
  }

  /**
   * Returns how many rows there are.
   *
   * @return zero or more
   */
  public int rows() {
    return rows.rows();
  }

  /**
   * Returns the prediction of a row.
   *
   * @param row its position
   * @return a number for each output
   */
  public double[] prediction(int row) {
    return Arrays.copyOfRange(predictions, row * outputs, (row + 1) * outputs);
  }

  /**
   * Says what moves the prediction of a row most: of its largest output, if it has several.
   *
   * @param row its position
   * @return such as {@code "price 1.5: -0.21, weekday 5: +0.1"}, in the unit of margins; a dash if
   *     the model cannot tell
   */
  public String reasons(int row) {
    if (contributions.length == 0) {
      return "-";
    }
    double[] outcome = prediction(row);
    int largest =
        IntStream.range(0, outputs)
            .boxed()
            .max(Comparator.comparingDouble(k -> outcome[k]))
            .orElse(0);
    int width = rows.schema().size() + 1;
    int first = (row * outputs + largest) * width;
    return IntStream.range(0, width - 1)
        .boxed()
        .filter(f -> contributions[first + f] != 0)
        .sorted(Comparator.comparingDouble(f -> -Math.abs(contributions[first + f])))
        .limit(REASONS)
        .map(f -> "%s: %s".formatted(shown(row, f), signed(contributions[first + f])))
        .collect(Collectors.joining(", "));
  }

  private String shown(int row, int column) {
    Feature feature = rows.schema().features().get(column);
    float value = rows.value(row, column);
    return feature.name() + (Float.isNaN(value) ? " missing" : " " + number(value));
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + number(value);
  }

  /**
   * Writes a number with four digits that count.
   *
   * @param value any number
   * @return the number, the same in every locale
   */
  public static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e7) {
      return Long.toString((long) value);
    }
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
