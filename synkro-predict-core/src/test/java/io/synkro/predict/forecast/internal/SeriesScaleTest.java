package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.forecast.DemandLevel;
import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.DemandSpread;
import io.synkro.predict.series.Frequency;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Quarters, so that a season has four steps; offsets are worked out in the head. */
class SeriesScaleTest {
  private static final double NAN = Double.NaN;

  private static SeriesScale changes(double... values) {
    return new SeriesScale(DemandScaling.DIFFERENCE, values, Frequency.QUARTERLY);
  }

  /** What is added to a change of none: the demand that changes are counted from. */
  private static double offset(SeriesScale scale, int origin, int target) {
    return scale.demand(0, origin, target);
  }

  @Test
  void changesAreFromTheTargetsSeasonPositionInTheLastKnownSeason() {
    SeriesScale scale = changes(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(offset(scale, 8, 8)).isEqualTo(5);
    assertThat(offset(scale, 8, 11)).isEqualTo(8);
    assertThat(offset(scale, 8, 12)).isEqualTo(5);
    assertThat(offset(scale, 8, 17)).isEqualTo(6); // a series that ended early looks as far ahead
    assertThat(offset(scale, 6, 6)).isEqualTo(3); // nothing from the origin on is known
    assertThat(offset(scale, 6, 9)).isEqualTo(6);
  }

  @Test
  void whereItIsMissingTheMeanOfTheLastSeasonStandsIn() {
    assertThat(offset(changes(1, 2, 3, 4, NAN, 6, 7, 8), 8, 8)).isEqualTo(7);
    assertThat(offset(changes(3), 1, 1)).isEqualTo(3);
    assertThat(offset(changes(6, NAN, NAN, NAN, NAN), 5, 5)).isEqualTo(6);
    assertThat(offset(changes(6), 0, 0)).isZero();
  }

  @Test
  void changesAreInUnitsOfTheSpreadAndWeighAsMuchAsItWasLarger() {
    double[] values = {1, 9, 4, 4, 2, 7, 3, 5};
    SeriesScale scale = changes(values);
    double[] spreads = DemandSpread.beforeEach(values, Frequency.QUARTERLY);
    assertThat(scale.scaled(9, 6, 6)).isCloseTo((9 - 4) / spreads[6], within(1e-12));
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
    assertThat(scale.scaled(9, 6, 7)).isEqualTo(9 / level);
    assertThat(scale.demand(2, 6, 7)).isEqualTo(2 * level);
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
        assertThat(end.weight(length)).isEqualTo(all.weight(length));
        for (int target = length; target < length + 6; target++) {
          assertThat(end.demand(0.5, length, target)).isEqualTo(all.demand(0.5, length, target));
        }
      }
    }
  }

  @Test
  void logarithmsAreOfTheRatioAndATwentieth() {
    double[] values = {8, 8, 8, 8};
    SeriesScale scale = new SeriesScale(DemandScaling.LOG_RATIO, values, Frequency.QUARTERLY);
    assertThat(scale.scaled(16, 4, 4)).isCloseTo(Math.log(2.05), within(1e-12));
    assertThat(scale.scaled(0, 4, 4)).isCloseTo(Math.log(0.05), within(1e-12));
    assertThat(scale.demand(Math.log(2.05), 4, 4)).isCloseTo(16, within(1e-12));
    assertThat(scale.demand(1000, 4, 4)).isLessThan(8 * 1100); // more is not believed
    assertThat(scale.weight(4)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(DemandScaling.class)
  void demandComesBackFromWhatIsLearnt(DemandScaling scaling) {
    SeriesScale scale =
        new SeriesScale(scaling, new double[] {1, 9, 4, 0, 2, 7, 3, 5}, Frequency.QUARTERLY);
    for (double demand : new double[] {0, 1, 12}) {
      assertThat(scale.demand(scale.scaled(demand, 7, 7), 7, 7)).isCloseTo(demand, within(1e-9));
    }
  }
}
