package io.synkro.predict.univariate;

import static io.synkro.predict.univariate.CrostonTest.A;
import static io.synkro.predict.univariate.CrostonTest.B;
import static io.synkro.predict.univariate.CrostonTest.C;
import static io.synkro.predict.univariate.CrostonTest.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import org.junit.jupiter.api.Test;

class TsbTest {
  @Test
  void agreesWithTheReference() {
    // statsforecast 1.5: _ses_forecast(_probability(y), alpha_p) * _ses_forecast(_demand(y),
    // alpha_d)
    assertThat(next(Tsb.of(0.1, 0.1), A)).isCloseTo(0.9444722821629278, within(1e-12));
    assertThat(next(Tsb.of(0.2, 0.05), A)).isCloseTo(0.7826103659429233, within(1e-12));
    assertThat(next(Tsb.of(0.1, 0.1), B)).isCloseTo(0.6226737613105439, within(1e-12));
    assertThat(next(Tsb.of(0.2, 0.05), B)).isCloseTo(1.0092685552446123, within(1e-12));
    assertThat(next(Tsb.of(0.2, 0.05), C)).isCloseTo(1.9671161653998197, within(1e-12));
  }

  @Test
  void optimisedConstantsHaveNoLargerErrorsThanAnyOthers() {
    for (double[] y : new double[][] {A, B, C}) {
      double least = squaredError(Tsb.optimised().fit(y, 1).fitted(), y);
      for (double ofDemand = 0.01; ofDemand <= 0.3; ofDemand += 0.01) {
        for (double ofProbability = 0.01; ofProbability <= 0.3; ofProbability += 0.01) {
          double[] fitted = Tsb.of(ofDemand, ofProbability).fit(y, 1).fitted();
          assertThat(least).isLessThanOrEqualTo(squaredError(fitted, y) + 1e-9);
        }
      }
    }
  }

  @Test
  void theForecastOfADeadItemFallsByItsConstant() {
    UnivariateFit alive = Tsb.of(0.1, 0.2).fit(B, 1);
    double ratio = alive.after(0, 0).forecast(1)[0] / alive.forecast(1)[0];
    assertThat(ratio).isCloseTo(0.8 * 0.8, within(1e-12));
  }

  @Test
  void edges() {
    assertThat(Tsb.optimised().fit(new double[4], 1).forecast(2)).containsExactly(0, 0);
    assertThat(next(Tsb.of(0.1, 0.1), new double[] {5})).isEqualTo(5);
    // probability 0 -> 0.1 after the sale -> 0.09
    assertThat(next(Tsb.of(0.1, 0.1), new double[] {0, 6, 0})).isCloseTo(0.54, within(1e-12));
    // all positive: probability 1, size 4 -> 4.2 -> 4.28
    assertThat(next(Tsb.of(0.1, 0.1), new double[] {4, 6, 5})).isCloseTo(4.28, within(1e-12));
    assertThat(next(Tsb.of(0.1, 0.1), new double[] {3, -2, 4}))
        .isEqualTo(next(Tsb.of(0.1, 0.1), new double[] {3, 0, 4}));
    assertThatThrownBy(() -> Tsb.of(0.1, 0)).isInstanceOf(InvalidInputException.class);
  }

  private static double squaredError(double[] fitted, double[] values) {
    double sum = 0;
    for (int t = 1; t < values.length; t++) {
      sum += (values[t] - fitted[t]) * (values[t] - fitted[t]);
    }
    return sum;
  }
}
