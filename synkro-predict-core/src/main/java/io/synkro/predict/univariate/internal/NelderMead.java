package io.synkro.predict.univariate.internal;

import java.util.Arrays;

/**
 * The simplex method of Nelder &amp; Mead (1965), <a
 * href="https://doi.org/10.1093/comjnl/7.4.308">doi:10.1093/comjnl/7.4.308</a>, in the form of
 * Lagarias et al. (1998), <a
 * href="https://doi.org/10.1137/S1052623496303470">doi:10.1137/S1052623496303470</a>, with points
 * moved to the nearest one within bounds. Holds its memory for the next search of the same size, so
 * it is not safe for use by many threads.
 */
public final class NelderMead {
  /** What is minimised. */
  public interface Objective {
    /**
     * Computes the value of a point.
     *
     * @param point coordinates within the bounds; not to be kept or changed
     * @return the value; NaN counts as infinite
     */
    double at(double[] point);
  }

  /**
   * When to stop and how to begin.
   *
   * @param step size of the first simplex relative to each coordinate, such as 0.05
   * @param stepFromZero size where the coordinate is zero
   * @param iterations most iterations
   * @param tolerance stops when the standard deviation of the values of the simplex is below
   */
  public record Options(double step, double stepFromZero, int iterations, double tolerance) {}

  private final int size;
  private final Options options;
  private final double[][] simplex;
  private final double[] values;
  private final double[] centre;
  private final double[] reflected;
  private final double[] other;
  private double[] lower = new double[0];
  private double[] upper = new double[0];
  private Objective objective = point -> 0;

  /**
   * Creates a search.
   *
   * @param size number of coordinates, at least 1
   * @param options when to stop and how to begin
   */
  public NelderMead(int size, Options options) {
    this.size = size;
    this.options = options;
    this.simplex = new double[size + 1][size];
    this.values = new double[size + 1];
    this.centre = new double[size];
    this.reflected = new double[size];
    this.other = new double[size];
  }

  /**
   * Searches for a minimum.
   *
   * @param target what is minimised
   * @param point where to begin; receives the best point
   * @param low least value of each coordinate
   * @param high greatest value of each coordinate
   * @return the value of the best point
   */
  public double minimise(Objective target, double[] point, double[] low, double[] high) {
    objective = target;
    lower = low;
    upper = high;
    begin(point);
    for (int i = 0; i < options.iterations() && spread() >= options.tolerance(); i++) {
      iterate();
    }
    System.arraycopy(simplex[0], 0, point, 0, size);
    return values[0];
  }

  private void begin(double[] point) {
    for (int i = 0; i <= size; i++) {
      System.arraycopy(point, 0, simplex[i], 0, size);
      if (i > 0) {
        double from = point[i - 1];
        simplex[i][i - 1] = from == 0 ? options.stepFromZero() : from * (1 + options.step());
      }
      values[i] = valueAt(simplex[i]);
    }
    sort();
  }

  private double valueAt(double[] point) {
    for (int k = 0; k < size; k++) {
      point[k] = Math.max(lower[k], Math.min(upper[k], point[k]));
    }
    double value = objective.at(point);
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  private double spread() {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double spread = Math.sqrt(squares / values.length);
    return Double.isNaN(spread) ? Double.POSITIVE_INFINITY : spread;
  }

  private void iterate() {
    for (int k = 0; k < size; k++) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += simplex[i][k];
      }
      centre[k] = sum / size;
    }
    double atReflected = fromCentre(reflected, 1);
    if (atReflected < values[0]) {
      double atExpanded = fromCentre(other, 2);
      replaceWorst(atExpanded < atReflected ? other : reflected, Math.min(atExpanded, atReflected));
    } else if (atReflected < values[size - 1]) {
      replaceWorst(reflected, atReflected);
    } else {
      boolean outside = atReflected < values[size];
      double atContracted = fromCentre(other, outside ? 0.5 : -0.5);
      if (outside ? atContracted <= atReflected : atContracted < values[size]) {
        replaceWorst(other, atContracted);
      } else {
        shrink();
      }
    }
  }

  /** Goes from the worst point through the centre of the others. */
  private double fromCentre(double[] target, double distance) {
    for (int k = 0; k < size; k++) {
      target[k] = centre[k] + distance * (centre[k] - simplex[size][k]);
    }
    return valueAt(target);
  }

  private void replaceWorst(double[] point, double value) {
    double[] place = simplex[size];
    System.arraycopy(point, 0, place, 0, size);
    int i = size;
    for (; i > 0 && values[i - 1] > value; i--) {
      values[i] = values[i - 1];
      simplex[i] = simplex[i - 1];
    }
    values[i] = value;
    simplex[i] = place;
  }

  private void shrink() {
    for (int i = 1; i <= size; i++) {
      for (int k = 0; k < size; k++) {
        simplex[i][k] = simplex[0][k] + 0.5 * (simplex[i][k] - simplex[0][k]);
      }
      values[i] = valueAt(simplex[i]);
    }
    sort();
  }

  /** By insertion: equal values keep their order. */
  private void sort() {
    for (int i = 1; i <= size; i++) {
      double value = values[i];
      double[] point = simplex[i];
      int j = i;
      for (; j > 0 && values[j - 1] > value; j--) {
        values[j] = values[j - 1];
        simplex[j] = simplex[j - 1];
      }
      values[j] = value;
      simplex[j] = point;
    }
  }
}
