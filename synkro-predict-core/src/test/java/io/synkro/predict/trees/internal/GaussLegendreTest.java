package io.synkro.predict.trees.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {
  /** The integral of x^k over [0, 1] is 1 / (k + 1). */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 16, 60, 500})
  void integratesPolynomialsExactly(int points) {
    GaussLegendre rule = GaussLegendre.of(points);
    for (int degree = 0; degree < 2 * points; degree++) {
      double sum = 0;
      for (int q = 0; q < points; q++) {
        sum += rule.weight()[q] * Math.pow(rule.point()[q], degree);
      }
      assertThat(sum * (degree + 1)).as("degree %d", degree).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void matchesTheTable() { // Abramowitz & Stegun (1964), table 25.4, n = 3: 0.774596669241483
    GaussLegendre rule = GaussLegendre.of(3);
    assertThat(rule.point()[0]).isCloseTo((1 + 0.774596669241483) / 2, within(1e-15));
    assertThat(rule.weight()[0]).isCloseTo(5.0 / 18, within(1e-15));
    assertThat(rule.weight()[1]).isCloseTo(4.0 / 9, within(1e-15));
  }
}
