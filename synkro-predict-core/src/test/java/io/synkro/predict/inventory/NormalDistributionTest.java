package io.synkro.predict.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalDistributionTest {

  /** 1e-12 per cent is a relative error of 1e-14. */
  private static final double RELATIVE_PERCENT = 1e-12;

  @ParameterizedTest
  @CsvSource({ // 30-digit values of mpmath 1.3 (ncdf), agreeing with Abramowitz & Stegun, table
    // 26.1
    "-10, 7.61985302416052607e-24",
    "-6, 9.86587645037698141e-10",
    "-3, 0.00134989803163009453",
    "-1.5, 0.066807201268858066",
    "-1, 0.158655253931457051",
    "-0.66, 0.254626914671336138",
    "-0.3, 0.382088577811047367",
    "0, 0.5",
    "0.1, 0.539827837277028984",
    "0.5, 0.691462461274013104",
    "1, 0.841344746068542949",
    "1.96, 0.975002104851779564",
    "2.5, 0.993790334674223865",
    "5, 0.999999713348428121"
  })
  void probabilitiesMatchPublishedValues(double z, double expected) {
    assertThat(NormalDistribution.cdf(z)).isCloseTo(expected, withinPercentage(RELATIVE_PERCENT));
    assertThat(NormalDistribution.upperTail(-z))
        .isCloseTo(expected, withinPercentage(RELATIVE_PERCENT));
  }

  @ParameterizedTest
  @CsvSource({ // mpmath 1.3, 30 digits
    "4, 0.0000316712418331199213",
    "5.6, 1.07175902583109293e-8",
    "8, 6.22096057427178412e-16",
    "20, 2.7536241186062337e-89",
    "30, 4.90671392714818706e-198"
  })
  void upperTailKeepsItsDigitsFarOut(double z, double expected) {
    // the exponent 450 at z = 30 costs about two digits in any double arithmetic
    assertThat(NormalDistribution.upperTail(z)).isCloseTo(expected, withinPercentage(2e-11));
  }

  @Test
  void probabilitiesOfInfiniteValuesAreZeroAndOne() {
    assertThat(NormalDistribution.cdf(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(NormalDistribution.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({ // mpmath 1.3, 30 digits; 0.25, 0.001-like and 1e-20 are also the test values of AS
    // 241
    "1e-300, -37.0470962993611992",
    "1e-20, -9.26234008979840757",
    "1e-10, -6.3613409024040562",
    "0.00135, -2.99997699270339313",
    "0.05, -1.64485362695147271",
    "0.25, -0.674489750196081743",
    "0.5, 0",
    "0.7, 0.524400512708040784",
    "0.9, 1.28155156554460047",
    "0.975, 1.95996398454005424",
    "0.99, 2.3263478740408411",
    "0.999, 3.09023230616781354"
  })
  void quantilesMatchPublishedValues(double probability, double expected) {
    assertThat(NormalDistribution.quantile(probability))
        .isCloseTo(expected, within(2e-15 + 1e-14 * Math.abs(expected)));
  }

  @ParameterizedTest
  @CsvSource({ // mpmath 1.3; published to 7 digits: L(0) = 0.3989423, L(1) = 0.0833155
    "-3, 3.00038215431704772",
    "-1, 1.0833154705876863",
    "0, 0.398942280401432678",
    "0.5, 0.19779655740130603",
    "1, 0.0833154705876862984",
    "2, 0.00849070261682963755",
    "3, 0.000382154317047723596",
    "4, 7.14525843240566676e-6"
  })
  void lossMatchesPublishedTables(double z, double expected) {
    assertThat(NormalDistribution.loss(z)).isCloseTo(expected, within(1e-15 + 1e-15 * expected));
  }

  @Test
  void lossHasItsLimits() {
    assertThat(NormalDistribution.loss(Double.POSITIVE_INFINITY)).isZero();
    assertThat(NormalDistribution.loss(Double.NEGATIVE_INFINITY)).isInfinite().isPositive();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-6, 0.001, 0.0833, 0.3989, 0.4, 1, 3, 50})
  void inverseLossUndoesLoss(double loss) {
    double z = NormalDistribution.inverseLoss(loss);
    assertThat(NormalDistribution.loss(z)).isCloseTo(loss, withinPercentage(1e-2 * 1e-6));
  }

  @Test
  void refusesProbabilitiesThatHaveNoQuantile() {
    assertThatThrownBy(() -> NormalDistribution.quantile(1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("probability (1) must be above 0 and below 1. Maybe write 95 % as 0.95.");
    assertThatThrownBy(() -> NormalDistribution.quantile(Double.NaN))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> NormalDistribution.inverseLoss(0))
        .isInstanceOf(InvalidInputException.class);
  }
}
