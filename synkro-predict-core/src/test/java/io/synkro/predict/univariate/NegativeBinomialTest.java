package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of R 4.2 with {@code size = mean / (dispersion - 1)}. */
class NegativeBinomialTest {
  @ParameterizedTest
  @CsvSource({ // R: pnbinom(demand, size, mu = mean)
    "3, 2.5, 0, 0.16",
    "3, 2.5, 3, 0.66304000000000007",
    "3, 2.5, 10.7, 0.980408958976",
    "3, 2.5, 60, 0.99999999999925515",
    "40, 7, 0, 2.3228066813419451e-06",
    "40, 7, 10, 9.1544017733342902e-03",
    "40, 7, 60, 8.8435812088025578e-01",
    "1000, 5, 60, 2.3745748655233445e-116",
    "1000, 5, 1100, 9.1948645548529813e-01",
    "2.5, 1.001, 3, 0.757522753334909593",
    "2.5, 1, 2, 0.54381311588332959", // R: ppois(demand, mean)
    "2.5, 1, 7, 0.99575330451065547",
    "0, 3, 0, 1",
    "3, 2.5, -1, 0"
  })
  void probabilitiesAreThoseOfR(double mean, double dispersion, double demand, double expected) {
    assertThat(new NegativeBinomial(mean, dispersion).cdf(demand))
        .isCloseTo(expected, within(1e-10 * expected));
  }

  @Test
  void quantilesAreThoseOfR() { // qnbinom(levels, size, mu = mean)
    double[] levels = {0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999};
    assertThat(quantiles(3, 2.5, levels)).containsExactly(0, 0, 2, 7, 8, 12, 17);
    assertThat(quantiles(40, 7, levels)).containsExactly(11, 20, 38, 62, 71, 88, 110);
    assertThat(quantiles(1000, 5, levels)).containsExactly(842, 910, 999, 1092, 1119, 1171, 1231);
    assertThat(quantiles(2.5, 1.001, levels)).containsExactly(0, 1, 2, 5, 5, 7, 9);
    assertThat(quantiles(2.5, 1, 0.05, 0.5, 0.99)).containsExactly(0, 2, 7); // qpois
    assertThat(quantiles(0, 1, levels)).containsOnly(0);
    assertThat(quantiles(Double.MIN_VALUE, 1e9, levels)).containsOnly(0);
  }

  @Test
  void quantilesInvertProbabilities() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 300; i++) {
      double mean = StrictMath.exp(random.nextDouble(-5, 8));
      NegativeBinomial demand = new NegativeBinomial(mean, 1 + random.nextDouble(9));
      double level = random.nextDouble();
      double quantile = demand.quantile(level);
      assertThat(demand.cdf(quantile)).isGreaterThanOrEqualTo(level);
      assertThat(demand.cdf(quantile - 1)).isLessThan(level);
    }
  }

  @Test
  void momentsAreThoseOfTheProbabilities() {
    NegativeBinomial demand = new NegativeBinomial(3, 2.5);
    double mean = 0;
    double square = 0;
    for (int k = 1; k < 400; k++) {
      double probability = demand.cdf(k) - demand.cdf(k - 1);
      mean += k * probability;
      square += (double) k * k * probability;
    }
    assertThat(mean).isCloseTo(demand.mean(), within(1e-10));
    assertThat(square - mean * mean).isCloseTo(demand.sd() * demand.sd(), within(1e-9));
  }

  @Test
  void sumsOverStepsAreConvolutions() {
    NegativeBinomial one = new NegativeBinomial(3, 2.5);
    NegativeBinomial two = one.times(2);
    NegativeBinomial other = one.plus(new NegativeBinomial(3, 2.5));
    for (int k = 0; k < 30; k++) {
      double convolved = 0;
      for (int i = 0; i <= k; i++) {
        convolved += (one.cdf(i) - one.cdf(i - 1)) * one.cdf(k - i);
      }
      assertThat(two.cdf(k)).isCloseTo(convolved, within(1e-12));
      assertThat(other.cdf(k)).isCloseTo(convolved, within(1e-12));
    }
    NegativeBinomial mixed = one.plus(new NegativeBinomial(5, 1));
    assertThat(mixed.mean()).isEqualTo(8);
    assertThat(mixed.sd() * mixed.sd()).isCloseTo(3 * 2.5 + 5, within(1e-12));
  }

  @Test
  void whatIsNoDistributionIsRefused() {
    assertThatThrownBy(() -> new NegativeBinomial(-1, 2)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new NegativeBinomial(1, 0.9))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("variance is below the mean");
    assertThatThrownBy(() -> new NegativeBinomial(1, Double.NaN))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new NegativeBinomial(1, 2).quantile(1))
        .isInstanceOf(InvalidInputException.class);
  }

  private static double[] quantiles(double mean, double dispersion, double... levels) {
    NegativeBinomial demand = new NegativeBinomial(mean, dispersion);
    return Arrays.stream(levels).map(demand::quantile).toArray();
  }
}
