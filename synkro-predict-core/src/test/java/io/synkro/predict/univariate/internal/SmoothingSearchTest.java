package io.synkro.predict.univariate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SmoothingSearchTest {
  @Test
  void noOtherConstantHasSmallerErrors() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 200; i++) {
      double[] values = new double[1 + random.nextInt(25)];
      for (int t = 0; t < values.length; t++) {
        values[t] = random.nextInt(4) * random.nextInt(9);
      }
      double found = squaredError(values, SmoothingSearch.alpha(values, 0.1, 0.3));
      for (double alpha = 0.1; alpha <= 0.3; alpha += 0.0005) {
        assertThat(found).isLessThanOrEqualTo(squaredError(values, alpha) * (1 + 1e-9));
      }
    }
  }

  @Test
  void theLeastConstantWinsIfAllAreEquallyGood() {
    assertThat(SmoothingSearch.alpha(new double[] {7}, 0.1, 0.3)).isEqualTo(0.1);
    assertThat(SmoothingSearch.alpha(new double[0], 0.1, 0.3)).isEqualTo(0.1);
    assertThat(SmoothingSearch.alpha(new double[9], 0.1, 0.3)).isEqualTo(0.1);
  }

  @Test
  void aMinimumWithinIsFoundToManyDigits() {
    // errors 2, then 1 - 2 a of 0, 2, 1: least 4 + (1 - 2 a)² at a = 0.5
    assertThat(SmoothingSearch.alpha(new double[] {0, 2, 1}, 0.1, 0.9))
        .isCloseTo(0.5, within(1e-7));
  }

  private static double squaredError(double[] values, double alpha) {
    double level = values[0];
    double sum = 0;
    for (int t = 1; t < values.length; t++) {
      sum += (values[t] - level) * (values[t] - level);
      level += alpha * (values[t] - level);
    }
    return sum;
  }
}
