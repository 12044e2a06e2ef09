package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Values of R forecast 8.20: {@code naive}, {@code snaive}, {@code rwf}, {@code meanf}. */
class NaiveMethodsTest {
  private static final double[] NILE = ClassicSeries.values("Nile");
  private static final double[] DEATHS = ClassicSeries.values("USAccDeaths");

  @Test
  void forecastAsTheReference() {
    assertThat(new Naive().fit(NILE, 1).forecast(2)).containsExactly(740, 740);
    assertThat(new SeasonalNaive().fit(DEATHS, 12).forecast(14))
        .startsWith(7836, 6892, 7791)
        .endsWith(9240, 7836, 6892);
    assertThat(new Drift().fit(NILE, 1).forecast(2))
        .containsExactly(new double[] {736.161616161616, 732.323232323232}, within(1e-9));
    assertThat(new Mean().fit(NILE, 1).forecast(2))
        .containsExactly(new double[] {919.35, 919.35}, within(1e-9));
    // the last three values are 718, 714 and 740
    assertThat(new WindowAverage(3).fit(NILE, 1).forecast(1))
        .containsExactly(new double[] {724}, within(1e-9));
  }

  @Test
  void fitAsTheReference() {
    assertThat(new SeasonalNaive().fit(DEATHS, 12).fitted())
        .startsWith(Double.NaN, Double.NaN)
        .endsWith(8850, 8265, 8796);
    assertThat(new Drift().fit(NILE, 1).fitted()[1]).isCloseTo(1116.16161616162, within(1e-9));
    assertThat(new Naive().fit(NILE, 1).fitted()[99]).isEqualTo(714);
  }

  @Test
  void takeTheNearestSimplerMethodForShortSeries() {
    double[] values = Arrays.copyOf(DEATHS, 23);
    assertThat(new SeasonalNaive().fit(values, 12).text()).isEqualTo("Naive");
    assertThat(new Drift().fit(Arrays.copyOf(NILE, 1), 1).text()).isEqualTo("Naive");
    assertThat(new WindowAverage(5).fit(Arrays.copyOf(NILE, 2), 1).text())
        .isEqualTo("Window average (2)");
    assertThatThrownBy(() -> new WindowAverage(0)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void goOnWithNewerValues() {
    UnivariateFit seasonal = new SeasonalNaive().fit(new double[] {1, 2, 3, 4, 5, 6}, 3);
    assertThat(seasonal.after(7, Double.NaN, 9, 10).forecast(3)).containsExactly(5, 9, 10);
    UnivariateFit window = new WindowAverage(2).fit(new double[] {1, 2, 3}, 1);
    assertThat(window.after(5, Double.NaN).forecast(1)).containsExactly(4);
    assertThat(window.after(5, 6, 8).forecast(1)).containsExactly(7);
    UnivariateFit drift = new Drift().fit(new double[] {1, 2, 3}, 1);
    assertThat(drift.after(Double.NaN, 7, Double.NaN).forecast(1)).containsExactly(9);
  }
}
