package io.synkro.predict.examples.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the files promise is really in the demand behind them. */
class SampleTruthTest {
  private static final SampleOptions OPTIONS = SampleOptions.defaults();

  private record Life(Product product, SeriesCalendar calendar, SeriesHistory history) {}

  private static final List<Life> LIVES = lives();

  private static List<Life> lives() {
    List<Life> lives = new ArrayList<>();
    for (int i = 0; i < OPTIONS.products(); i++) {
      Product product = Product.of(OPTIONS, i);
      SeriesCalendar calendar = SeriesCalendar.of(OPTIONS, product);
      lives.add(new Life(product, calendar, SeriesSimulation.run(OPTIONS, product, calendar, 1)));
    }
    return lives;
  }

  @Test
  void recordedUnitsAreCensoredByStock() {
    long stockOuts = 0;
    for (Life life : LIVES) {
      SeriesHistory history = life.history();
      for (int day = life.product().traits().firstDay(); day < OPTIONS.days(); day++) {
        if (history.units()[day] >= 0) {
          int sold = Math.min(history.demand()[day], history.stock()[day]);
          assertThat(history.units()[day]).isEqualTo(sold);
        }
        boolean full = history.inStock()[day] == 100;
        boolean lost = history.demand()[day] > history.stock()[day];
        boolean empty = history.stock()[day] == 0;
        assertThat(full).isEqualTo(!lost && !empty);
        assertThat(history.inStock()[day] == 0).isEqualTo(empty);
        stockOuts += full ? 0 : 1;
      }
    }
    // 1 % to 10 % of about 70,000 days
    assertThat(stockOuts).isBetween(700L, 7_000L);
  }

  @Test
  void fridaysAndSaturdaysSellMoreThanSundays() {
    LocalDate first = OPTIONS.firstDay();
    double saturday = mean(smooth(), day -> weekday(first, day) == DayOfWeek.SATURDAY);
    double sunday = mean(smooth(), day -> weekday(first, day) == DayOfWeek.SUNDAY);
    assertThat(saturday / sunday).isGreaterThan(1.8);
  }

  @Test
  void promotionsRaiseDemandAndCutPrices() {
    double ratio = 0;
    int count = 0;
    for (Life life : smooth()) {
      SeriesCalendar calendar = life.calendar();
      double on = mean(List.of(life), calendar::promotion);
      double off = mean(List.of(life), day -> !calendar.promotion(day));
      if (on > 0) {
        ratio += on / off;
        count++;
      }
      for (int day = 1; day < OPTIONS.days(); day++) {
        if (calendar.promotion(day) && !calendar.promotion(day - 1)) {
          assertThat(calendar.priceCents(day)).isLessThan(calendar.priceCents(day - 1));
        }
      }
    }
    assertThat(count).isGreaterThan(40);
    assertThat(ratio / count).isBetween(1.4, 2.4);
  }

  @Test
  void planIsKnownAfterTheLastDay() {
    long promotions = 0;
    for (Life life : LIVES) {
      for (int day = OPTIONS.days(); day < OPTIONS.days() + 28; day++) {
        assertThat(life.calendar().priceCents(day)).isPositive();
        promotions += life.calendar().promotion(day) ? 1 : 0;
      }
    }
    assertThat(promotions).isPositive();
    // 1 January 2026 is the first day after the history
    assertThat(LIVES.get(0).calendar().holiday(OPTIONS.days())).isTrue();
  }

  @Test
  void holidaysSellLessAndTheirEvesMore() {
    SeriesCalendar any = LIVES.get(0).calendar();
    // Christmas Eve 2024 and the two holidays after it, from 2024-01-02 on
    int eve = (int) (LocalDate.of(2024, 12, 24).toEpochDay() - OPTIONS.firstDay().toEpochDay());
    assertThat(any.holiday(eve)).isFalse();
    assertThat(any.holiday(eve + 1)).isTrue();
    assertThat(any.holiday(eve + 2)).isTrue();
    double before = mean(smooth(), day -> day == eve);
    double on = mean(smooth(), day -> day == eve + 1);
    assertThat(before / on).isGreaterThan(2);
  }

  @Test
  void aQuarterOfTheProductsSellsOnFewDays() {
    // Syntetos, Boylan, Croston (2005): intermittent if more than 1.32 days lie between sales
    long intermittent =
        LIVES.stream()
            .filter(
                life -> {
                  int first = life.product().traits().firstDay();
                  int last = Math.min(OPTIONS.days(), life.product().traits().fadeDay());
                  int[] demand = life.history().demand();
                  long with = IntStream.range(first, last).filter(d -> demand[d] > 0).count();
                  return (double) (last - first) / with > 1.32;
                })
            .count();
    assertThat((double) intermittent / LIVES.size()).isCloseTo(0.25, within(0.08));
  }

  @Test
  void someProductsAreNewAndSomeDieOut() {
    long fresh = LIVES.stream().filter(life -> life.product().traits().firstDay() > 0).count();
    List<Life> dying =
        LIVES.stream().filter(l -> l.product().traits().fadeDay() < OPTIONS.days()).toList();
    assertThat(fresh).isBetween(2L, 8L);
    assertThat(dying).hasSizeBetween(1, 6);
    for (Life life : dying) {
      int dead = life.product().traits().fadeDay() + 60;
      assertThat(mean(List.of(life), day -> day > dead)).isZero();
    }
  }

  @Test
  void easterMovesAsTheAlmanacSays() {
    // dates of Easter Sunday: U.S. Naval Observatory, "The Date of Easter"
    assertThat(PublicHolidays.easterSunday(2024)).isEqualTo("2024-03-31");
    assertThat(PublicHolidays.easterSunday(2025)).isEqualTo("2025-04-20");
    assertThat(PublicHolidays.easterSunday(2026)).isEqualTo("2026-04-05");
    assertThat(PublicHolidays.contains(LocalDate.of(2025, 4, 18))).isTrue();
    assertThat(PublicHolidays.contains(LocalDate.of(2025, 6, 9))).isTrue();
    assertThat(PublicHolidays.contains(LocalDate.of(2025, 4, 19))).isFalse();
  }

  private static List<Life> smooth() {
    return LIVES.stream()
        .filter(life -> life.product().pattern() == Product.Pattern.SMOOTH)
        .toList();
  }

  private static DayOfWeek weekday(LocalDate first, int day) {
    return first.plusDays(day).getDayOfWeek();
  }

  private static double mean(List<Life> lives, IntPredicate days) {
    return lives.stream()
        .flatMapToInt(
            life ->
                IntStream.range(life.product().traits().firstDay(), OPTIONS.days())
                    .filter(days)
                    .map(day -> life.history().demand()[day]))
        .average()
        .orElse(0);
  }
}
