package io.synkro.predict.features.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCalendarTest {
  private static final EventRule LABOR =
      EventRule.weekday("Labor Day", 1, DayOfWeek.MONDAY, Month.SEPTEMBER);
  private static final EventRule MEMORIAL =
      EventRule.weekday("Memorial Day", -1, DayOfWeek.MONDAY, Month.MAY);
  private static final EventRule THANKSGIVING =
      EventRule.weekday("Thanksgiving", 4, DayOfWeek.THURSDAY, Month.NOVEMBER);

  /** US Office of Personnel Management, Federal Holidays, 2023 and 2024. */
  @Test
  void rulesGiveThePublishedDays() {
    EventCalendar us =
        EventCalendar.ofRules(
            "us",
            2023,
            2024,
            LABOR,
            MEMORIAL,
            THANKSGIVING,
            EventRule.fixed("Christmas", Month.DECEMBER, 25));
    assertThat(us.events())
        .containsExactly(
            event("Memorial Day", "2023-05-29"),
            event("Labor Day", "2023-09-04"),
            event("Thanksgiving", "2023-11-23"),
            event("Christmas", "2023-12-25"),
            event("Memorial Day", "2024-05-27"),
            event("Labor Day", "2024-09-02"),
            event("Thanksgiving", "2024-11-28"),
            event("Christmas", "2024-12-25"));
  }

  @Test
  void aRuleMayHaveNoDayInAYearOrLeaveIt() {
    EventRule leap = EventRule.fixed("leap", Month.FEBRUARY, 29);
    assertThat(EventCalendar.ofRules("leap", 1896, 1908, leap).events())
        .containsExactly(
            event("leap", "1896-02-29"), event("leap", "1904-02-29"), event("leap", "1908-02-29"));
    EventRule fifth = EventRule.weekday("fifth", 5, DayOfWeek.MONDAY, Month.FEBRUARY);
    assertThat(EventCalendar.ofRules("fifth", 2017, 2043, fifth).events()).isEmpty();
    assertThat(EventCalendar.ofRules("fifth", 2044, 2044, fifth).events())
        .containsExactly(event("fifth", "2044-02-29"));
    EventRule early = EventRule.easter("early", -100);
    assertThat(EventCalendar.ofRules("early", 2023, 2023, early).events())
        .containsExactly(event("early", "2023-12-22")); // 100 days before Easter 2024
  }

  @Test
  void identityChangesWithAnyDayYearOrName() {
    LocalDate day = LocalDate.of(2024, 7, 1);
    EventCalendar sale = EventCalendar.of("sale", 2020, 2025, List.of(Event.on("S", day)));
    assertThat(sale.definition())
        .matches("sale\\[2020\\.\\.2025, sha256 [0-9a-f]{64}\\]")
        .isEqualTo(
            EventCalendar.of("sale", 2020, 2025, List.of(Event.on("S", day), Event.on("S", day)))
                .definition());
    for (EventCalendar other :
        List.of(
            EventCalendar.of("sale", 2020, 2025, List.of(Event.on("S", day.plusDays(1)))),
            EventCalendar.of("sale", 2020, 2025, List.of(new Event("S", day, day.plusDays(1)))),
            EventCalendar.of("sale", 2020, 2025, List.of(Event.on("T", day))),
            EventCalendar.of("sale", 2020, 2025, List.of()),
            EventCalendar.of("sale", 2020, 2026, sale.events()),
            EventCalendar.of("sale2", 2020, 2025, sale.events()))) {
      assertThat(other.definition()).isNotEqualTo(sale.definition());
      assertThat(EventFeatures.days(other)).isNotEqualTo(EventFeatures.days(sale));
    }
  }

  @Test
  void unionIsKnownWhereBothAre() {
    EventCalendar labor = EventCalendar.ofRules("labor", 2020, 2024, LABOR);
    EventCalendar memorial = EventCalendar.ofRules("memorial", 2023, 2030, MEMORIAL);
    EventCalendar both = labor.union("both", memorial);
    assertThat(both).isEqualTo(EventCalendar.ofRules("both", 2023, 2024, LABOR, MEMORIAL));
    assertThat(both.only("labor", "Labor Day"))
        .isEqualTo(EventCalendar.ofRules("labor", 2023, 2024, LABOR));
    EventCalendar later = EventCalendar.ofRules("later", 2026, 2030, LABOR);
    assertThatThrownBy(() -> labor.union("none", later))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("years of calendar none (2026 to 2024)");
  }

  @Test
  void tellsTheEventsOfADay() {
    LocalDate start = LocalDate.of(2024, 6, 28);
    Event promotion = new Event("3 for 2", start, start.plusDays(9));
    Event match = Event.on("match", start.plusDays(2));
    EventCalendar calendar = EventCalendar.of("shop", 2024, 2024, List.of(match, promotion));
    assertThat(calendar.on(start.plusDays(2))).containsExactly(promotion, match);
    assertThat(calendar.on(start.plusDays(9))).containsExactly(promotion);
    assertThat(calendar.on(start.plusDays(10))).isEmpty();
    assertThat(calendar.on(start.minusDays(1))).isEmpty();
  }

  @Test
  void refusesWhatCannotBe() {
    LocalDate day = LocalDate.of(2024, 1, 1);
    assertThatThrownBy(() -> new Event("sale", day, day.minusDays(1)))
        .hasMessageContaining("must not be before 2024-01-01");
    assertThatThrownBy(() -> EventCalendar.of("a b", day)).hasMessageContaining("event calendar");
    assertThatThrownBy(() -> EventCalendar.of("a", 2025, 2026, List.of(Event.on("x", day))))
        .hasMessageContaining("must be in the years of the calendar, 2025 to 2026");
    assertThatThrownBy(() -> EventCalendar.of("a")).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> EventCalendar.of("a", day).only("b", "x"))
        .hasMessageContaining("use one of [a]");
    assertThatThrownBy(() -> EventRule.fixed("x", Month.JUNE, 31)).hasMessageContaining("JUNE");
  }

  private static Event event(String name, String day) {
    return Event.on(name, LocalDate.parse(day));
  }
}
