package io.synkro.predict.univariate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.univariate.PublicSeries;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClassicalSeasonTest {
  /** R 4.2: decompose(AirPassengers, "multiplicative")$figure. */
  @Test
  void findsTheFactorsOfR() {
    ClassicalSeason season = ClassicalSeason.multiplicative(PublicSeries.airPassengers(), 12);
    assertThat(season.text()).isEqualTo("multiplicative season");
    assertThat(season.indices())
        .containsExactly(
            new double[] {
              0.910230367372201, 0.883625320694376, 1.00736628760355, 0.975906012322847,
              0.981378027495129, 1.11277582667927, 1.2265555429312, 1.21991096944562,
              1.06049193264682, 0.921757240410498, 0.801178082413474, 0.898824389985011
            },
            within(1e-12));
    assertThat(season.restore(season.remove(118, 13), 13)).isCloseTo(118, within(1e-12));
  }

  /** R 4.2: decompose(ts(AirPassengers[1:60], frequency = 5))$figure, an odd season. */
  @Test
  void findsTheIndicesOfR() {
    double[] values = Arrays.copyOf(PublicSeries.airPassengers(), 60);
    assertThat(ClassicalSeason.additive(values, 5).indices())
        .containsExactly(
            new double[] {
              1.02636363636364,
              0.553636363636363,
              -1.48727272727273,
              2.80818181818182,
              -2.90090909090909
            },
            within(1e-11));
  }

  @Test
  void addsWhereItCannotMultiply() {
    double[] zeros = PublicSeries.airPassengers();
    zeros[7] = 0;
    assertThat(ClassicalSeason.multiplicative(zeros, 12).text()).isEqualTo("additive season");
    double[] small = new double[24];
    for (int t = 0; t < 24; t++) {
      small[t] = t % 4 == 0 ? 0.001 : 100;
    }
    assertThat(ClassicalSeason.multiplicative(small, 4).text()).isEqualTo("additive season");
    assertThat(ClassicalSeason.none().text()).isEqualTo("no season");
  }
}
