package io.synkro.predict.univariate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.univariate.PublicSeries;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CesSearchTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({ // statsforecast 1.5, cesmodel(...)["aicc"], in doubles
    "AIR, NONE, 1753.437695197514",
    "AIR, SIMPLE, 1589.5174439283535",
    "AIR, PARTIAL, 1490.64405598954",
    "AIR, FULL, 1433.360688161396",
    "DEATHS, NONE, 1265.7875997469223",
    "DEATHS, SIMPLE, 1198.0554361417076",
    "DEATHS, PARTIAL, 1114.3601524381536",
    "DEATHS, FULL, 1116.5184523568785"
  })
  void reachesTheCriterionOfStatsforecast(String series, CesType type, double aicc) {
    double[] values =
        series.equals("AIR") ? PublicSeries.airPassengers() : PublicSeries.accidentalDeaths();
    assertThat(CesSearch.search(values, type, 12).aicc()).isBetween(aicc - 0.1, aicc + 1e-6);
  }
}
