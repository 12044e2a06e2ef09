package io.synkro.predict.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WholeTotalsTest {
  private static final int LENGTH = 2500;
  private static final double[] NO_STATE = {};

  private final SplittableRandom random = new SplittableRandom(5);
  private final float[] values = new float[LENGTH];
  private final WholeTotals totals = new WholeTotals(LENGTH);

  /** Two parts, as from both ends of a ring. */
  private void fill(int largest, double gaps) {
    short[] codes = new short[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      boolean missing = random.nextDouble() < gaps;
      codes[i] = (short) (missing ? WholeTotals.MISSING : random.nextInt(largest + 1));
    }
    int head = random.nextInt(LENGTH);
    totals.begin(values);
    totals.add(codes, LENGTH - head, head);
    totals.add(codes, 0, LENGTH - head);
  }

  /** A view of the same values that does not know their totals takes the way of all values. */
  private void assertSame(Rolling rolling, int end) {
    HistoryView with = new HistoryView();
    with.place(values, end, rolling.lookback(), end);
    with.know(totals);
    HistoryView without = new HistoryView();
    without.place(values, end, rolling.lookback(), end);
    assertThat(with.totals()).isNotNull();
    assertThat(Float.floatToIntBits(rolling.value(with, NO_STATE, 0)))
        .as("%s before %d", rolling.definition(), end)
        .isEqualTo(Float.floatToIntBits(rolling.value(without, NO_STATE, 0)));
  }

  private void assertAllSame() {
    for (int size = 1; size < 2200; size += 1 + size / 3) {
      for (int stride : size < 100 ? new int[] {1, 7} : new int[] {1}) {
        Window window = new Window(size, stride, 1 + random.nextInt(size));
        for (int end : new int[] {LENGTH, window.lookback(), LENGTH - random.nextInt(200)}) {
          assertSame(RollingAverage.mean(window), end);
          assertSame(RollingAverage.zeroShare(window), end);
          if (size > 1) {
            assertSame(new RollingSd(window), end);
          }
        }
      }
    }
  }

  @Test
  void windowsHaveTheBitsOfThoseOfAnyValues() {
    for (int largest : new int[] {0, 1, 9, 1000, 65_534}) {
      fill(largest, 0);
      assertAllSame();
    }
  }

  @Test
  void missingNumbersAreLeftOut() {
    for (double gaps : new double[] {0.001, 0.1, 0.9, 1}) {
      fill(65_534, gaps);
      assertAllSame();
    }
  }

  @Test
  void sumsAndSquaresAreExactForTheLargestNumbers() {
    WholeTotals most = new WholeTotals(20_000);
    short[] codes = new short[20_000];
    Arrays.fill(codes, (short) 65_534);
    most.begin(new float[20_000]);
    most.add(codes, 0, 20_000);

    assertThat(most.sum(10_000, 20_000)).isEqualTo(655_340_000);
    assertThat(most.squares(10_000, 20_000)).isEqualTo(10_000L * 65_534 * 65_534);
    assertThat(most.missing(0, 20_000)).isZero();
  }

  @Test
  void knowNothingOfOtherArraysAndLaterPositions() {
    totals.begin(values);
    totals.add(new short[] {1, 2, 3}, 0, 3);

    assertThat(totals.hold(values, 3)).isTrue();
    assertThat(totals.hold(values, 4)).isFalse();
    assertThat(totals.hold(values.clone(), 3)).isFalse();
  }

  @Test
  void gapsOfTheSeriesBeforeAreForgotten() {
    fill(9, 0.5);
    fill(9, 0);

    assertThat(totals.missing(0, LENGTH)).isZero();
    assertAllSame();
  }
}
