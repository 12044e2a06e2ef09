package io.synkro.predict.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Expected values without another source are worked out by hand beside each test. */
class AccuracyTest {
  private static final double[] ACTUAL = {3, 0, 5, Double.NaN, 2};
  private static final double[] FORECAST = {2, 1, 7, 100, 2};

  @Test
  void absoluteErrorsAreAveragedOverObservedSteps() {
    assertThat(Accuracy.mae(ACTUAL, FORECAST)).isEqualTo((1 + 1 + 2 + 0) / 4.0);
    assertThat(Accuracy.wape(ACTUAL, FORECAST)).isEqualTo(4 / 10.0);
    assertThat(Accuracy.bias(ACTUAL, FORECAST)).isEqualTo((-1 + 1 + 2 + 0) / 10.0);
  }

  @Test
  void squaredErrorsAreAveragedOverObservedSteps() {
    assertThat(Accuracy.rmse(ACTUAL, FORECAST)).isCloseTo(Math.sqrt(6 / 4.0), within(1e-12));
  }

  @Test
  void scaledErrorsUseTheChangesOfTheHistory() {
    double[] history = {1, 3, 2, 6};
    // seasonal changes of 2 steps: |2-1|, |6-3| -> mean 2; mae of the forecast is 1
    assertThat(Accuracy.mase(history, 2, ACTUAL, FORECAST)).isCloseTo(0.5, within(1e-12));
    // squared one-step changes: 4, 1, 16 -> mean 7; mse of the forecast is 1.5
    assertThat(Accuracy.rmsse(history, ACTUAL, FORECAST))
        .isCloseTo(Math.sqrt(1.5 / 7), within(1e-12));
  }

  @Test
  void measuresWithoutAScaleAreNotDefined() {
    double[] flat = {2, 2, 2};
    assertThat(Accuracy.mase(flat, 1, ACTUAL, FORECAST)).isNaN();
    assertThat(Accuracy.rmsse(flat, ACTUAL, FORECAST)).isNaN();
    assertThat(Accuracy.wape(new double[2], new double[2])).isNaN();
    assertThat(Accuracy.mae(new double[] {Double.NaN}, new double[1])).isNaN();
  }

  @Test
  void percentagesAreTakenOfObservedSteps() {
    double[] actual = {10, Double.NaN, 20, 0};
    double[] forecast = {12, 1, 15, 0};
    assertThat(Accuracy.mape(actual, forecast)).isCloseTo((20 + 25 + 0) / 3.0, within(1e-12));
    // 200 * 2 / 22, 200 * 5 / 35, and no error where both are zero
    assertThat(Accuracy.smape(actual, forecast))
        .isCloseTo((400 / 22.0 + 1000 / 35.0) / 3, within(1e-12));
    assertThat(Accuracy.mape(ACTUAL, FORECAST)).isInfinite(); // 1 was forecast, 0 sold
    assertThat(Accuracy.smape(new double[] {0, -4}, new double[] {7, 4})).isEqualTo(200);
    assertThat(Accuracy.mape(new double[0], new double[0])).isNaN();
    assertThat(Accuracy.smape(new double[] {Double.NaN}, new double[1])).isNaN();
  }

  @Test
  void monthlyValuesAreThoseOfR() {
    // R forecast 8.20: accuracy(snaive(1949-1950, h = 12), 1951) of AirPassengers
    double[] history = {
      112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118,
      115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140
    };
    double[] actual = {145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166};
    double[] forecast = Arrays.copyOfRange(history, 12, 24);
    assertThat(Accuracy.rmse(actual, forecast)).isCloseTo(31.061766423262753, within(1e-12));
    assertThat(Accuracy.mae(actual, forecast)).isEqualTo(30.5);
    assertThat(Accuracy.mape(actual, forecast)).isCloseTo(18.085804931574923, within(1e-12));
    assertThat(Accuracy.mase(history, 12, actual, forecast))
        .isCloseTo(2.3461538461538463, within(1e-12));
  }

  @Test
  void yearlyValuesAreThoseOfR() {
    // R forecast 8.20: accuracy(naive(first 15, h = 4), last 4) of uspop
    double[] history = {
      3.93, 5.31, 7.24, 9.64, 12.9, 17.1, 23.2, 31.4, 39.8, 50.2, 62.9, 76, 92, 105.7, 122.8
    };
    double[] actual = {131.7, 151.3, 179.3, 203.2};
    double[] forecast = {122.8, 122.8, 122.8, 122.8};
    assertThat(Accuracy.rmse(actual, forecast)).isCloseTo(51.35141185985056, within(1e-12));
    assertThat(Accuracy.mape(actual, forecast)).isCloseTo(24.168223376997215, within(1e-12));
    assertThat(Accuracy.mase(history, 1, actual, forecast))
        .isCloseTo(5.132077058971987, within(1e-12));
  }

  @Test
  void aForecastThatIsNotANumberIsNoGoodForecast() {
    double[] unknown = {Double.NaN, 4};
    assertThat(Accuracy.mae(new double[] {5, 4}, unknown)).isNaN();
    assertThat(Accuracy.smape(new double[] {5, 4}, unknown)).isNaN();
    assertThat(Accuracy.mae(new double[] {Double.NaN, 4}, unknown)).isZero();
  }

  @Test
  void lengthsThatDifferAreRefused() {
    assertThatThrownBy(() -> Accuracy.mae(new double[2], new double[3]))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("forecast.length (3)");
  }
}
