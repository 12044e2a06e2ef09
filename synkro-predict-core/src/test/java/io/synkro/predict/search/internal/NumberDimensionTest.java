package io.synkro.predict.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberDimensionTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, false, false",
    "-3, 7, false, true",
    "1, 1000, true, true",
    "0.001, 0.3, true, false",
    "0, 4.9e-324, false, false",
    "1, 1.0000000000000002, false, false",
    "-8e307, 8e307, false, false",
    "4.9e-324, 1.7e308, true, false",
    "-2147483648, 2147483647, false, true",
    "1, 2147483647, true, true"
  })
  void drawsAndKernelsStayInside(double low, double high, boolean log, boolean whole) {
    NumberDimension dimension = new NumberDimension(low, high, log, whole);
    SplittableRandom random = new SplittableRandom(3);
    double[] observed = {low, high, dimension.draw(random), dimension.draw(random)};
    Kernels kernels = dimension.kernels(observed);
    for (int i = 0; i < 500; i++) {
      assertThat(dimension.holds(dimension.draw(random))).isTrue();
      double value = kernels.draw(i % 5, random);
      assertThat(dimension.holds(value)).isTrue();
      double[] sums = new double[5];
      kernels.addLogDensities(value, sums);
      assertThat(sums).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
      assertThat(sums[4]).as("the prior reaches everywhere").isFinite();
    }
  }

  @Test
  void wholeNumbersAreAlikeUpToTheEnds() {
    NumberDimension dimension = new NumberDimension(-2, 2, false, true);
    SplittableRandom random = new SplittableRandom(5);
    int[] counts = new int[5];
    int n = 50_000;
    for (int i = 0; i < n; i++) {
      counts[(int) dimension.draw(random) + 2]++;
    }
    for (int count : counts) {
      assertThat((double) count / n).isCloseTo(0.2, within(4 * Math.sqrt(0.16 / n)));
    }
  }

  @Test
  void magnitudesAreAlikeOnTheLogarithmicScale() {
    NumberDimension dimension = new NumberDimension(0.001, 10, true, false);
    SplittableRandom random = new SplittableRandom(7);
    int n = 20_000;
    int small = 0;
    for (int i = 0; i < n; i++) {
      small += dimension.draw(random) < 0.01 ? 1 : 0;
    }
    assertThat((double) small / n).isCloseTo(0.25, within(4 * Math.sqrt(0.19 / n)));
  }

  @Test
  void zeroHasOneSign() {
    NumberDimension dimension = new NumberDimension(-1, 1, false, true);
    assertThat(Double.doubleToRawLongBits(dimension.value(0.49))).isZero();
  }

  @Test
  void wholeNumbersFollowEachOtherInACircle() {
    NumberDimension dimension = new NumberDimension(2, 4, false, true);
    assertThat(dimension.next(2)).isEqualTo(3);
    assertThat(dimension.next(4)).isEqualTo(2);
    assertThat(dimension.size()).isEqualTo(3);
    assertThat(dimension.holds(2.5)).isFalse();
    assertThat(dimension.holds(Double.NaN)).isFalse();
  }
}
