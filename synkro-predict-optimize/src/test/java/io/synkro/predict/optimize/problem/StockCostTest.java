package io.synkro.predict.optimize.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StockCostTest {
  private static StockCost corner(double level, double value, double before, double after) {
    return StockCost.of(new double[] {level}, new double[] {value}, before, after);
  }

  /** A difference of two values over a gap of a rounding error would be any slope. */
  @Test
  void slopesBetweenCornersThatNearlyCoincideAreExact() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      double level = random.nextDouble(0, 1e5);
      double before = -random.nextDouble(0, 5);
      StockCost cost = corner(level, random.nextDouble(0, 100), before, 3);
      double floor = i % 2 == 0 ? Math.nextUp(level) : Math.nextDown(level);
      StockCost sum = cost.withFloor(floor, 4);
      assertThat(sum.slope(0)).isEqualTo(before - 4);
      assertThat(sum.slope(1)).isEqualTo(i % 2 == 0 ? 3.0 - 4 : before);
      assertThat(sum.slope(2)).isEqualTo(3);
      assertThat(sum.sufficient(0)).isEqualTo(Math.max(level, floor));
      StockCost less = cost.withTerminalValue(1, floor);
      assertThat(less.slope(2)).isEqualTo(3);
      assertThat(less.slope(0)).isEqualTo(before - 1);
      assertThat(less.at(floor + 2)).isCloseTo(cost.at(floor + 2) - floor, within(1e-6));
    }
  }

  @Test
  void sumsAreWhatTheyAddUp() {
    StockCost cost = corner(4, 1, -2, 0.5).withFloor(6, 3).withTerminalValue(0.25, 2);
    for (double stock = -3; stock < 9; stock += 0.5) {
      double expected =
          1
              + (stock < 4 ? -2 : 0.5) * (stock - 4)
              + 3 * Math.max(0, 6 - stock)
              - 0.25 * Math.min(stock, 2);
      assertThat(cost.at(stock)).isCloseTo(expected, within(1e-12));
    }
    assertThat(cost.corners()).isEqualTo(3);
    double[] slopes = {-5.25, -5, -2.5, 0.5};
    for (int i = 0; i < slopes.length; i++) {
      assertThat(cost.slope(i)).isEqualTo(slopes[i]);
    }
  }

  @Test
  void badCornersAreNamed() {
    double[] values = {0, 5};
    refused(new double[] {1, 0}, values, "levels ([1.0, 0.0]) must be strictly increasing");
    refused(new double[] {1, 1}, values, "levels ([1.0, 1.0]) must be strictly increasing");
    refused(new double[] {0, Double.NaN}, values, "levels[1] (NaN) must be finite");
    refused(new double[] {0, 1}, new double[] {0, Double.NaN}, "values[1] (NaN) must be finite");
    refused(new double[] {0, 1}, values, "slope above level 1.0 (1.0) must not be below");
  }

  private static void refused(double[] levels, double[] values, String message) {
    assertThatThrownBy(() -> StockCost.of(levels, values, -1, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(message);
  }
}
