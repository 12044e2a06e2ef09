package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.forecast.DemandLevel;
import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.DemandSpread;
import io.synkro.predict.series.Frequency;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Quarters, so that a season has four steps; offsets are worked out in the head. */
class SeriesScaleTest {
  private static final double NAN = Double.NaN;

  private static SeriesScale changes(double... values) {
    return new SeriesScale(DemandScaling.DIFFERENCE, values, Frequency.QUARTERLY);
  }

  @Test
  void theOffsetIsTheTargetsSeasonPositionInTheLastKnownSeason() {
    SeriesScale scale = changes(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(scale.offset(8, 8)).isEqualTo(5);
    assertThat(scale.offset(8, 11)).isEqualTo(8);
    assertThat(scale.offset(8, 12)).isEqualTo(5);
    assertThat(scale.offset(8, 17)).isEqualTo(6); // a series that ended early looks as far ahead
    assertThat(scale.offset(6, 6)).isEqualTo(3); // nothing from the origin on is known
    assertThat(scale.offset(6, 9)).isEqualTo(6);
  }

  @Test
  void whereItIsMissingTheMeanOfTheLastSeasonStandsIn() {
    assertThat(changes(1, 2, 3, 4, NAN, 6, 7, 8).offset(8, 8)).isEqualTo(7);
    assertThat(changes(3).offset(1, 1)).isEqualTo(3);
    assertThat(changes(6, NAN, NAN, NAN, NAN).offset(5, 5)).isEqualTo(6);
    assertThat(changes(6).offset(0, 0)).isZero();
  }

  @Test
  void changesAreInUnitsOfTheSpreadAndWeighAsMuchAsItWasLarger() {
    double[] values = {1, 9, 4, 4, 2, 7, 3, 5};
    SeriesScale scale = changes(values);
    double[] spreads = DemandSpread.beforeEach(values, Frequency.QUARTERLY);
    assertThat(scale.factor(6)).isEqualTo(spreads[6]);
    assertThat(scale.weight(6)).isCloseTo(spreads[6] / spreads[8], within(1e-12));
    assertThat(scale.weight(8)).isEqualTo(1);
    double[] calm = new double[40];
    calm[0] = 1000; // long ago, and 20 is the most that an example weighs
    assertThat(changes(calm).weight(2)).isEqualTo(20);
  }

  @Test
  void ratiosAreOfTheLevelAndWeighAsMuch() {
    double[] values = {1, 9, 4, 4, 2, 7, 3, 5};
    SeriesScale scale = new SeriesScale(DemandScaling.RATIO, values, Frequency.QUARTERLY);
    double level = DemandLevel.beforeEach(values, Frequency.QUARTERLY)[6];
    assertThat(scale.offset(6, 7)).isZero();
    assertThat(scale.factor(6)).isEqualTo(level);
    assertThat(scale.weight(6)).isEqualTo(level);
  }

  @Test
  void aScaleForTheEndAloneIsTheOneForAllOriginsThere() {
    double[] values = {1, 9, NAN, 4, 2.3, NAN, 3, 5};
    for (int length = 0; length <= values.length; length++) {
      double[] known = Arrays.copyOf(values, length);
      for (DemandScaling scaling : DemandScaling.values()) {
        SeriesScale all = new SeriesScale(scaling, known, Frequency.QUARTERLY);
        SeriesScale end = SeriesScale.atEnd(scaling, known, Frequency.QUARTERLY);
        assertThat(end.factor(length)).isEqualTo(all.factor(length));
        for (int target = length; target < length + 6; target++) {
          assertThat(end.offset(length, target)).isEqualTo(all.offset(length, target));
        }
      }
    }
  }
}
