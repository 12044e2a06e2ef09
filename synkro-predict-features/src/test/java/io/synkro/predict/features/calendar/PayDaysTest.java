package io.synkro.predict.features.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.calendar.PayDays.Roll;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.TimeAxis;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PayDaysTest {
  private static final WorkingDays UK =
      WorkingDays.of(
          EventCalendar.ofRules(
              "uk",
              2022,
              2026,
              EventRule.fixed("New Year", Month.JANUARY, 1),
              EventRule.fixed("Christmas", Month.DECEMBER, 25)));

  @Test
  void paysOnADayOfTheMonth() {
    List<LocalDate> days = days(PayDays.dayOfMonth(30).calendar("pay", 2023, 2024));
    assertThat(days).hasSize(24).contains(LocalDate.of(2023, 2, 28), LocalDate.of(2024, 2, 29));
    assertThat(days(PayDays.lastOfMonth().calendar("pay", 2023, 2023)))
        .allMatch(day -> day.plusDays(1).getDayOfMonth() == 1)
        .hasSize(12);
  }

  @Test
  void movesToAWorkingDay() {
    PayDays pay = PayDays.dayOfMonth(25);
    // 2023-12-25 is a Monday and Christmas, 2024-02-25 is a Sunday
    assertThat(days(pay.onWorkingDay(Roll.PREVIOUS, UK).calendar("pay", 2023, 2025)))
        .contains(LocalDate.of(2023, 12, 22), LocalDate.of(2024, 2, 23), LocalDate.of(2024, 1, 25))
        .hasSize(36);
    assertThat(days(pay.onWorkingDay(Roll.NEXT, UK).calendar("pay", 2023, 2025)))
        .contains(LocalDate.of(2023, 12, 26), LocalDate.of(2024, 2, 26), LocalDate.of(2024, 1, 25))
        .hasSize(36);
  }

  @Test
  void movesOverNewYear() {
    // 2022-12-31 is a Saturday and 2023-01-01 a holiday: paid on Monday, 2023-01-02
    EventCalendar pay =
        PayDays.lastOfMonth().onWorkingDay(Roll.NEXT, UK).calendar("pay", 2023, 2023);
    assertThat(pay.events().get(0).first()).isEqualTo(LocalDate.of(2023, 1, 2));
    // 2023-12-31 is a Sunday: paid in 2024
    assertThat(days(pay)).doesNotContain(LocalDate.of(2023, 12, 29)).hasSize(12);
    assertThatThrownBy(
            () -> PayDays.lastOfMonth().onWorkingDay(Roll.NEXT, UK).calendar("pay", 2022, 2022))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be in the years of calendar uk, 2022 to 2026");
  }

  @Test
  void paysEveryOtherFriday() {
    LocalDate anchor = LocalDate.of(2024, 3, 8);
    List<LocalDate> days = days(PayDays.everyWeeks(2, anchor).calendar("pay", 2023, 2025));
    assertThat(days).contains(anchor).hasSize(78);
    assertThat(days)
        .allMatch(day -> day.getDayOfWeek() == DayOfWeek.FRIDAY)
        .allMatch(day -> ChronoUnit.DAYS.between(anchor, day) % 14 == 0);
  }

  @Test
  void givesFeaturesLikeAnyCalendar() {
    EventCalendar pay = PayDays.dayOfMonth(25).calendar("pay", 2023, 2024);
    TimeAxis axis = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 20));
    assertThat(EventFeatures.daysUntil(pay, 31).value(axis, 0)).isEqualTo(5);
    assertThat(EventFeatures.daysSince(pay, 31).value(axis, 0)).isEqualTo(26);
    assertThat(EventFeatures.daysSince(pay, 31).name()).isEqualTo("pay.since");
  }

  @Test
  void countsWorkingDays() {
    TimeAxis years = TimeAxis.of(Frequency.YEARLY, LocalDate.of(2024, 1, 1));
    assertThat(WorkingDays.weekdays().count().value(years, 0)).isEqualTo(262);
    assertThat(UK.count().value(years, 0)).isEqualTo(260);
    assertThat(UK.share().value(years, 0)).isEqualTo(260 / 366f);
    assertThat(UK.count().value(years, 10)).isNaN();
    TimeAxis days = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 12, 24));
    assertThat(UK.count().value(days, 0)).isEqualTo(1);
    assertThat(UK.count().value(days, 1)).isZero();
    WorkingDays gulf =
        WorkingDays.of(
            Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
            EventCalendar.of("none", 2024, 2024, List.of()));
    assertThat(gulf.contains(LocalDate.of(2024, 12, 27))).isFalse();
    assertThat(gulf.contains(LocalDate.of(2024, 12, 29))).isTrue();
    assertThat(gulf.definition()).isNotEqualTo(WorkingDays.weekdays().definition());
  }

  private static List<LocalDate> days(EventCalendar calendar) {
    return calendar.events().stream().map(Event::first).toList();
  }
}
