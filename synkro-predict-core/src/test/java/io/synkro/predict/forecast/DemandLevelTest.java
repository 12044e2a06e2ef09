package io.synkro.predict.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.series.Frequency;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** A yearly level goes over four steps, which are averaged in the head. */
class DemandLevelTest {
  private static final double NAN = Double.NaN;

  private static double[] levels(double... values) {
    return DemandLevel.beforeEach(values, Frequency.YEARLY);
  }

  @Test
  void levelsAreMeansOfTheWindowBefore() {
    assertThat(levels(2, 4, 6, 8, 10))
        .containsExactly(DemandLevel.LEAST, 2, 3, 4, 5, (4 + 6 + 8 + 10) / 4.0);
  }

  @Test
  void missingValuesAreLeftOut() {
    assertThat(levels(NAN, 4, NAN, 8)).containsExactly(0.05, 0.05, 4, 4, 6);
  }

  @Test
  void aWindowThatSoldNothingTakesAllThatCameBefore() {
    // four zeros: 6 / 5; four unknown values: 6 / 1
    assertThat(levels(6, 0, 0, 0, 0)[5]).isEqualTo(1.2);
    assertThat(levels(6, NAN, NAN, NAN, NAN)[5]).isEqualTo(6);
  }

  @Test
  void aLevelIsNeverLessThanTheLeast() {
    assertThat(levels(0, 0)).containsOnly(DemandLevel.LEAST);
    assertThat(levels(NAN, NAN)).containsOnly(DemandLevel.LEAST);
    assertThat(levels(0.01)[1]).isEqualTo(DemandLevel.LEAST);
  }

  @Property(tries = 100)
  void levelsOfAnyFrequencyEqualThePlainMean(
      @ForAll Frequency frequency,
      @ForAll @LongRange(min = 0, max = 1000) long seed,
      @ForAll @IntRange(min = 1, max = 500) int length) {
    double[] values = new SplittableRandom(seed).doubles(length, 1, 9).toArray();
    double[] window =
        Arrays.copyOfRange(values, Math.max(0, length - DemandLevel.window(frequency)), length);
    assertThat(DemandLevel.beforeEach(values, frequency)[length])
        .isCloseTo(Arrays.stream(window).average().orElseThrow(), within(1e-9));
  }

  @Property(tries = 200)
  void theLatestLevelIsTheLastOfAll(
      @ForAll Frequency frequency,
      @ForAll @LongRange(min = 0, max = 1000) long seed,
      @ForAll @IntRange(min = 0, max = 500) int length) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = random.doubles(length, 0, 9).map(v -> v < 1 ? NAN : v < 4 ? 0 : v).toArray();
    assertThat(DemandLevel.latest(values, frequency))
        .isEqualTo(DemandLevel.beforeEach(values, frequency)[length]);
  }
}
