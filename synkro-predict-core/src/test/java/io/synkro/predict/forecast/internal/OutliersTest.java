package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Frequency;
import org.junit.jupiter.api.Test;

/** Spread 1, so that forecasts may lie 3 from their median; demand of 1 to 2 was seen. */
class OutliersTest {
  private static final double NAN = Double.NaN;

  private static double[] limited(double... forecasts) {
    new Outliers(1, 1, 2).limit(forecasts);
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
  void whatWasSeenMayReturn() {
    double[] forecasts = {10, 11, 50, 100};
    new Outliers(1, 4, 60).limit(forecasts);
    assertThat(forecasts).containsExactly(10, 11, 50, 60);
    double[] low = {-3, 10, 11};
    new Outliers(1, 4, 60).limit(low);
    assertThat(low).containsExactly(4, 10, 11);
    Outliers seen = Outliers.of(new double[] {NAN, 3, 9}, Frequency.DAILY);
    assertThat(seen.least()).isEqualTo(3);
    assertThat(seen.most()).isEqualTo(9);
  }

  @Test
  void ofTwoForecastsNobodyKnowsWhichIsAstray() {
    assertThat(limited(1, 100)).containsExactly(1, 100);
    assertThat(limited(1, NAN, 100)).containsExactly(1, NAN, 100);
    assertThat(limited(NAN, NAN, NAN)).containsOnly(NAN);
  }
}
