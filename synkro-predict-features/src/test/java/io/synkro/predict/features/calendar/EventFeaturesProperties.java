package io.synkro.predict.features.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.TimeAxis;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Against a reference that looks at every day on its own. */
class EventFeaturesProperties {
  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final LocalDate END = LocalDate.of(2024, 12, 31);

  @Property(tries = 100)
  void agreesWithLookingAtEveryDay(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 12) int events,
      @ForAll @IntRange(min = 1, max = 60) int window,
      @ForAll Frequency frequency) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Event> some =
        IntStream.range(0, events)
            .mapToObj(i -> START.plusDays(random.nextInt(-3, 740)))
            .map(day -> new Event("e", day, day.plusDays(random.nextInt(4))))
            .filter(e -> !e.last().isBefore(START) && !e.first().isAfter(END))
            .toList();
    EventCalendar calendar = EventCalendar.of("e", 2023, 2024, some);
    TimeAxis axis = TimeAxis.of(frequency, LocalDate.of(2023, 1, 1));
    for (int i = 0; i < 12; i++) {
      long step = axis.stepOf(START.plusDays(random.nextInt(-20, 760)));
      List<LocalDate> days = days(axis, step);
      LocalDate first = days.get(0);
      Float count =
          days.stream().allMatch(calendar::covers)
              ? count(days, day -> has(calendar, day))
              : Float.valueOf(Float.NaN);
      assertThat(EventFeatures.days(calendar).value(axis, step)).isEqualTo(count);
      assertThat(EventFeatures.daysUntil(calendar, window).value(axis, step))
          .isEqualTo(distance(calendar, first, window, 1));
      assertThat(EventFeatures.daysSince(calendar, window).value(axis, step))
          .isEqualTo(distance(calendar, first, window, -1));
      assertThat(EventFeatures.before(calendar, window).value(axis, step))
          .isEqualTo(near(calendar, days, window, 1));
      assertThat(EventFeatures.after(calendar, window).value(axis, step))
          .isEqualTo(near(calendar, days, window, -1));
    }
  }

  @Test
  void flagsBeforeDuringAndAfterAPromotion() {
    LocalDate day = LocalDate.of(2024, 6, 10);
    EventCalendar sale =
        EventCalendar.of("sale", 2024, 2024, List.of(new Event("sale", day, day.plusDays(1))));
    TimeAxis axis = TimeAxis.of(Frequency.DAILY, day.minusDays(4));
    assertThat(values(EventFeatures.days(sale), axis)).containsExactly(0, 0, 0, 0, 1, 1, 0, 0, 0);
    assertThat(values(EventFeatures.before(sale, 2), axis))
        .containsExactly(0, 0, 1, 1, 0, 0, 0, 0, 0);
    assertThat(values(EventFeatures.after(sale, 1), axis))
        .containsExactly(0, 0, 0, 0, 0, 0, 1, 0, 0);
    assertThat(values(EventFeatures.daysUntil(sale, 3), axis))
        .containsExactly(3, 3, 2, 1, 0, 0, 3, 3, 3);
    assertThat(values(EventFeatures.daysSince(sale, 2), axis))
        .containsExactly(2, 2, 2, 2, 0, 0, 1, 2, 2);
    TimeAxis weeks = TimeAxis.of(Frequency.WEEKLY, day.minusDays(7));
    assertThat(EventFeatures.days(sale).value(weeks, 1)).isEqualTo(2);
    assertThat(EventFeatures.before(sale, 2).value(weeks, 0)).isEqualTo(2);
  }

  private static float[] values(StepFeature feature, TimeAxis axis) {
    float[] values = new float[9];
    feature.fill(axis, 0, values, 0, 9);
    return values;
  }

  private static List<LocalDate> days(TimeAxis axis, long step) {
    LocalDate first = axis.at(step).toLocalDate();
    LocalDate end = axis.at(step + 1).toLocalDate();
    return first.datesUntil(end.isAfter(first) ? end : first.plusDays(1)).toList();
  }

  private static Float near(EventCalendar calendar, List<LocalDate> days, int window, int sign) {
    if (days.stream().anyMatch(d -> Float.isNaN(distance(calendar, d, window + 1, sign)))) {
      return Float.NaN;
    }
    return count(
        days,
        day ->
            !has(calendar, day)
                && LongStream.rangeClosed(1, window)
                    .anyMatch(k -> has(calendar, day.plusDays(sign * k))));
  }

  /** Walks day by day; NaN as soon as a day is not known. */
  private static Float distance(EventCalendar calendar, LocalDate day, int most, int sign) {
    for (int k = 0; k < most; k++) {
      LocalDate at = day.plusDays((long) sign * k);
      if (!calendar.covers(at)) {
        return Float.NaN;
      }
      if (has(calendar, at)) {
        return (float) k;
      }
    }
    return (float) most;
  }

  private static boolean has(EventCalendar calendar, LocalDate day) {
    return !calendar.on(day).isEmpty();
  }

  private static Float count(List<LocalDate> days, Predicate<LocalDate> test) {
    return (float) days.stream().filter(test).count();
  }
}
