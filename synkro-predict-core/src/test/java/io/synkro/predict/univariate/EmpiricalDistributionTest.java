package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import org.junit.jupiter.api.Test;

class EmpiricalDistributionTest {
  private static final double[] DEMAND = {9, 0, 3, Double.NaN, 0, 1, -2, 3};

  @Test
  void itUsesTheLastObservedValues() {
    EmpiricalDistribution last = EmpiricalDistribution.ofLast(DEMAND, 6); // 0 0 0 1 3 3
    assertThat(last.mean()).isCloseTo(7 / 6.0, within(1e-12));
    assertThat(last.sd()).isCloseTo(Math.sqrt(19 / 6.0 - 49 / 36.0), within(1e-12));
    assertThat(last.cdf(-1)).isZero();
    assertThat(last.cdf(0)).isEqualTo(0.5);
    assertThat(last.cdf(2.9)).isEqualTo(4 / 6.0);
    assertThat(last.cdf(3)).isEqualTo(1);
    assertThat(EmpiricalDistribution.ofLast(DEMAND, 99).cdf(8)).isEqualTo(6 / 7.0);
  }

  @Test
  void quantilesAreValuesThatOccurred() {
    // R 4.2: quantile(c(0, 0, 0, 1, 3, 3), c(.1, .5, .6, .67, .9), type = 1) is 0 0 1 3 3
    EmpiricalDistribution last = EmpiricalDistribution.ofLast(DEMAND, 6);
    assertThat(last.quantile(0.1)).isZero();
    assertThat(last.quantile(0.5)).isZero();
    assertThat(last.quantile(0.6)).isEqualTo(1);
    assertThat(last.quantile(0.67)).isEqualTo(3);
    assertThat(last.quantile(0.9)).isEqualTo(3);
  }

  @Test
  void quantilesInvertProbabilitiesInSpiteOfRounding() {
    for (int n = 1; n <= 300; n++) {
      double[] values = new double[n];
      for (int t = 0; t < n; t++) {
        values[t] = t;
      }
      EmpiricalDistribution all = EmpiricalDistribution.ofLast(values, n);
      for (int t = 0; t < n - 1; t++) {
        assertThat(all.quantile(all.cdf(t))).isEqualTo(t);
      }
    }
  }

  @Test
  void nothingObservedIsRefused() {
    assertThatThrownBy(() -> EmpiricalDistribution.ofLast(new double[] {Double.NaN}, 3))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(
            () -> EmpiricalDistribution.ofLast(new double[] {Double.POSITIVE_INFINITY}, 3))
        .isInstanceOf(InvalidInputException.class);
  }
}
