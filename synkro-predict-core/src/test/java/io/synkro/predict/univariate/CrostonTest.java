package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import org.junit.jupiter.api.Test;

/**
 * Expected values without another source: R forecast 8.20, {@code croston(ts(y), alpha = ...)}, and
 * statsforecast 1.5, {@code _ses_forecast} of demand over that of intervals, which agree.
 */
class CrostonTest {
  static final double[] A = {0, 0, 3, 0, 1, 0, 0, 0, 5, 2, 0, 0, 4, 0, 1, 0, 0, 7, 0, 0};
  static final double[] B = {
    2, 0, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 3, 1, 0, 2, 0, 0, 0, 0, 0, 4, 0, 0, 1, 0, 0, 0
  };
  static final double[] C = {1.5, 0, 0, 0, 2.25, 0, 0, 10.75, 0, 0.5, 0, 0, 0, 3.125};

  @Test
  void crostonAgreesWithTheReferences() {
    assertThat(next(Croston.of(0.1), A)).isCloseTo(1.1697948686299542, within(1e-12));
    assertThat(next(Croston.of(0.25), A)).isCloseTo(1.4113812051783552, within(1e-12));
    assertThat(next(Croston.of(0.1), B)).isCloseTo(0.9907270719097823, within(1e-12));
    assertThat(next(Croston.of(0.25), B)).isCloseTo(0.7247963241824009, within(1e-12));
    assertThat(next(Croston.of(0.1), C)).isCloseTo(1.3420822273677078, within(1e-12));
  }

  @Test
  void sbaIsCrostonTimesOneMinusHalfAlpha() { // statsforecast 1.5: 0.95 times Croston with 0.1
    assertThat(next(Croston.sba(0.1), A)).isCloseTo(1.1113051251984565, within(1e-12));
    assertThat(next(Croston.sba(0.1), B)).isCloseTo(0.9411907183142932, within(1e-12));
    assertThat(next(Croston.sba(0.3), C) / next(Croston.of(0.3), C)).isCloseTo(0.85, within(1e-12));
  }

  @Test
  void optimisedConstantsAreThoseOfLeastSquares() {
    // statsforecast 1.5, _croston_optimized; single precision, L-BFGS-B
    assertThat(next(Croston.optimised(), A)).isCloseTo(1.1697949171066284, within(1e-6));
    assertThat(next(Croston.optimised(), B)).isCloseTo(0.6821230053901672, within(1e-6));
    assertThat(next(Croston.optimised(), C)).isCloseTo(0.8760367631912231, within(1e-6));
    UnivariateFit fit = Croston.optimisedSba().fit(B, 1);
    double ofIntervals = fit.parameters().getOrDefault("alpha_interval", Double.NaN);
    assertThat(fit.forecast(1)[0] / next(Croston.optimised(), B))
        .isCloseTo(1 - ofIntervals / 2, within(1e-12));
  }

  @Test
  void fittedValuesAreForecastsOfWhatWasKnown() { // R forecast 8.20, croston(ts(y))$fitted
    double[] a = Croston.of(0.1).fit(A, 1).fitted();
    assertThat(a[0]).isNaN();
    assertThat(a[1]).isZero();
    assertThat(a[3]).isEqualTo(1);
    assertThat(a[9]).isCloseTo(1.0033222591362128, within(1e-12));
    assertThat(a[19]).isCloseTo(1.1697948686299542, within(1e-12));
    double[] b = Croston.of(0.25).fit(B, 1).fitted();
    assertThat(b[1]).isEqualTo(2);
    assertThat(b[9]).isCloseTo(1.3235294117647058, within(1e-12));
    assertThat(b[19]).isCloseTo(1.0038428693424424, within(1e-12));
  }

  @Test
  void withoutASaleTheForecastIsZeroUntilOneIsMade() {
    UnivariateFit fit = Croston.of(0.1).fit(new double[5], 1);
    assertThat(fit.forecast(2)).containsExactly(0, 0);
    assertThat(fit.after(0, 0, 16).forecast(1)).containsExactly(16 / 8.0);
  }

  @Test
  void oneSaleIsSpreadOverItsInterval() { // R forecast 8.20: croston(ts(c(0, 0, 6, 0))) is 2
    assertThat(next(Croston.of(0.1), new double[] {0, 0, 6, 0})).isEqualTo(2);
    assertThat(next(Croston.of(0.1), new double[] {5})).isEqualTo(5);
  }

  @Test
  void ofPositiveDemandItIsSimpleExponentialSmoothing() {
    double[] y = {4, 6, 5};
    // 4 -> 0.1 * 6 + 0.9 * 4 = 4.2 -> 0.1 * 5 + 0.9 * 4.2
    assertThat(next(Croston.of(0.1), y)).isCloseTo(4.28, within(1e-12));
  }

  @Test
  void aReturnIsAStepWithoutDemand() {
    assertThat(next(Croston.of(0.1), new double[] {3, -2, 0, 4}))
        .isEqualTo(next(Croston.of(0.1), new double[] {3, 0, 0, 4}));
  }

  @Test
  void constantsOutsideTheirRangeAreRefused() {
    assertThatThrownBy(() -> Croston.of(1)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> Croston.sba(0)).isInstanceOf(InvalidInputException.class);
  }

  static double next(UnivariateMethod method, double[] values) {
    return method.fit(values, 1).forecast(1)[0];
  }
}
