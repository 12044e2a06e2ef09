package io.synkro.predict.univariate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.univariate.PublicSeries;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeasonalTestTest {
  /**
   * R 4.2, r = acf(x, 12)$acf, r[12] / sqrt((1 + 2 sum(r[1..11]^2)) / n): 2.49 for AirPassengers,
   * 2.75 for USAccDeaths and 1.28 for Nile, against 1.645.
   */
  @Test
  void tellsSeasonsFromNone() {
    assertThat(SeasonalTest.isSeasonal(PublicSeries.airPassengers(), 12)).isTrue();
    assertThat(SeasonalTest.isSeasonal(PublicSeries.accidentalDeaths(), 12)).isTrue();
    assertThat(SeasonalTest.isSeasonal(PublicSeries.nile(), 12)).isFalse();
  }

  @Test
  void findsNoneInShortOrConstantSeries() {
    double[] air = PublicSeries.airPassengers();
    assertThat(SeasonalTest.isSeasonal(Arrays.copyOf(air, 23), 12)).isFalse();
    assertThat(SeasonalTest.isSeasonal(air, 1)).isFalse();
    assertThat(SeasonalTest.isSeasonal(new double[48], 12)).isFalse();
  }
}
