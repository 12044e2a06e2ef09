package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeasonalDecompositionTest {
  /** R forecast 8.20: 1 - var(R) / var(T + R) and 1 - var(R) / var(S + R) of mstl(x). */
  @Test
  void measuresStrengthAsR() {
    SeasonalDecomposition air = Mstl.decompose(PublicSeries.airPassengers(), 12);
    assertThat(air.trendStrength()).isCloseTo(0.990955036766758, within(1e-9));
    assertThat(air.seasonalStrength(12)).isCloseTo(0.940672490310218, within(1e-9));
    SeasonalDecomposition deaths = Mstl.decompose(PublicSeries.accidentalDeaths(), 12);
    assertThat(deaths.trendStrength()).isCloseTo(0.802457009735051, within(1e-9));
    assertThat(deaths.seasonalStrength(12)).isCloseTo(0.944794464889156, within(1e-9));
  }

  /** R 4.2: 1 - var(Nile - s) / var(Nile) with s = supsmu(1:100, Nile)$y. */
  @Test
  void measuresTheTrendOfASeriesWithoutASeason() {
    SeasonalDecomposition nile = Mstl.decompose(PublicSeries.nile());
    assertThat(nile.trendStrength()).isCloseTo(0.487874548030413, within(1e-6));
  }

  @Test
  void findsNoStrengthInAConstant() {
    double[] constant = new double[48];
    Arrays.fill(constant, 0.1);
    SeasonalDecomposition parts = Mstl.decompose(constant, 12);
    assertThat(parts.trendStrength()).isZero();
    assertThat(parts.seasonalStrength(12)).isZero();
    assertThat(Mstl.decompose(new double[] {3}, 12).trendStrength()).isZero();
  }

  @Test
  void addsUp() {
    double[] values = PublicSeries.airPassengers();
    SeasonalDecomposition parts = Mstl.decompose(values, 4, 12);
    double[] remainder = parts.remainder();
    for (int t = 0; t < values.length; t++) {
      double sum = parts.trend()[t] + parts.seasonal(4)[t] + parts.seasonal(12)[t] + remainder[t];
      assertThat(sum).isCloseTo(values[t], within(1e-9));
    }
    assertThatThrownBy(() -> parts.seasonal(7)).isInstanceOf(InvalidInputException.class);
  }
}
