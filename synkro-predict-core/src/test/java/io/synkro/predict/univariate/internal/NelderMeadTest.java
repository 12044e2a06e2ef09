package io.synkro.predict.univariate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NelderMeadTest {
  private static final NelderMead.Options EXACT = new NelderMead.Options(0.05, 1e-4, 2000, 1e-14);

  /** Rosenbrock (1960): the minimum is 0 at (1, 1). */
  private static double rosenbrock(double[] x) {
    double valley = x[1] - x[0] * x[0];
    return 100 * valley * valley + (1 - x[0]) * (1 - x[0]);
  }

  @Test
  void findsTheMinimumOfRosenbrocksValley() {
    double[] point = {-1.2, 1};
    double[] low = {-10, -10};
    double[] high = {10, 10};
    double value = new NelderMead(2, EXACT).minimise(NelderMeadTest::rosenbrock, point, low, high);
    assertThat(value).isCloseTo(0, within(1e-9));
    assertThat(point).containsExactly(new double[] {1, 1}, within(1e-4));
  }

  @Test
  void staysWithinBounds() {
    double[] point = {0.2, 0.2};
    double[] low = {0, 0};
    double[] high = {0.5, 10};
    new NelderMead(2, EXACT)
        .minimise(
            x -> {
              assertThat(x[0]).isBetween(0.0, 0.5);
              return rosenbrock(x);
            },
            point,
            low,
            high);
    assertThat(point).containsExactly(new double[] {0.5, 0.25}, within(1e-4));
  }

  @Test
  void goesAroundPointsWithoutAValue() {
    double[] point = {3};
    double[] low = {-10};
    double[] high = {10};
    new NelderMead(1, EXACT).minimise(x -> x[0] < 1 ? Double.NaN : x[0] * x[0], point, low, high);
    assertThat(point[0]).isCloseTo(1, within(1e-4));
  }
}
