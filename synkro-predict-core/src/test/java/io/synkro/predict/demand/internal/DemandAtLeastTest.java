package io.synkro.predict.demand.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandAtLeastTest {
  /** Sums over dnbinom and dpois of R 4.2 from the bound on. */
  @ParameterizedTest
  @CsvSource({
    "10, 0.4, 8, 14.4868641720348, 58.9737283440696",
    "3, 2, 12, 17.133974983846, 233.009624757689",
    "10, 0, 8, 11.15518864825862, 7.68962270348277"
  })
  void momentsAboveABoundAreThoseOfTheSums(
      double mean, double dispersion, double sales, double expected, double squares) {
    DemandAtLeast given = DemandAtLeast.above(sales, mean, dispersion);
    assertThat(given.expected()).isCloseTo(expected, within(1e-9));
    assertThat(given.squaredDeviation()).isCloseTo(squares, within(1e-8));
  }

  /** R 4.2, integrate() over dgamma(rate) * dpois(sales, share * rate). */
  @ParameterizedTest
  @CsvSource({
    "10, 0.4, 8, 0.6, 12.9411764706, 15.9169550173",
    "4, 1.25, 7, 0.25, 20.0, 290.666666667"
  })
  void momentsAfterAShareAreThoseOfThePosterior(
      double mean, double dispersion, double sales, double share, double expected, double squares) {
    DemandAtLeast given = DemandAtLeast.inShare(sales, share, mean, dispersion);
    assertThat(given.expected()).isCloseTo(expected, within(1e-9));
    assertThat(given.squaredDeviation()).isCloseTo(squares, within(1e-8));
  }

  @Test
  void aBoundFarBeyondAllDemandIsItsOwnExpectation() {
    assertThat(DemandAtLeast.above(1e6, 1, 0).expected()).isEqualTo(1e6);
    assertThat(DemandAtLeast.above(5, 0, 0.5).expected()).isEqualTo(5);
  }
}
