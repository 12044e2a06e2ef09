package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CesTest {
  /** statsforecast 1.5 in doubles, forecast_ces(cesmodel(x, m, type), 3). */
  @Test
  void forecastsAsStatsforecast() {
    requireForecast(
        Ces.full().fit(PublicSeries.airPassengers(), 12),
        453.0182204709558,
        429.32291765030044,
        488.62766960063624);
    requireForecast(
        Ces.partial().fit(PublicSeries.accidentalDeaths(), 12),
        8303.137446025296,
        7567.709982484205,
        8342.427622194917);
    requireForecast(
        Ces.simple().fit(PublicSeries.accidentalDeaths(), 12),
        7975.288737910516,
        7198.851849813148,
        7951.469695026721);
    requireForecast(
        Ces.automatic().fit(PublicSeries.nile(), 1),
        800.1277579715467,
        797.5095308888634,
        794.1923272118432);
  }

  private static void requireForecast(UnivariateFit fit, double... expected) {
    double[] actual = fit.forecast(3);
    for (int h = 0; h < 3; h++) {
      assertThat(actual[h]).as(fit.text()).isCloseTo(expected[h], within(1e-3 * expected[h]));
    }
  }

  /** By the least AICc of statsforecast 1.5, as in CesSearchTest. */
  @Test
  void choosesTheSeason() {
    assertThat(Ces.automatic().fit(PublicSeries.airPassengers(), 12).text()).isEqualTo("CES(full)");
    UnivariateFit deaths = Ces.automatic().fit(PublicSeries.accidentalDeaths(), 12);
    assertThat(deaths.text()).isEqualTo("CES(partial)");
    assertThat(deaths.parameters()).containsOnlyKeys("alpha0", "alpha1", "beta0");
  }

  @Test
  void fallsBackWhenTheSeriesIsShort() {
    double[] air = PublicSeries.airPassengers();
    assertThat(Ces.automatic().fit(Arrays.copyOf(air, 23), 12).text()).isEqualTo("CES(none)");
    assertThat(Ces.full().fit(air, 1).text()).isEqualTo("CES(none)");
    assertThat(Ces.automatic().fit(Arrays.copyOf(air, 4), 12).text()).isEqualTo("Mean");
  }

  @Test
  void holdsGrowthThatHasNoEnd() {
    double[] growing = new double[40];
    Arrays.setAll(growing, t -> StrictMath.pow(1.3, t));
    double[] forecast = Ces.automatic().fit(growing, 1).forecast(5000);
    double bound = growing[39] + 10 * (growing[39] - growing[0]);
    assertThat(forecast[4999]).isBetween(bound / 2, bound);
    assertThat(Arrays.stream(forecast).max().orElseThrow()).isEqualTo(forecast[4999]);
  }
}
