package io.synkro.predict.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalCurveTest {
  @ParameterizedTest
  @CsvSource({ // R 4.2, print(pnorm(x), digits = 17)
    "0, 0.5",
    "1, 0.84134474606854293",
    "-1.96, 0.024997895148220428",
    "-4, 3.1671241833119924e-05",
    "6, 0.9999999990134123",
    "-9, 0",
    "40, 1"
  })
  void agreesWithTheDistributionOfR(double x, double probability) {
    assertThat(NormalCurve.below(x)).isCloseTo(probability, within(2e-15));
  }

  @Test
  void keepsTheDigitsOfTheUpperTail() {
    // R 4.2: pnorm(5, lower.tail = FALSE) - pnorm(5.5, lower.tail = FALSE)
    assertThat(NormalCurve.between(5, 5.5)).isCloseTo(2.67662009413e-07, within(2e-15));
    assertThat(NormalCurve.between(5, 5.5)).isEqualTo(NormalCurve.between(-5.5, -5));
    assertThat(NormalCurve.between(30, 40)).isZero();
  }

  @Test
  void drawsFromTheDistribution() {
    SplittableRandom random = new SplittableRandom(1);
    int n = 100_000;
    double sum = 0;
    double squares = 0;
    int beyond = 0;
    for (int i = 0; i < n; i++) {
      double x = NormalCurve.draw(random);
      sum += x;
      squares += x * x;
      beyond += x < -1.96 ? 1 : 0;
    }
    assertThat(sum / n).isCloseTo(0, within(4 / Math.sqrt(n)));
    assertThat(squares / n).isCloseTo(1, within(4 * Math.sqrt(2.0 / n)));
    assertThat((double) beyond / n).isCloseTo(0.025, within(4 * Math.sqrt(0.025 / n)));
  }
}
