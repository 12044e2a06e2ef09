package io.synkro.predict.univariate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.univariate.PublicSeries;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThetaRecursionTest {
  private static final double[] NILE = PublicSeries.nile();

  /** The least squares line through the Nile, by R: lm(Nile ~ seq(100)). */
  private static final ThetaParameters.Line LINE =
      new ThetaParameters.Line(1056.4224242424243, -2.7143054305430545);

  @ParameterizedTest(name = "dynamic {0}, theta {1}")
  @CsvSource({ // statsforecast 1.5, thetamodel(Nile, initial_smoothed=500, alpha=0.3), in doubles
    "false, 2, 2016016.958934333, 843.1911729859033, 783.9162832013396, 781.2019777707965",
    "false, 4, 1994303.9963165682, 840.9292565721071, 781.6543620092206, 777.5829038634058",
    "true, 2, 2106272.1220198297, 835.6031317297839, 783.9162832013396, 781.2068369519773",
    "true, 4, 2130995.4031958287, 829.5471946879278, 781.6543620092204, 777.5818372099594"
  })
  void agreesWithStatsforecastForGivenParameters(
      boolean dynamic, double theta, double squares, double at50, double first, double third) {
    ThetaRecursion recursion =
        new ThetaRecursion(new ThetaParameters(0.3, theta, 500, dynamic ? null : LINE), NILE[0]);
    double sum = 0;
    for (int t = 1; t < NILE.length; t++) {
      double next = recursion.next();
      sum += t < 3 ? 0 : (NILE[t] - next) * (NILE[t] - next);
      if (t == 50) {
        assertThat(next).isCloseTo(at50, within(1e-9));
      }
      recursion.observe(NILE[t]);
    }
    assertThat(sum).isCloseTo(squares, within(1e-9 * squares));
    assertThat(recursion.next()).isCloseTo(first, within(1e-9));
    recursion.observe(recursion.next());
    recursion.observe(recursion.next());
    assertThat(recursion.next()).isCloseTo(third, within(1e-9));
  }
}
