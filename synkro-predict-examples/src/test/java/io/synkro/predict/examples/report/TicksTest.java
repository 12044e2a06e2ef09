package io.synkro.predict.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void stepsAreRound() {
    // 0 to 97 with at most 6 ticks: steps of 20, the smallest of 1-2-5 that needs no more
    assertThat(NiceTicks.of(0, 97, 6).values()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
    assertThat(NiceTicks.of(-3, 8, 5).values()).containsExactly(-5.0, 0.0, 5.0, 10.0);
  }

  @Test
  void labelsHaveTheDecimalsOfTheStep() {
    NiceTicks ticks = NiceTicks.of(0, 0.9, 6);
    assertThat(ticks.values().stream().map(ticks::label))
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
  }

  @Test
  void aFlatLineHasAnAxisToo() {
    assertThat(NiceTicks.of(0, 0, 5).high()).isPositive();
  }

  @Property(tries = 300)
  void ticksCoverTheData(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double a,
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double b,
      @ForAll @IntRange(min = 3, max = 12) int atMost) {
    double low = Math.min(a, b);
    double high = Math.max(a, b);
    NiceTicks ticks = NiceTicks.of(low, high, atMost);
    double tolerance = ticks.step() * 1e-6;
    assertThat(ticks.low()).isLessThanOrEqualTo(low + tolerance);
    assertThat(ticks.high()).isGreaterThanOrEqualTo(high - tolerance);
    // the data may touch one more step at either end
    assertThat(ticks.values()).hasSizeBetween(2, atMost + 2);
  }

  @Test
  void monthsAreNamedAndYearsStandBelow() {
    List<DateTicks.Tick> ticks =
        DateTicks.of(at("2025-10-15T00:00"), at("2026-02-20T00:00"), 6, false);
    assertThat(ticks.stream().map(DateTicks.Tick::label))
        .containsExactly("Nov", "Dec", "Jan", "Feb");
    assertThat(ticks.stream().map(DateTicks.Tick::secondLine))
        .containsExactly("2025", "", "2026", "");
  }

  @Test
  void weeksStartOnMondays() {
    // 5 and 12 January 2026 are Mondays
    List<DateTicks.Tick> ticks =
        DateTicks.of(at("2026-01-01T00:00"), at("2026-01-18T00:00"), 4, false);
    assertThat(ticks.stream().map(DateTicks.Tick::label)).containsExactly("5 Jan", "12 Jan");
  }

  @Test
  void hoursAreShownOnlyIfTheyMatter() {
    LocalDateTime last = at("2026-01-02T00:00");
    assertThat(DateTicks.of(at("2026-01-01T00:00"), last, 5, true).get(1).label())
        .isEqualTo("06:00");
    assertThat(DateTicks.of(at("2026-01-01T00:00"), last, 5, false).get(1).label())
        .isEqualTo("2 Jan");
  }

  private static LocalDateTime at(String text) {
    return LocalDateTime.parse(text);
  }
}
