package io.synkro.predict.univariate;

import static io.synkro.predict.univariate.CrostonTest.A;
import static io.synkro.predict.univariate.CrostonTest.B;
import static io.synkro.predict.univariate.CrostonTest.C;
import static io.synkro.predict.univariate.CrostonTest.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ADIDA and IMAPA, which is the mean of several of the former. */
class ImapaTest {
  @Test
  void adidaAgreesWithTheReference() {
    // statsforecast 1.5: _ses_forecast(_chunk_sums(y[len(y) % 3:], 3), alpha)[0] / 3
    assertThat(next(Adida.of(0.1), A)).isCloseTo(1.3287533333333335, within(1e-12));
    assertThat(next(Adida.of(0.25), A)).isCloseTo(1.3958333333333333, within(1e-12));
    assertThat(next(Adida.of(0.1), B)).isCloseTo(0.51243627, within(1e-12));
    assertThat(next(Adida.of(0.25), B)).isCloseTo(0.5107879638671875, within(1e-12));
    assertThat(next(Adida.of(0.25), C)).isCloseTo(1.1119791666666667, within(1e-12));
    // statsforecast 1.5, _adida; single precision, L-BFGS-B
    assertThat(next(Adida.optimised(), A)).isCloseTo(1.3287533521652222, within(1e-6));
    assertThat(next(Adida.optimised(), B)).isCloseTo(0.5124362707138062, within(1e-6));
    assertThat(next(Adida.optimised(), C)).isCloseTo(0.956166684627533, within(1e-6));
  }

  @Test
  void imapaAgreesWithTheReference() {
    // statsforecast 1.5: mean over the levels 1 to 3 of the expression above
    assertThat(next(Imapa.of(0.1), A)).isCloseTo(1.0799463880689328, within(1e-12));
    assertThat(next(Imapa.of(0.1), B)).isCloseTo(0.6162599640448717, within(1e-12));
    assertThat(next(Imapa.of(0.1), C)).isCloseTo(1.1273165753136725, within(1e-12));
    // statsforecast 1.5, _imapa; single precision, L-BFGS-B
    assertThat(next(Imapa.optimised(), A)).isCloseTo(1.1856547594070435, within(1e-6));
    assertThat(next(Imapa.optimised(), B)).isCloseTo(0.5936750173568726, within(1e-6));
    assertThat(next(Imapa.optimised(), C)).isCloseTo(1.1273165941238403, within(1e-6));
  }

  /** A sale every fifth step keeps the mean interval, so that a new fit has the same levels. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 7, 23})
  void goingOnIsTheSameAsCuttingTheWholeSeriesAnew(int newer) {
    SplittableRandom random = new SplittableRandom(newer);
    double[] values = new double[60 + newer];
    for (int t = 4; t < values.length; t += 5) {
      values[t] = 1 + random.nextInt(9);
    }
    for (UnivariateMethod method : new UnivariateMethod[] {Adida.of(0.2), Imapa.of(0.2)}) {
      UnivariateFit whole = method.fit(values, 1);
      UnivariateFit before = method.fit(Arrays.copyOf(values, 60), 1);
      UnivariateFit after = before.after(Arrays.copyOfRange(values, 60, values.length));
      assertThat(after.forecast(1)).containsExactly(whole.forecast(1));
      assertThat(before.forecast(1)[0]).isEqualTo(whole.fitted()[60]);
    }
  }

  @Test
  void fittedValuesBeginAfterTheFirstSum() {
    double[] fitted = Adida.of(0.1).fit(A, 1).fitted();
    assertThat(Arrays.copyOf(fitted, 3)).containsOnly(Double.NaN);
    assertThat(fitted[3]).isEqualTo(1); // 0 + 0 + 3 over three steps
    assertThat(fitted[4]).isEqualTo(1); // 0 + 3 + 0
  }

  @Test
  void edges() {
    for (UnivariateMethod method : new UnivariateMethod[] {Adida.optimised(), Imapa.optimised()}) {
      assertThat(method.fit(new double[4], 1).forecast(2)).containsExactly(0, 0);
      assertThat(next(method, new double[] {5})).isEqualTo(5);
      // one sale at the third step: three steps together hold 6 or, without the first one, 6
      assertThat(Adida.of(0.1).fit(new double[] {0, 0, 6, 0}, 1).forecast(1)).containsExactly(2);
      assertThat(next(method, new double[] {3, -2, 4, 0}))
          .isEqualTo(next(method, new double[] {3, 0, 4, 0}));
      assertThat(next(method, new double[] {4, 4, 4, 4})).isCloseTo(4, within(1e-12));
    }
  }

  @Test
  void verySparseDemandUsesAtMostAHundredLevels() {
    double[] values = new double[1000];
    values[499] = 10;
    values[999] = 10;
    UnivariateFit fit = Imapa.optimised().fit(values, 1);
    assertThat(fit.text()).isEqualTo("IMAPA(1-100)");
    assertThat(fit.forecast(1)[0]).isBetween(0.0, 10.0);
  }
}
