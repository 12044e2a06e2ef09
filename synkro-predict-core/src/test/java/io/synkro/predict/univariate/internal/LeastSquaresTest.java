package io.synkro.predict.univariate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastSquaresTest {
  /** Rosenbrock (1960) as residuals 10 (y − x²) and 1 − x: the minimum is 0 at (1, 1). */
  private static final LeastSquares.Problem ROSENBROCK =
      new LeastSquares.Problem() {
        @Override
        public double squares(double[] point) {
          double valley = 10 * (point[1] - point[0] * point[0]);
          return valley * valley + (1 - point[0]) * (1 - point[0]);
        }

        @Override
        public void linearise(double[] point, double[][] normal, double[] gradient) {
          double slope = -20 * point[0];
          double valley = 10 * (point[1] - point[0] * point[0]);
          normal[0][0] = slope * slope + 1;
          normal[0][1] = 10 * slope;
          normal[1][1] = 100;
          gradient[0] = slope * valley - (1 - point[0]);
          gradient[1] = 10 * valley;
        }
      };

  @Test
  void findsTheMinimumOfRosenbrocksValley() {
    double[] point = {-1.2, 1};
    double[] low = {-10, -10};
    double[] high = {10, 10};
    double squares = new LeastSquares(2, 1e-12).minimise(ROSENBROCK, point, low, high);
    assertThat(squares).isCloseTo(0, within(1e-12));
    assertThat(point).containsExactly(new double[] {1, 1}, within(1e-6));
  }

  @Test
  void holdsCoordinatesAtTheirBounds() {
    double[] point = {0.2, 0.2};
    double[] low = {0, 0};
    double[] high = {0.5, 10};
    double squares = new LeastSquares(2, 1e-12).minimise(ROSENBROCK, point, low, high);
    assertThat(point).containsExactly(new double[] {0.5, 0.25}, within(1e-6));
    assertThat(squares).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void givesUpWhereTheFirstPointIsNotAllowed() {
    double[] point = {Double.NaN, 1};
    double[] low = {-10, -10};
    double[] high = {10, 10};
    assertThat(new LeastSquares(2, 1e-12).minimise(ROSENBROCK, point, low, high)).isInfinite();
  }
}
