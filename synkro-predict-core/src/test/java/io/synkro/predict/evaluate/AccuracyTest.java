package io.synkro.predict.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Expected values are worked out by hand beside each test. */
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
  void pinballWeighsMissesByTheirSide() {
    // level 0.9: under-forecast by 2 costs 1.8, over-forecast by 1 costs 0.1; mean 0.95
    double loss = Accuracy.pinball(new double[] {5, 4}, new double[] {3, 5}, 0.9);
    assertThat(loss).isCloseTo(0.95, within(1e-12));
  }

  @Test
  void aForecastThatIsNotANumberIsNoGoodForecast() {
    double[] unknown = {Double.NaN, 4};
    assertThat(Accuracy.pinball(new double[] {5, 4}, unknown, 0.9)).isNaN();
    assertThat(Accuracy.mae(new double[] {5, 4}, unknown)).isNaN();
    assertThat(Accuracy.coverage(new double[] {5, 4}, unknown, new double[] {9, 9}))
        .isEqualTo(1 / 2.0);
    assertThat(Accuracy.pinball(new double[] {Double.NaN, 4}, new double[] {3, 4}, 0.9)).isZero();
  }

  @Test
  void coverageCountsBothEnds() {
    double[] lower = {3, 1, 0, 0, 3};
    double[] upper = {4, 2, 5, 9, 4};
    assertThat(Accuracy.coverage(ACTUAL, lower, upper)).isEqualTo(2 / 4.0);
  }

  @Test
  void lengthsThatDifferAreRefused() {
    assertThatThrownBy(() -> Accuracy.mae(new double[2], new double[3]))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("forecast.length (3)");
  }

  @Property
  void medianPinballIsHalfTheAbsoluteError(
      @ForAll @Size(5) List<@DoubleRange(min = -1e6, max = 1e6) Double> actual,
      @ForAll @Size(5) List<@DoubleRange(min = -1e6, max = 1e6) Double> forecast) {
    assertThat(Accuracy.pinball(array(actual), array(forecast), 0.5))
        .isCloseTo(Accuracy.mae(array(actual), array(forecast)) / 2, within(1e-6));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
