package io.synkro.predict.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MannKendallTest {
  /**
   * The Nile at Aswan, 1871 to 1890 (R's datasets::Nile). S, its variance with three ties and z by
   * the formulas of Mann and Kendall in Python; the slope by scipy.stats.theilslopes.
   */
  @Test
  void theNileEqualsAnIndependentComputation() {
    double[] nile = {
      1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960,
      1180, 799, 958, 1140
    };
    MannKendall test = MannKendall.of(nile, 1);
    assertThat(test.s()).isEqualTo(-46);
    assertThat(test.variance()).isCloseTo(945.3333333333334, within(1e-9));
    assertThat(test.z()).isCloseTo(-1.463592003080421, within(1e-12));
    assertThat(test.pValue()).isCloseTo(0.14330545886419635, within(1e-12));
    assertThat(test.slope()).isCloseTo(-7.142857142857143, within(1e-12));
  }

  /** By hand: 1 2 3 4 rises in all 6 pairs; variance 4 x 3 x 13 / 18 = 26/3; z = 5 / 2.9439. */
  @Test
  void fourRisingValuesEqualTheComputationByHand() {
    MannKendall test = MannKendall.of(new double[] {1, 2, 3, 4}, 1);
    assertThat(test.s()).isEqualTo(6);
    assertThat(test.z()).isCloseTo(5 / Math.sqrt(26 / 3.0), within(1e-12));
    assertThat(test.slope()).isEqualTo(1);
  }

  /**
   * By hand: seasons (1, 2, 3) and (10, 20, 30), each S = 3 and variance 3 x 2 x 11 / 18 = 11/3.
   * All slopes of a pair of steps: 1/2 three times and 5 three times, median 2.75.
   */
  @Test
  void seasonsAreComparedWithinThemselves() {
    MannKendall test = MannKendall.of(new double[] {1, 10, 2, 20, 3, 30}, 2);
    assertThat(test.s()).isEqualTo(6);
    assertThat(test.variance()).isCloseTo(22 / 3.0, within(1e-12));
    assertThat(test.slope()).isCloseTo(2.75, within(1e-12));
  }

  @Test
  void aSeasonAloneIsNoTrend() {
    double[] values = {1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6};
    assertThat(MannKendall.of(values, 6).pValue()).isEqualTo(1);
    assertThat(MannKendall.of(values, 6).slope()).isZero();
  }

  @Test
  void missingValuesAreSkipped() {
    MannKendall test = MannKendall.of(new double[] {1, Double.NaN, 3, 4, Double.NaN}, 1);
    assertThat(test.s()).isEqualTo(3);
    assertThat(test.variance()).isCloseTo(11 / 3.0, within(1e-12));
    assertThat(test.slope()).isEqualTo(1);
  }
}
