package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Worked out in the head. */
class GapsTest {
  private static final double NAN = Double.NaN;

  @Test
  void aGapTakesTheMeanOfItsSeasonPositionBeforeAndAfter() {
    double[] values = {1, 2, 3, 4, NAN, 6, 7, 8, 9, 10, 11, 12};
    assertThat(Gaps.filled(values, 4)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    // the season after is missing too, but not the one after that
    double[] longer = {1, 2, 3, 4, NAN, 6, NAN, 8, 9};
    assertThat(Gaps.filled(longer, 2)).containsExactly(1, 2, 3, 4, 6, 6, 6, 8, 9);
  }

  @Test
  void aPositionThatWasSeenOnOneSideTakesThat() {
    assertThat(Gaps.filled(new double[] {1, 2, 3, 4, NAN, 6}, 4)[4]).isEqualTo(1);
    assertThat(Gaps.filled(new double[] {1, NAN, 3, 4, 5, 6}, 4)[1]).isEqualTo(6);
  }

  @Test
  void filledValuesFillNoOthers() {
    assertThat(Gaps.filled(new double[] {2, NAN, NAN, 8}, 1)).containsExactly(2, 5, 5, 8);
  }

  @Test
  void aPositionThatWasNeverSeenIsCrossedInAStraightLine() {
    assertThat(Gaps.filled(new double[] {1, NAN, NAN, 4}, 4)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void whatCameBeforeTheFirstValueIsLeftOut() {
    assertThat(Gaps.filled(new double[] {NAN, NAN, 3, NAN, 5}, 1)).containsExactly(3, 4, 5);
    assertThat(Gaps.filled(new double[] {NAN, NAN}, 1)).isEmpty();
  }
}
