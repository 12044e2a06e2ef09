package io.synkro.predict.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import org.junit.jupiter.api.Test;

/** Expected values are worked out by hand beside each test. */
class IntervalScoresTest {
  private static final double[] ACTUAL = {3, 0, 5, Double.NaN, 2};
  private static final double[] LOWER = {3, 1, 0, 0, 3};
  private static final double[] UPPER = {4, 2, 5, 9, 4};

  @Test
  void coverageCountsBothEnds() {
    IntervalScores scores = IntervalScores.of(ACTUAL, LOWER, UPPER, 0.9);
    assertThat(scores.coverage()).isEqualTo(2 / 4.0);
    assertThat(scores.width()).isEqualTo((1 + 1 + 5 + 1) / 4.0);
  }

  @Test
  void winklerChargesWhatLiesOutside() {
    // 90 %: 2 / 0.1 = 20 for each of the two units outside; 95 %: 40
    IntervalScores ninety = IntervalScores.of(ACTUAL, LOWER, UPPER, 0.9);
    assertThat(ninety.winkler()).isCloseTo((8 + 20 * 2) / 4.0, within(1e-12));
    IntervalScores ninetyFive = IntervalScores.of(ACTUAL, LOWER, UPPER, 0.95);
    assertThat(ninetyFive.winkler()).isCloseTo((8 + 40 * 2) / 4.0, within(1e-12));
  }

  @Test
  void msisIsWinklerByTheErrorOfTheNaiveMethod() {
    double naiveError = Accuracy.naiveError(new double[] {1, 3, 2, 6}, 2); // |2-1|, |6-3|
    assertThat(IntervalScores.of(ACTUAL, LOWER, UPPER, 0.95).msis(naiveError))
        .isCloseTo(22 / 2.0, within(1e-12));
    double none = Accuracy.naiveError(new double[] {1, 1, 1}, 1);
    assertThat(IntervalScores.of(ACTUAL, LOWER, UPPER, 0.95).msis(none)).isNaN();
  }

  /** The Winkler score of 1 - a is 2 / a times the sum of the pinball losses of both ends. */
  @Test
  void winklerIsThePinballLossOfBothEnds() {
    double losses =
        QuantileScores.pinball(ACTUAL, LOWER, 0.05) + QuantileScores.pinball(ACTUAL, UPPER, 0.95);
    assertThat(IntervalScores.of(ACTUAL, LOWER, UPPER, 0.9).winkler())
        .isCloseTo(2 / 0.1 * losses, within(1e-9));
  }

  @Test
  void endsThatAreUnknownHoldNothing() {
    double[] unknown = {Double.NaN, 0};
    IntervalScores scores =
        IntervalScores.of(new double[] {5, 4}, unknown, new double[] {9, 9}, 0.9);
    assertThat(scores.coverage()).isEqualTo(1 / 2.0);
    assertThat(scores.width()).isNaN();
    assertThat(scores.winkler()).isNaN();
    assertThat(IntervalScores.of(new double[0], new double[0], new double[0], 0.9).coverage())
        .isNaN();
  }

  @Test
  void intervalsThatAreTurnedAroundAreRefused() {
    assertThatThrownBy(() -> IntervalScores.of(ACTUAL, UPPER, LOWER, 0.9))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must not be below lower");
    assertThatThrownBy(() -> IntervalScores.of(ACTUAL, LOWER, UPPER, 90))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("0.95");
  }
}
