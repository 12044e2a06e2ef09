package io.synkro.predict.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers are of SciPy 1.17.1 unless a comment names another source. */
class SpecialFunctionsTest {
  private static final Percentage TIGHT = Percentage.withPercentage(1e-8);

  @ParameterizedTest
  @CsvSource({ // scipy 1.17.1, scipy.special.gammaincc
    "0.01, 0.5, 0.005626756193967183",
    "0.5, 0.1, 0.6547208460185768",
    "1, 2, 0.1353352832366127",
    "3.7, 2.2, 0.7702326912035568",
    "10, 25, 0.0002214766382487835",
    "100, 90, 0.84177901081357",
    "500, 600, 1.2255942330622893e-05",
    "999, 950, 0.9413021419548954"
  })
  void upperIncompleteGammaEqualsScipyForAllShapes(double a, double x, double expected) {
    assertThat(SpecialFunctions.gammaQ(a, x)).isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({ // scipy 1.17.1, scipy.special.gammaln
    "0.1, 2.252712651734206",
    "1, 0",
    "2.5, 0.2846828704729192",
    "10, 12.801827480081469",
    "1000, 5905.220423209181"
  })
  void smallLogarithmsOfGammaEqualScipy(double x, double expected) {
    assertThat(SpecialFunctions.logGamma(x)).isCloseTo(expected, within(1e-11));
  }

  @ParameterizedTest(name = "gammaln({0})")
  @CsvSource({
    "0.5, 0.5723649429247",
    "3.7, 1.428072326665388",
    "20, 39.339884187199495",
    "1000000.5, 12815511.476902766"
  })
  void logGammaEqualsScipy(double x, double expected) {
    assertThat(SpecialFunctions.logGamma(x)).isCloseTo(expected, Percentage.withPercentage(1e-11));
  }

  @ParameterizedTest(name = "gammaincc({0}, {1})")
  @CsvSource({
    "0.5, 8, 6.334248366623988e-05",
    "40, 70, 3.8639386072515375e-05",
    "1001, 1000, 0.508409367168506"
  })
  void upperIncompleteGammaEqualsScipy(double a, double x, double expected) {
    assertThat(SpecialFunctions.gammaQ(a, x)).isCloseTo(expected, TIGHT);
    assertThat(SpecialFunctions.gammaP(a, x)).isCloseTo(1 - expected, TIGHT);
  }

  @Test
  void smallLowerIncompleteGammaKeepsItsDigits() {
    assertThat(SpecialFunctions.gammaP(40, 10)).isCloseTo(7.341636314560681e-13, TIGHT);
  }

  @ParameterizedTest(name = "betainc({1}, {2}, {0})")
  @CsvSource({
    "0.3, 2.5, 4, 0.3521975859067672",
    "0.9, 200, 3, 1.5662275621214906e-07",
    "0.001, 0.2, 30, 0.53610718981345"
  })
  void incompleteBetaEqualsScipy(double x, double a, double b, double expected) {
    assertThat(SpecialFunctions.beta(x, 1 - x, a, b)).isCloseTo(expected, TIGHT);
  }

  @Test
  void infinitelyMuchIsNeverExceeded() {
    // the limit of the definitions
    assertThat(SpecialFunctions.gammaQ(2, Double.POSITIVE_INFINITY)).isZero();
    assertThat(SpecialFunctions.gammaP(2, Double.POSITIVE_INFINITY)).isEqualTo(1);
  }
}
