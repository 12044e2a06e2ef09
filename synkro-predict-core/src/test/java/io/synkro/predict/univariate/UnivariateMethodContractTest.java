package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every method promises, whatever it is given: extend it with the method to be held to it. */
abstract class UnivariateMethodContractTest {
  private static final int[] LENGTHS = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 19, 23, 24, 25, 30, 37, 48, 60
  };
  private static final int[] SEASONS = {1, 4, 12};

  /**
   * Returns the method that is tested.
   *
   * @return one of fixed settings
   */
  abstract UnivariateMethod method();

  /**
   * Says whether the method forecasts a series of equal values by that value.
   *
   * @return false for methods whose forecast is on purpose another, such as a bias correction
   */
  boolean holdsConstants() {
    return true;
  }

  @Test
  void hasAName() {
    assertThat(method().name()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.1e15})
  void refusesValuesItCannotUse(double value) {
    double[] values = {1, 2, 3, value, 5, 6, 7, 8};
    assertThatThrownBy(() -> method().fit(values, 1)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> method().fit(values, 4)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void refusesNoValuesAndNoSeason() {
    assertThatThrownBy(() -> method().fit(new double[0], 1))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> method().fit(new double[] {1, 2, 3}, 0))
        .isInstanceOf(InvalidInputException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.1e15})
  void refusesNewerValuesItCannotUse(double value) {
    UnivariateFit fit = method().fit(Shape.SEASONAL.values(30, 4), 4);
    assertThatThrownBy(() -> fit.after(3, value)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void refusesToForecastNoStep() {
    UnivariateFit fit = method().fit(Shape.SEASONAL.values(30, 4), 4);
    assertThatThrownBy(() -> fit.forecast(0)).isInstanceOf(InvalidInputException.class);
  }

  @ParameterizedTest
  @EnumSource
  void givesFiniteForecastsOfTheRightLength(Shape shape) {
    for (int season : SEASONS) {
      for (int length : LENGTHS) {
        UnivariateFit fit = method().fit(shape.values(length, season), season);
        String where = "%s %d %d %s".formatted(shape, length, season, fit.text());
        assertThat(fit.text()).isNotBlank();
        assertThat(fit.fitted()).as(where).hasSize(length);
        requireFinite(fit.forecast(100), 100, where);
        requireFinite(fit.forecast(1), 1, where);
        requireFinite(fit.after(-1e15, Double.NaN, 1e15, 0).forecast(30), 30, where);
        for (Map.Entry<String, Double> parameter : fit.parameters().entrySet()) {
          assertThat(parameter.getValue()).as(where + " " + parameter.getKey()).isFinite();
        }
      }
    }
  }

  private static void requireFinite(double[] forecast, int steps, String where) {
    assertThat(forecast).as(where).hasSize(steps);
    assertThat(Arrays.stream(forecast).allMatch(Double::isFinite)).as(where).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -3, 7.1, 0.001, 1e6})
  void goesOnWithAConstant(double constant) {
    for (int season : SEASONS) {
      for (int length : LENGTHS) {
        double[] values = new double[length];
        Arrays.fill(values, constant);
        UnivariateFit fit = method().fit(values, season);
        if (holdsConstants()) {
          double tolerance = 1e-6 * Math.max(1, Math.abs(constant));
          String where = "%d %d %s".formatted(length, season, fit.text());
          for (double value : fit.forecast(24)) {
            assertThat(value).as(where).isCloseTo(constant, within(tolerance));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesEqualBitsForEqualValuesAndLeavesThemAlone(Shape shape) {
    for (int length : new int[] {1, 5, 31}) {
      double[] values = shape.values(length, 4);
      double[] before = values.clone();
      UnivariateFit first = method().fit(values, 4);
      UnivariateFit second = method().fit(values.clone(), 4);
      assertThat(values).containsExactly(before);
      requireEqualBits(first.forecast(9), second.forecast(9));
      requireEqualBits(first.fitted(), second.fitted());
      assertThat(first.parameters()).isEqualTo(second.parameters());
      assertThat(first.text()).isEqualTo(second.text());
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesItsArraysAway(Shape shape) {
    UnivariateFit fit = method().fit(shape.values(31, 4), 4);
    double[] forecast = fit.forecast(9);
    double[] fitted = fit.fitted();
    Arrays.fill(fit.forecast(9), 42);
    Arrays.fill(fit.fitted(), 42);
    double[] newer = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    UnivariateFit later = fit.after(newer);
    double[] ofLater = later.forecast(9);
    Arrays.fill(newer, 42);
    requireEqualBits(fit.forecast(9), forecast);
    requireEqualBits(fit.fitted(), fitted);
    requireEqualBits(later.forecast(9), ofLater);
  }

  @ParameterizedTest
  @EnumSource
  void goesOnValueByValueAsWithAll(Shape shape) {
    double[] values = shape.values(60, 4);
    double[] newer = Arrays.copyOfRange(values, 40, 60);
    newer[3] = Double.NaN;
    newer[4] = Double.NaN;
    newer[19] = Double.NaN;
    UnivariateFit fit = method().fit(Arrays.copyOf(values, 40), 4);
    UnivariateFit one = fit;
    for (double value : newer) {
      one = one.after(value);
    }
    UnivariateFit all = fit.after(newer);
    requireEqualBits(one.forecast(13), all.forecast(13));
    requireEqualBits(fit.after().forecast(13), fit.forecast(13));
    requireEqualBits(all.fitted(), fit.fitted());
    assertThat(all.parameters()).isEqualTo(fit.parameters());
    assertThat(all.text()).isEqualTo(fit.text());
  }

  @ParameterizedTest
  @EnumSource
  void goesOnAsForecastOverAValueThatWasNotObserved(Shape shape) {
    for (int length : new int[] {1, 3, 7, 40}) {
      double[] values = shape.values(length, 4);
      UnivariateFit fit = method().fit(values, 4);
      double[] expected = fit.forecast(14);
      double[] actual = fit.after(Double.NaN, Double.NaN).forecast(12);
      double size = Arrays.stream(values).map(Math::abs).max().orElseThrow();
      for (int h = 0; h < 12; h++) {
        assertThat(actual[h])
            .as("%d %s %d", length, fit.text(), h)
            .isCloseTo(expected[h + 2], within(1e-9 * Math.max(size, Math.abs(expected[h + 2]))));
      }
    }
  }

  private static void requireEqualBits(double[] actual, double[] expected) {
    // of assertThat(double[]) NaN is equal to NaN, and 0 differs from -0
    assertThat(actual).containsExactly(expected);
  }

  /** Series that are hard on an estimator. */
  enum Shape {
    ZEROS,
    ONE_AT_THE_END,
    ONE_AT_THE_START,
    INTERMITTENT,
    HUGE,
    HUGE_AND_ALTERNATING,
    TINY,
    RISING,
    FALLING_BELOW_ZERO,
    GROWING,
    COLLAPSING,
    STEP,
    NOISE,
    SEASONAL,
    ALMOST_CONSTANT;

    double[] values(int length, int season) {
      double[] values = new double[length];
      for (int t = 0; t < length; t++) {
        values[t] = value(t, length, season);
      }
      return values;
    }

    private double value(int t, int length, int season) {
      double noise = Math.floorMod((t + 1) * 7919L * (t + 31), 101) / 101.0;
      return switch (this) {
        case ZEROS -> 0;
        case ONE_AT_THE_END -> t == length - 1 ? 1 : 0;
        case ONE_AT_THE_START -> t == 0 ? 1 : 0;
        case INTERMITTENT -> noise < 0.8 ? 0 : Math.ceil(10 * noise);
        case HUGE -> 1e15 * (1 - 0.1 * noise);
        case HUGE_AND_ALTERNATING -> t % 2 == 0 ? 1e15 : -1e15;
        case TINY -> 1e-300 * (1 + noise);
        case RISING -> 10 + 3 * t;
        case FALLING_BELOW_ZERO -> 20 - 1.5 * t + noise;
        case GROWING -> Math.min(1e15, StrictMath.pow(1.8, t));
        case COLLAPSING -> StrictMath.pow(0.3, t);
        case STEP -> t < length / 2 ? 10 : 1e6;
        case NOISE -> noise - 0.5;
        case SEASONAL -> 100 + t + 50.0 * (t % season) / season + noise;
        case ALMOST_CONSTANT -> 1e6 + 1e-9 * noise;
      };
    }
  }
}
