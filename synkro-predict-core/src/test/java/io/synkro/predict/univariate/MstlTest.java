package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MstlTest {
  private static final int[] WEEK = {1, 3, -2, 0, 5, -4, -3};

  private static double[] twoSeasons(int length) {
    double[] values = new double[length];
    Arrays.setAll(
        values, t -> 10 + 0.01 * t + WEEK[t % 7] + 2 * ((t * t) % 11) / 11.0 + (t % 30) / 10.0);
    return values;
  }

  /** R forecast 8.20: mstl(msts(y, c(7, 30))) of the same series. */
  @Test
  void splitsTwoSeasonsAsR() {
    SeasonalDecomposition parts = Mstl.decompose(twoSeasons(400), 30, 7);
    assertThat(parts.seasons()).containsExactly(7, 30);
    requireParts(parts, 0, 12.1141332164013, 0.9777572499168683, -1.382804098998979);
    requireParts(parts, 199, 14.1688703716695, 0.0393939107469019, 0.381114664139904);
    requireParts(parts, 399, 16.1674954766084, 1.123493091315422, -0.391392545137215);
    assertThat(parts.remainder()[399]).isCloseTo(0.626767613577019, within(1e-9));
  }

  private static void requireParts(
      SeasonalDecomposition parts, int t, double trend, double week, double month) {
    assertThat(parts.trend()[t]).isCloseTo(trend, within(1e-9));
    assertThat(parts.seasonal(7)[t]).isCloseTo(week, within(1e-9));
    assertThat(parts.seasonal(30)[t]).isCloseTo(month, within(1e-9));
  }

  @Test
  void leavesSeasonsOutThatAreTooLong() {
    assertThat(Mstl.decompose(twoSeasons(60), 7, 30, 1).seasons()).containsExactly(7);
    assertThat(Mstl.decompose(twoSeasons(5), 7).seasons()).isEmpty();
    Mstl method = Mstl.of(Theta.standard(), 30);
    assertThat(method.fit(twoSeasons(400), 7).text()).isEqualTo("MSTL([7, 30]), Theta, no season");
    assertThat(method.fit(twoSeasons(10), 7).text()).isEqualTo("Theta, no season");
    assertThatThrownBy(() -> Mstl.of(Theta.standard(), 1))
        .isInstanceOf(InvalidInputException.class);
  }

  /** The seasons go on as they were last; R: stlf with snaive of the seasons. */
  @Test
  void forecastsTheRestAndRepeatsTheSeasons() {
    double[] values = twoSeasons(400);
    SeasonalDecomposition parts = Mstl.decompose(values, 7, 30);
    UnivariateFit rest = Theta.standard().fit(parts.adjusted(), 1);
    double[] forecast = Mstl.of(Theta.standard(), 30).fit(values, 7).forecast(40);
    for (int h = 0; h < 40; h++) {
      double seasons = parts.seasonal(7)[393 + h % 7] + parts.seasonal(30)[370 + h % 30];
      assertThat(forecast[h]).isCloseTo(rest.forecast(40)[h] + seasons, within(1e-9));
    }
  }
}
