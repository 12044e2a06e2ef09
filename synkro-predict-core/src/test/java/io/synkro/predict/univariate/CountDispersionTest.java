package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Expected values are worked out by hand beside each test. */
class CountDispersionTest {
  private static final double NONE = Double.NaN;

  @Test
  void theEstimateIsVarianceByMean() {
    // mean 2, squared deviations 4 + 0 + 4 + 16 + 4 + 4 = 32, variance 32 / 5
    double[] demand = {0, 2, NONE, 4, 6, 0, 0};
    assertThat(CountDispersion.of(demand).estimate()).isCloseTo(6.4 / 2, within(1e-12));
    assertThat(CountDispersion.of(new double[] {2, 2, 2}).estimate()).isEqualTo(1);
    assertThat(CountDispersion.of(new double[] {2, NONE})).isEqualTo(CountDispersion.NONE);
    assertThat(CountDispersion.of(new double[4]).estimate()).isEqualTo(1);
  }

  @Test
  void errorsOfForecastsSayTheSame() {
    double[] demand = {0, 4, NONE, 7};
    double[] expected = {1, 1, 1, 2};
    // (1 + 9 + 25) / (1 + 1 + 2)
    assertThat(CountDispersion.ofErrors(demand, expected).estimate())
        .isCloseTo(35 / 4.0, within(1e-12));
  }

  @Test
  void oneSeriesIsDrawnTowardsThePool() {
    CountDispersion own = new CountDispersion(40, 10, 12); // 4
    CountDispersion pool = own.plus(new CountDispersion(20, 20, 36)); // 60 / 30 = 2
    assertThat(own.towards(pool, 24)).isCloseTo(4 / 3.0 + 2 * 2 / 3.0, within(1e-12));
    assertThat(own.towards(pool, 0)).isEqualTo(4);
    assertThat(CountDispersion.NONE.towards(pool, 24)).isEqualTo(2);
    assertThat(own.towards(CountDispersion.NONE, 12)).isEqualTo((4 + 1) / 2.0);
  }

  @Test
  void itFindsTheDispersionThatDemandWasDrawnWith() {
    SplittableRandom random = new SplittableRandom(3);
    NegativeBinomial truth = new NegativeBinomial(1.5, 3);
    double[] demand = new double[20_000];
    for (int t = 0; t < demand.length; t++) {
      demand[t] = truth.quantile(random.nextDouble(1e-12, 1));
    }
    assertThat(CountDispersion.of(demand).estimate()).isCloseTo(3, within(0.15));
  }
}
