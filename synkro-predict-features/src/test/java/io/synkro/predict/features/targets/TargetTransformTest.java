package io.synkro.predict.features.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTransformTest {
  private static final double NAN = Double.NaN;

  @Test
  void scalesByWhatItSays() {
    double[] history = {2, NAN, -4, 6};
    assertThat(one(TargetTransform.scaleByMeanAbsolute(), history)).isEqualTo(1 / 4.0);
    assertThat(one(TargetTransform.scaleByRecentMean(2), history)).isEqualTo(1 / 5.0);
    assertThat(one(TargetTransform.scaleByRecentMean(3), history)).isEqualTo(1 / 5.0);
    assertThat(one(TargetTransform.scaleByRecentMean(99), history)).isEqualTo(1 / 4.0);
    assertThat(one(TargetTransform.scaleBy(8), history)).isEqualTo(1 / 8.0);
    // 2, 4, 4, 4, 5, 5, 7, 9 has a standard deviation of 2 (Wikipedia, "Standard deviation")
    double[] example = {2, 4, 4, 4, 5, 5, 7, 9};
    assertThat(one(TargetTransform.scaleByStandardDeviation(), example)).isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 7.3e-5, 1e200, NAN})
  void aSeriesWithoutSpreadHasTheScaleOne(double constant) {
    double[] history = new double[1000];
    Arrays.fill(history, constant);
    assertThat(one(TargetTransform.scaleByStandardDeviation(), history)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, NAN, Double.MIN_VALUE})
  void aSeriesWithoutDemandHasTheScaleOne(double constant) {
    for (double[] history : new double[][] {{}, {constant}, {constant, constant, constant}}) {
      assertThat(one(TargetTransform.scaleByMeanAbsolute(), history)).isEqualTo(1);
      assertThat(one(TargetTransform.scaleByRecentMean(2), history)).isEqualTo(1);
      assertThat(one(TargetTransform.scaleByStandardDeviation(), history)).isEqualTo(1);
    }
    // no demand of late is no demand for this scale
    assertThat(one(TargetTransform.scaleByRecentMean(2), new double[] {9, 0, 0})).isEqualTo(1);
  }

  @Test
  void logarithmRefusesWhatHasNone() {
    TargetTransform log = TargetTransform.log1p();
    assertThatThrownBy(() -> log.fit(new double[] {3, NAN, -1}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "demand at position 2 (-1.0) must be above -1 and finite for a logarithm."
                + " Maybe treat returns apart from demand.");
    FittedTarget fitted = log.fit(new double[0]);
    assertThatThrownBy(() -> fitted.transform(new double[] {-1.5}))
        .isInstanceOf(InvalidInputException.class);
    assertThat(fitted.transform(new double[] {0, Math.E - 1, -0.5, NAN}))
        .containsExactly(0, 1, Math.log(0.5), NAN);
    assertThat(fitted.invert(new double[] {-1e9, 0, 1000}))
        .containsExactly(-1, 0, Double.POSITIVE_INFINITY);
  }

  @Test
  void powerOfBoxAndCox() {
    FittedTarget root = TargetTransform.boxCox(0.5).fit(new double[] {1, 2});
    assertThat(root.transform(new double[] {0, 1, 4, 9, NAN})).containsExactly(-2, 0, 2, 4, NAN);
    assertThat(root.invert(new double[] {-3, -2, 4, NAN})).containsExactly(0, 0, 9, NAN);
    assertThatThrownBy(() -> root.transform(new double[] {-0.1}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("position 0 (-0.1) must be zero or positive");
    assertThatThrownBy(() -> TargetTransform.boxCox(0)).hasMessageContaining("log1p()");
  }

  @Test
  void differencesContinueFromTheLatestValueOfTheSeason() {
    FittedTarget weekly = TargetTransform.difference(3).fit(new double[] {10, 20, 30, 11, NAN, 31});
    assertThat(weekly.transformHistory(new double[] {10, 20, 30, 11, NAN, 31}))
        .containsExactly(NAN, NAN, NAN, 1, NAN, 1);
    assertThat(weekly.invert(new double[] {1, 1, 1, 1, NAN, 1}))
        .containsExactly(12, 21, 32, 13, NAN, 33);
  }

  @Test
  void aHistoryShorterThanTheSeasonLendsItsLastValue() {
    FittedTarget yearly = TargetTransform.difference(4).fit(new double[] {5, 8, NAN});
    // steps 3 to 6 are positions 3, 0, 1, 2 of the season
    assertThat(yearly.invert(new double[] {0, 0, 0, 0, 1})).containsExactly(8, 5, 8, 8, 9);
    assertThat(yearly.transformHistory(new double[] {5, 8, NAN})).containsOnly(NAN);
    FittedTarget empty = TargetTransform.difference().fit(new double[] {NAN});
    assertThat(empty.invert(new double[] {2, 3})).containsExactly(2, 5);
  }

  @Test
  void callsDoNotSeeOneAnother() {
    FittedTarget fitted = TargetTransform.difference(2).fit(new double[] {1, 2});
    double[] forecast = {1, 1, 1, 1};
    assertThat(fitted.invert(forecast)).isEqualTo(fitted.invert(forecast));
    assertThat(fitted.transform(forecast)).isEqualTo(fitted.transform(forecast));
    assertThat(forecast).containsOnly(1);
  }

  @Test
  void definitionsTellTransformsApart() {
    TargetTransform chain =
        TargetTransform.of(
            TargetTransform.scaleByRecentMean(28),
            TargetTransform.of(TargetTransform.log1p(), TargetTransform.difference(7)));
    assertThat(chain.definition()).isEqualTo("scale(recent_mean, 28.0) | log1p | difference(7)");
    assertThat(
            TargetTransform.of(
                TargetTransform.scaleByMeanAbsolute(),
                TargetTransform.scaleByStandardDeviation(),
                TargetTransform.scaleBy(2),
                TargetTransform.boxCox(0.5)))
        .extracting(TargetTransform::definition)
        .isEqualTo(
            "scale(mean_absolute) | scale(standard_deviation) | scale(level, 2.0)"
                + " | box_cox(0.5)");
  }

  @Test
  void refusesInfiniteDemandAndNoTransforms() {
    double[] infinite = {1, Double.POSITIVE_INFINITY};
    assertThatThrownBy(() -> TargetTransform.difference().fit(infinite))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("position 1 (Infinity) must be finite");
    assertThatThrownBy(() -> TargetTransform.scaleByMeanAbsolute().fit(infinite))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(TargetTransform::of).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> TargetTransform.difference(0)).hasMessageContaining("lag (0)");
    assertThatThrownBy(() -> TargetTransform.scaleBy(0)).hasMessageContaining("level (0)");
  }

  private static double one(TargetTransform transform, double[] history) {
    return transform.fit(history).transform(new double[] {1})[0];
  }
}
