package io.synkro.predict.optimize.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gamma, exponential, lognormal and uniform demand. */
class ContinuousDemandTest {
  @ParameterizedTest
  @CsvSource({ // stockpyl, test_loss_functions.py: TestGammaLoss, TestGammaSecondLoss, and
    // TestExponentialSecondLoss for shape 1
    "4, 2, 3, 2.635971381157268, 0.635971381157268, 10.280288386513346, 0.7197116134866537",
    "0.4, 0.5, 1, 0.276296168886834, 0.176296168886834, 0.22618156679229806, 0.028818433207701943",
    "7, 9, 0.5, 0.057910792089881, 2.557910792089881, 0.05068580073573, 4.19931419926427",
    "2.5, 1, 1, 0.082084998623899, 1.582084998623899, 0.082084998623899, 1.542915001376101"
  })
  void gammaLossesMatchPublishedOnes(
      double x, double shape, double scale, double n, double nBar, double n2, double n2Bar) {
    GammaDemand demand = new GammaDemand(shape, scale);
    assertThat(demand.loss(x)).isCloseTo(n, within(1e-12));
    assertThat(demand.complementaryLoss(x)).isCloseTo(nBar, within(1e-12));
    assertThat(demand.secondLoss(x)).isCloseTo(n2, within(1e-11));
    assertThat(demand.complementarySecondLoss(x)).isCloseTo(n2Bar, within(1e-11));
  }

  @ParameterizedTest
  @CsvSource({ // 50-digit incomplete gamma functions (mpmath): shape, x, P(X > x), n, n2
    "1e6, 1003000, 0.0013617406462175915, 0.3866024273099418, 103.20259432686437",
    "0.01, 0.0009765625, 0.06165169979661404, 0.009930724795611936, 0.005040270404108736",
    "400, 460, 0.0019987177422107517, 0.01291324782653378, 0.07876426982572639"
  })
  void gammaTailsKeepTheirDigits(double shape, double x, double above, double n, double n2) {
    GammaDemand demand = new GammaDemand(shape, 1);
    assertThat(1 - demand.cdf(x)).isCloseTo(above, within(5e-15));
    assertThat(demand.loss(x)).isCloseTo(n, withinPercentage(1e-9));
    assertThat(demand.secondLoss(x)).isCloseTo(n2, withinPercentage(1e-9));
  }

  @Test
  void gammaQuantilesReachFromTheSmallestToTheLargestShapes() {
    for (double shape : new double[] {1e-4, 0.02, 0.3, 1, 7, 150, 1e5, 1e9}) {
      for (double p : new double[] {1e-6, 0.1, 0.5, 0.9, 0.999, 1 - 1e-9}) {
        double q = new GammaDemand(shape, 1).quantile(p);
        if (q > 0) { // of the smallest shapes half lies below what a double can be
          assertThat(new GammaDemand(shape, 1).cdf(q)).isCloseTo(p, within(1e-11));
        }
      }
    }
  }

  @Test
  void lognormalLossesMatchPublishedOnes() {
    // stockpyl, test_loss_functions.py, TestLognormalLoss
    LognormalDemand demand = new LognormalDemand(2, 0.3);
    assertThat(demand.loss(10)).isCloseTo(0.283649738881062, within(1e-12));
    assertThat(demand.complementaryLoss(10)).isCloseTo(2.554491200971182, within(1e-12));
    assertThat(new LognormalDemand(0.2, 0.1).loss(0.5)).isCloseTo(0.727525064963178, within(1e-12));
    // 50-digit quadrature (mpmath)
    LognormalDemand fitted = LognormalDemand.of(100, 150);
    assertThat(fitted.loss(500)).isCloseTo(6.660939248614952, withinPercentage(1e-10));
    assertThat(fitted.secondLoss(500)).isCloseTo(3060.496252325621, withinPercentage(1e-9));
  }

  @Test
  void fitsHaveTheMeanAndDeviationAskedFor() {
    for (double sd : new double[] {1e-3, 1, 40, 500}) {
      assertThat(GammaDemand.of(40, sd).mean()).isCloseTo(40, withinPercentage(1e-10));
      assertThat(GammaDemand.of(40, sd).sd()).isCloseTo(sd, withinPercentage(1e-10));
      assertThat(LognormalDemand.of(40, sd).mean()).isCloseTo(40, withinPercentage(1e-10));
      assertThat(LognormalDemand.of(40, sd).sd()).isCloseTo(sd, withinPercentage(1e-7));
    }
  }

  @Test
  void uniformLossesAreAreas() {
    UniformDemand demand = new UniformDemand(10, 30);
    assertThat(demand.loss(20)).isEqualTo(2.5); // half the time 5 short on average
    assertThat(demand.complementaryLoss(15)).isEqualTo(0.625);
    assertThat(demand.secondLoss(20)).isCloseTo(1000 / 120.0, within(1e-12));
    assertThat(demand.quantile(0.25)).isEqualTo(15);
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertThatThrownBy(() -> new GammaDemand(0, 1)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> GammaDemand.of(5, 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("TableDemand.constant");
    assertThatThrownBy(() -> new UniformDemand(2, 1)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new LognormalDemand(2, 40)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new ShiftedDemand(new PoissonDemand(1), 0.5))
        .isInstanceOf(InvalidInputException.class);
  }
}
