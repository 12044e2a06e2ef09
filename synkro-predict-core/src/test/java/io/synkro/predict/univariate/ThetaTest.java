package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThetaTest {
  /** R forecast 8.20, thetaf(x, h = 3)$mean. */
  @Test
  void forecastsTheStandardMethodAsR() {
    requireForecast(
        Theta.standard().fit(PublicSeries.airPassengers(), 12),
        440.078191081586,
        428.384280556983,
        489.707098669638);
    requireForecast(
        Theta.standard().fit(PublicSeries.nile(), 1),
        799.811996215856,
        798.454843500585,
        797.097690785313);
    requireForecast(
        Theta.standard().fit(PublicSeries.accidentalDeaths(), 12),
        8270.69380633916,
        7508.92386706193,
        8322.1248067687);
  }

  /** statsforecast 1.5 in doubles, forecast_theta(auto_theta(x, m, model), 3). */
  @Test
  void forecastsTheOtherModelsAsStatsforecast() {
    requireForecast(
        Theta.dynamicOptimised().fit(PublicSeries.airPassengers(), 12),
        442.92718085697373,
        432.2984046579636,
        495.48246029632173);
    requireForecast(
        Theta.dynamicStandard().fit(PublicSeries.accidentalDeaths(), 12),
        8261.573605592734,
        7501.278785384568,
        8314.68066968717);
    requireForecast(
        Theta.optimised().fit(PublicSeries.nile(), 1),
        799.1949899097868,
        796.4813918878021,
        793.7677938658176);
  }

  private static void requireForecast(UnivariateFit fit, double... expected) {
    double[] actual = fit.forecast(3);
    for (int h = 0; h < 3; h++) {
      assertThat(actual[h]).as(fit.text()).isCloseTo(expected[h], within(1e-3 * expected[h]));
    }
  }

  @Test
  void saysWhatItFitted() {
    double[] air = PublicSeries.airPassengers();
    UnivariateFit fit = Theta.dynamicOptimised().fit(air, 12);
    assertThat(fit.text()).isEqualTo("DOTM, multiplicative season");
    assertThat(fit.parameters()).containsOnlyKeys("alpha", "theta", "initial level");
    assertThat(fit.fitted()[0]).isNaN();
    double[] shifted = Arrays.stream(air).map(v -> v - 200).toArray();
    assertThat(Theta.standard().fit(shifted, 12).text()).isEqualTo("Theta, additive season");
    assertThat(Theta.optimised().fit(air, 1).text()).isEqualTo("OTM, no season");
  }

  @Test
  void fallsBackWhenTheSeriesIsShort() {
    double[] air = PublicSeries.airPassengers();
    Theta method = Theta.dynamicOptimised();
    assertThat(method.fit(Arrays.copyOf(air, 23), 12).text()).isEqualTo("DOTM, no season");
    assertThat(method.fit(Arrays.copyOf(air, 6), 12).text()).isEqualTo("Theta, no season");
    assertThat(method.fit(Arrays.copyOf(air, 3), 12).text()).isEqualTo("Mean");
  }

  /** What was forecast one step ahead is what the fit before that value forecasts. */
  @Test
  void goesOnWithItsParameters() {
    double[] air = PublicSeries.airPassengers();
    UnivariateFit fit = Theta.dynamicOptimised().fit(air, 12);
    double[] line = new double[60];
    Arrays.setAll(line, t -> 3 + 2 * t);
    UnivariateFit straight = Theta.optimised().fit(Arrays.copyOf(line, 50), 1);
    assertThat(straight.after(Arrays.copyOfRange(line, 50, 60)).forecast(5))
        .containsExactly(new double[] {123, 125, 127, 129, 131}, within(1e-3));
    assertThat(fit.after(fit.forecast(14)).forecast(10))
        .containsExactly(Arrays.copyOfRange(fit.forecast(24), 14, 24), within(1e-8));
  }
}
