package io.synkro.predict.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.series.Frequency;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Quarters have a season of four steps and a window of 16. */
class DemandSpreadTest {
  private static final double NAN = Double.NaN;

  /** The definition in its slowest form: every pair of the window before {@code end}. */
  private static double slow(double[] values, Frequency frequency, int end) {
    int season = frequency.seasonLength();
    int from = Math.max(0, end - Math.max(12, 4 * season));
    double seasonal = mean(values, from, end, season);
    double spread = Double.isNaN(seasonal) ? 0 : seasonal;
    int known = 0;
    double sizes = 0;
    int observed = 0;
    for (int t = from; t < end; t++) {
      known += t >= season && !Double.isNaN(values[t] - values[t - season]) ? 1 : 0;
      sizes += Double.isNaN(values[t]) ? 0 : values[t];
      observed += Double.isNaN(values[t]) ? 0 : 1;
    }
    double steps = mean(values, from, end, 1);
    if (known < season && steps > spread) {
      spread = steps;
    }
    return spread + (observed == 0 ? 0 : 0.01 * sizes / observed) + 1e-6;
  }

  private static double mean(double[] values, int from, int end, int step) {
    double sum = 0;
    int count = 0;
    for (int t = Math.max(from, step); t < end; t++) {
      double change = Math.abs(values[t] - values[t - step]);
      sum += Double.isNaN(change) ? 0 : change;
      count += Double.isNaN(change) ? 0 : 1;
    }
    return sum / count;
  }

  @Property(tries = 200)
  void itIsTheMeanChangeOfTheWindowBefore(
      @ForAll Frequency frequency,
      @ForAll @LongRange(min = 0, max = 10_000) long seed,
      @ForAll @IntRange(min = 0, max = 80) int length) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[length];
    for (int t = 0; t < length; t++) {
      values[t] = random.nextDouble() < 0.3 ? NAN : random.nextInt(20);
    }
    double[] spreads = DemandSpread.beforeEach(values, frequency);
    assertThat(spreads).hasSize(length + 1);
    for (int end = 0; end <= length; end++) {
      assertThat(spreads[end]).isCloseTo(slow(values, frequency, end), within(1e-9));
    }
  }

  private static double quarters(double... values) {
    return DemandSpread.beforeEach(values, Frequency.QUARTERLY)[values.length];
  }

  @Test
  void changesAreThoseFromSeasonToSeason() {
    // changes 1, 1, 1, 1 over a year; mean of all values 5
    assertThat(quarters(2, 8, 3, 5, 3, 9, 4, 6)).isCloseTo(1 + 0.05 + 1e-6, within(1e-12));
  }

  @Test
  void aShortSeriesTakesChangesOfSteps() {
    // changes 6, 5, 2 of a step; the mean of 2, 8, 3, 5 is 4.5
    assertThat(quarters(2, 8, 3, 5)).isCloseTo(13 / 3.0 + 0.045 + 1e-6, within(1e-12));
    assertThat(quarters(2)).isCloseTo(0.02 + 1e-6, within(1e-12));
    assertThat(quarters()).isEqualTo(1e-6);
  }

  @Test
  void constantAndMissingSeriesHaveASpread() {
    assertThat(quarters(7, 7, 7, 7, 7, 7, 7, 7, 7)).isCloseTo(0.07 + 1e-6, within(1e-12));
    assertThat(quarters(0, 0, 0)).isEqualTo(1e-6);
    assertThat(quarters(NAN, NAN, NAN)).isEqualTo(1e-6);
  }

  @Property(tries = 200)
  void theLatestSpreadIsTheLastOfAll(
      @ForAll Frequency frequency,
      @ForAll @LongRange(min = 0, max = 1000) long seed,
      @ForAll @IntRange(min = 0, max = 500) int length) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values =
        random.doubles(length, 0, 9).map(v -> v < 1 ? Double.NaN : v < 4 ? 0 : v).toArray();
    assertThat(DemandSpread.latest(values, frequency))
        .isEqualTo(DemandSpread.beforeEach(values, frequency)[length]);
  }
}
