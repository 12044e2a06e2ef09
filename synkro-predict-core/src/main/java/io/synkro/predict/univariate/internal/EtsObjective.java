package io.synkro.predict.univariate.internal;

import io.synkro.predict.univariate.EtsModel;
import io.synkro.predict.univariate.EtsModel.ErrorType;
import java.util.Arrays;

/**
 * The likelihood of a model as a sum of squares. With e the errors and μ the forecasts, twice the
 * negative logarithm of the likelihood is n log Σe² for additive errors and n log Σe² + 2 Σ log μ
 * for multiplicative ones (Hyndman et al. 2008, section 5.1), which is n log Σ(eG)² with the
 * geometric mean G of the forecasts. Not safe for use by many threads.
 */
final class EtsObjective implements LeastSquares.Problem {
  private final EtsCoordinates coordinates;
  private final boolean relative;
  private final double[] values;
  private final double[] forecasts;
  private final double[][] derivatives;
  private final double[] ofLog;
  private final EtsSensitivity sensitivity;

  EtsObjective(EtsModel model, EtsCoordinates coordinates, double[] values) {
    this.coordinates = coordinates;
    this.relative = model.error() == ErrorType.MULTIPLICATIVE;
    this.values = values;
    this.forecasts = new double[values.length];
    this.derivatives = new double[values.length][coordinates.size()];
    this.ofLog = new double[coordinates.size()];
    this.sensitivity = new EtsSensitivity(coordinates, values, forecasts, derivatives);
  }

  @Override
  public double squares(double[] point) {
    EtsParameters from = coordinates.parameters(point);
    if (!allowed(from)) {
      return Double.POSITIVE_INFINITY;
    }
    EtsRecursion.run(from, coordinates.factors(), values, forecasts);
    return squares(values, forecasts, relative);
  }

  private boolean allowed(EtsParameters from) {
    if (!coordinates.seasonal()) {
      return true; // the bounds are within what is admissible
    }
    if (coordinates.factors()) {
      for (int s = 0; s < coordinates.period(); s++) {
        if (!(from.state().effect(s) > 0)) {
          return false;
        }
      }
    }
    return EtsAdmissible.admissible(from.smoothing(), coordinates.period());
  }

  /** Σ(eG)², as above; infinite if a forecast is not positive where errors are relative to it. */
  static double squares(double[] values, double[] forecasts, boolean relative) {
    double squares = 0;
    if (!relative) {
      for (int t = 0; t < values.length; t++) {
        double error = values[t] - forecasts[t];
        squares += error * error;
      }
      return squares;
    }
    for (int t = 0; t < values.length; t++) {
      if (!(forecasts[t] > 0)) {
        return Double.POSITIVE_INFINITY;
      }
      double error = (values[t] - forecasts[t]) / forecasts[t];
      squares += error * error;
    }
    double mean = geometricMean(forecasts);
    return squares * mean * mean;
  }

  /** Takes few logarithms: of products that are still far from the ends of the range. */
  private static double geometricMean(double[] values) {
    double logarithm = 0;
    double product = 1;
    for (double value : values) {
      product *= value;
      if (!(product > 1e-100 && product < 1e100)) {
        logarithm += StrictMath.log(product);
        product = 1;
      }
    }
    return StrictMath.exp((logarithm + StrictMath.log(product)) / values.length);
  }

  @Override
  public void linearise(double[] point, double[][] normal, double[] gradient) {
    sensitivity.run(point);
    for (double[] row : normal) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(gradient, 0);
    Arrays.fill(ofLog, 0);
    double squares = 0;
    for (int t = 0; t < values.length; t++) {
      double forecast = forecasts[t];
      double error = values[t] - forecast;
      double weight = 1;
      if (relative) {
        error /= forecast;
        weight = values[t] / (forecast * forecast);
        squares += error * error;
        add(ofLog, derivatives[t], 1 / (forecast * values.length), 0);
      }
      addRow(normal, derivatives[t], weight * weight);
      add(gradient, derivatives[t], -weight * error, 0);
    }
    if (relative) {
      scale(normal, gradient, squares);
    }
  }

  private static void addRow(double[][] normal, double[] row, double weight) {
    for (int i = 0; i < row.length; i++) {
      add(normal[i], row, weight * row[i], i);
    }
  }

  private static void add(double[] sums, double[] row, double weight, int from) {
    for (int k = from; k < row.length; k++) {
      sums[k] += weight * row[k];
    }
  }

  /** From the derivatives of e to those of eG, where those of log G are c: G(e' + e c). */
  private void scale(double[][] normal, double[] gradient, double squares) {
    double mean = geometricMean(forecasts);
    double square = mean * mean;
    int size = gradient.length;
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        double cross = gradient[i] * ofLog[j] + gradient[j] * ofLog[i];
        normal[i][j] = square * (normal[i][j] + cross + squares * ofLog[i] * ofLog[j]);
      }
    }
    for (int i = 0; i < size; i++) {
      gradient[i] = square * (gradient[i] + squares * ofLog[i]);
    }
  }
}
