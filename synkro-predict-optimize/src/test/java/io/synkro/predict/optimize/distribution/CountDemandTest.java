package io.synkro.predict.optimize.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountDemandTest {
  @ParameterizedTest
  @CsvSource({ // stockpyl, test_loss_functions.py, TestPoissonSecondLoss
    "18, 15, 0.848340302917794, 12.651659697082206",
    "5, 7, 4.040829435261403, 0.459170564738597",
    "50, 47, 5.192979532973098, 24.3070204670269"
  })
  void secondPoissonLossesMatchPublishedOnes(double x, double mean, double n2, double n2Bar) {
    PoissonDemand demand = new PoissonDemand(mean);
    assertThat(demand.secondLoss(x)).isCloseTo(n2, within(1e-11));
    assertThat(demand.complementarySecondLoss(x)).isCloseTo(n2Bar, within(1e-11));
  }

  @ParameterizedTest
  @CsvSource({ // the same, TestNegativeBinomialSecondLoss, to the four digits it promises
    "14, 4, 0.2, 30.8778, 10.1222",
    "14, 10, 0.3, 76.5856, 1.1921",
    "5, 1, 0.2, 5.2429, 5.7571"
  })
  void secondNegativeBinomialLossesMatchPublishedOnes(
      double x, double r, double p, double n2, double n2Bar) {
    NegativeBinomialDemand demand = NegativeBinomialDemand.failures(r, p);
    assertThat(demand.secondLoss(x)).isCloseTo(n2, within(5e-5));
    assertThat(demand.complementarySecondLoss(x)).isCloseTo(n2Bar, within(5e-5));
  }

  @Test
  void lossesMatchPublishedOnes() {
    // the same, TestNegativeBinomialLoss.test_from_mean_sd, test_from_r_p and TestDiscreteLoss
    assertThat(NegativeBinomialDemand.of(70 / 3.0, 8.819171036881968).loss(14))
        .isCloseTo(9.740089476453932, within(5e-5));
    assertThat(NegativeBinomialDemand.failures(3, 0.02).loss(50))
        .isCloseTo(98.32217192672073, within(1e-9));
    assertThat(new PoissonDemand(200).loss(220)).isCloseTo(0.536005857158494, within(1e-10));
    assertThat(NegativeBinomialDemand.geometric(0.2).complementaryLoss(5))
        .isCloseTo(2.31072, within(1e-12));
  }

  @Test
  void tailsOfLargeDemandKeepTheirDigits() {
    // 50-digit quadrature of the incomplete gamma and beta integrals (mpmath)
    PoissonDemand poisson = new PoissonDemand(1e9);
    assertThat(1 - poisson.cdf(1_000_094_868)).isCloseTo(0.0013500610442024978, within(1e-15));
    assertThat(poisson.loss(1_000_094_868)).isCloseTo(12.087441885447491, withinPercentage(1e-10));
    NegativeBinomialDemand varied = new NegativeBinomialDemand(1e9, 11);
    assertThat(1 - varied.cdf(2e9)).isCloseTo(0.0035466005404080994, within(1e-15));
    assertThat(varied.loss(2e9)).isCloseTo(536736.0788955438, withinPercentage(1e-10));
    NegativeBinomialDemand lumpy = new NegativeBinomialDemand(20, 0.01);
    assertThat(1 - lumpy.cdf(500)).isCloseTo(0.010442549984115364, within(1e-15));
    assertThat(lumpy.loss(500)).isCloseTo(10.437857378406113, withinPercentage(1e-10));
  }

  @Test
  void sumsAndIntegralsOfTheTailAgreeWithTheSumOfAllProbabilities() {
    for (double size : new double[] {0.2, 1.5, 40, 1e4}) {
      for (double mean : new double[] {0.3, 3, 39, 300}) {
        NegativeBinomialDemand demand = new NegativeBinomialDemand(mean, size);
        double cdf = 0;
        double loss = 0;
        int end = (int) (mean + 60 * demand.sd() + 100);
        for (int k = 0; k < end; k++) {
          cdf += k <= mean + 5 ? demand.probability(k) : 0;
          loss += Math.max(0, k - Math.floor(mean + 5)) * demand.probability(k);
        }
        assertThat(demand.cdf(mean + 5)).isCloseTo(cdf, within(1e-12));
        assertThat(demand.loss(Math.floor(mean + 5))).isCloseTo(loss, withinPercentage(1e-8));
      }
    }
  }

  @Test
  void negativeBinomialComesCloseToPoissonAsItsSizeGrows() {
    PoissonDemand poisson = new PoissonDemand(1234.5);
    double last = Double.POSITIVE_INFINITY;
    for (double size : new double[] {1e4, 1e6, 1e8, 1e12}) {
      double gap =
          Math.abs(new NegativeBinomialDemand(1234.5, size).loss(1300) - poisson.loss(1300));
      assertThat(gap).isLessThan(last);
      last = gap;
    }
    assertThat(last).isLessThan(1e-8);
  }

  @Test
  void sumsStayInTheFamily() {
    NegativeBinomialDemand day = NegativeBinomialDemand.of(2, 3);
    assertThat(day.times(7).mean()).isCloseTo(14, within(1e-12));
    assertThat(day.times(7).sd()).isCloseTo(3 * Math.sqrt(7), within(1e-12));
    assertThat(new PoissonDemand(2).times(0.5)).isEqualTo(new PoissonDemand(1));
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertThatThrownBy(() -> new PoissonDemand(0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("TableDemand.constant(0)");
    assertThatThrownBy(() -> NegativeBinomialDemand.of(16, 4))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("PoissonDemand");
    assertThatThrownBy(() -> NegativeBinomialDemand.failures(3, 1))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new NegativeBinomialDemand(1e9, 1e-300))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void tailsOfSubnormalProbabilitiesEnd() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(new NegativeBinomialDemand(5, 0.4).loss(9542)).isZero());
  }
}
