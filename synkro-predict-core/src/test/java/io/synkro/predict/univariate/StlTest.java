package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StlTest {
  private static final double[] AIR = PublicSeries.airPassengers();

  /** R 4.2: stl(AirPassengers, s.window = 11)$time.series. */
  @Test
  void splitsAsR() {
    SeasonalDecomposition parts = Stl.of(11).decompose(AIR, 12);
    requireParts(parts, 0, -16.9770740863708, 123.145056928086);
    requireParts(parts, 2, 7.52094222570464, 124.305081551714);
    requireParts(parts, 143, -44.1963249789503, 496.683254025195);
    assertThat(parts.remainder()[143]).isCloseTo(-20.4869290462447, within(1e-9));
  }

  /** statsmodels 0.13.5: STL(..., 12, seasonal=7, seasonal_deg=0, robust=True), jumps 1, 3, 2. */
  @Test
  void isRobustAsStatsmodels() {
    SeasonalDecomposition parts = Stl.of(7).robust().decompose(AIR, 12);
    requireParts(parts, 0, -13.29013316, 122.87607003);
    requireParts(parts, 99, -8.14337344, 356.19440037);
  }

  private static void requireParts(
      SeasonalDecomposition parts, int t, double seasonal, double trend) {
    assertThat(parts.seasonal(12)[t]).isCloseTo(seasonal, within(1e-8));
    assertThat(parts.trend()[t]).isCloseTo(trend, within(1e-8));
  }

  /** R 4.2: stl(AirPassengers, s.window = "periodic")$time.series. */
  @Test
  void splitsWithAPeriodicSeasonAsR() {
    SeasonalDecomposition parts = Stl.periodic().decompose(AIR, 12);
    requireParts(parts, 0, -25.4977183397736, 127.187348437257);
    requireParts(parts, 99, -8.29905418525078, 360.990024627648);
    requireParts(parts, 143, -31.7405155016501, 497.429905051779);
    assertThat(parts.seasonal(12)[132]).isEqualTo(parts.seasonal(12)[0]);
  }

  @Test
  void refusesWhatItCannotUse() {
    assertThatThrownBy(() -> Stl.of(4)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> Stl.of(1)).isInstanceOf(InvalidInputException.class);
    Stl stl = Stl.of(7);
    double[] two = Arrays.copyOf(AIR, 24);
    assertThatThrownBy(() -> stl.decompose(two, 12)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> stl.decompose(two, 1)).isInstanceOf(InvalidInputException.class);
  }
}
