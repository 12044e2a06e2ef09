package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Spread 1, so that forecasts may lie 3 from their median. */
class OutliersTest {
  private static final double NAN = Double.NaN;

  private static double[] limited(double... forecasts) {
    Outliers.limit(forecasts, 1);
    return forecasts;
  }

  @Test
  void forecastsFarFromTheMedianAreMovedCloser() {
    assertThat(limited(1, 2, 100)).containsExactly(1, 2, 5);
    assertThat(limited(-50, 1, 2)).containsExactly(-2, 1, 2);
    assertThat(limited(0, 2, 4, 100)).containsExactly(0, 2, 4, 6);
  }

  @Test
  void forecastsWithinReachAndMissingOnesStay() {
    assertThat(limited(1, 2, 5)).containsExactly(1, 2, 5);
    assertThat(limited(NAN, 1, 2, 100)).containsExactly(NAN, 1, 2, 5);
  }

  @Test
  void ofTwoForecastsNobodyKnowsWhichIsAstray() {
    assertThat(limited(1, 100)).containsExactly(1, 100);
    assertThat(limited(1, NAN, 100)).containsExactly(1, NAN, 100);
    assertThat(limited(NAN, NAN, NAN)).containsOnly(NAN);
  }
}
