package io.synkro.predict.univariate.internal;

/**
 * Least squares of a function that is not linear, within bounds: the method of Levenberg (1944) and
 * Marquardt (1963), <a href="https://doi.org/10.1137/0111030">doi:10.1137/0111030</a>, with
 * coordinates that would leave their bounds held at them. Not safe for use by many threads.
 */
public final class LeastSquares {
  /** What is minimised. */
  public interface Problem {
    /**
     * Computes the sum of squares.
     *
     * @param point coordinates within the bounds; not to be kept or changed
     * @return the sum; NaN or infinite where the point is not allowed
     */
    double squares(double[] point);

    /**
     * Computes the normal equations of the problem linearised about a point that is allowed.
     *
     * @param point coordinates within the bounds; not to be kept or changed
     * @param normal receives JᵀJ for the Jacobian J of the residuals r; its upper triangle counts
     * @param gradient receives Jᵀr
     */
    void linearise(double[] point, double[][] normal, double[] gradient);
  }

  private static final int ITERATIONS = 100;
  private static final double FIRST_DAMPING = 1e-3;
  private static final double MOST_DAMPING = 1e9;

  private final int size;
  private final double tolerance;
  private final double[][] normal;
  private final double[] gradient;
  private final double[][] factor;
  private final double[] step;
  private final double[] next;
  private final boolean[] held;
  private double[] lowest = new double[0];
  private double[] highest = new double[0];

  /**
   * Creates a search.
   *
   * @param size number of coordinates, at least 1
   * @param tolerance stops when a step lowers the squares by less than this share of them
   */
  public LeastSquares(int size, double tolerance) {
    this.size = size;
    this.tolerance = tolerance;
    this.normal = new double[size][size];
    this.gradient = new double[size];
    this.factor = new double[size][size];
    this.step = new double[size];
    this.next = new double[size];
    this.held = new boolean[size];
  }

  /**
   * Searches for a minimum.
   *
   * @param problem what is minimised
   * @param point where to begin; receives the best point
   * @param low least value of each coordinate
   * @param high greatest value of each coordinate
   * @return the sum of squares of the best point; infinite if the first one is not allowed
   */
  public double minimise(Problem problem, double[] point, double[] low, double[] high) {
    lowest = low;
    highest = high;
    double best = problem.squares(point);
    if (!(best < Double.POSITIVE_INFINITY)) {
      return Double.POSITIVE_INFINITY;
    }
    double damping = FIRST_DAMPING;
    for (int i = 0; i < ITERATIONS && best > 0; i++) {
      problem.linearise(point, normal, gradient);
      double before = best;
      while (true) {
        best = tryStep(problem, point, damping, before);
        if (best < before) {
          damping = Math.max(1e-12, damping * 0.1);
          break;
        }
        damping *= 5;
        if (damping > MOST_DAMPING) {
          return before;
        }
      }
      if (before - best <= tolerance * before) {
        break;
      }
    }
    return best;
  }

  /** Moves the point if that lowers the squares. */
  private double tryStep(Problem problem, double[] point, double damping, double before) {
    findStep(point, damping);
    for (int i = 0; i < size; i++) {
      next[i] = Math.max(lowest[i], Math.min(highest[i], point[i] + step[i]));
    }
    double squares = problem.squares(next);
    if (squares < before) {
      System.arraycopy(next, 0, point, 0, size);
      return squares;
    }
    return before;
  }

  /** Solves for the free coordinates, holding those at their bound that would go beyond it. */
  private void findStep(double[] point, double damping) {
    for (int i = 0; i < size; i++) {
      held[i] =
          (point[i] <= lowest[i] && gradient[i] >= 0)
              || (point[i] >= highest[i] && gradient[i] <= 0);
      step[i] = 0;
    }
    boolean changed = true;
    while (changed) {
      solve(damping);
      changed = false;
      for (int i = 0; i < size; i++) {
        double to = point[i] + step[i];
        if (!held[i] && !(to >= lowest[i] && to <= highest[i])) {
          held[i] = true;
          step[i] = (to < lowest[i] ? lowest[i] : highest[i]) - point[i];
          changed = true;
        }
      }
    }
  }

  /** By Cholesky's factors of the damped equations; the steps of held coordinates are given. */
  private void solve(double damping) {
    for (int i = 0; i < size; i++) {
      if (held[i]) {
        continue;
      }
      double[] row = factor[i];
      for (int j = 0; j <= i; j++) {
        if (held[j]) {
          continue;
        }
        double[] other = factor[j];
        double sum = normal[j][i];
        for (int k = 0; k < j; k++) {
          sum -= held[k] ? 0 : row[k] * other[k];
        }
        if (i == j) {
          double diagonal = normal[i][i];
          double damped = sum + damping * diagonal;
          row[i] = Math.sqrt(Math.max(damped, 1e-14 * diagonal + Double.MIN_NORMAL));
        } else {
          row[j] = sum / other[j];
        }
      }
    }
    substitute();
  }

  private void substitute() {
    for (int i = 0; i < size; i++) {
      if (held[i]) {
        continue;
      }
      double sum = -gradient[i];
      for (int k = 0; k < size; k++) {
        sum -= held[k] ? normal[Math.min(i, k)][Math.max(i, k)] * step[k] : 0;
      }
      for (int k = 0; k < i; k++) {
        sum -= held[k] ? 0 : factor[i][k] * step[k];
      }
      step[i] = sum / factor[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      if (held[i]) {
        continue;
      }
      double sum = step[i];
      for (int k = i + 1; k < size; k++) {
        sum -= held[k] ? 0 : factor[k][i] * step[k];
      }
      step[i] = sum / factor[i][i];
    }
  }
}
