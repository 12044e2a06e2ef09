package io.synkro.predict.examples.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Ticks on hours, days, Mondays, first days of months or years, whichever leaves enough room. */
final class DateTicks {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /** A tick; the second line is empty where it would repeat the tick before. */
  record Tick(LocalDateTime time, String label, String secondLine) {}

  private record Step(ChronoUnit unit, int count) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(ChronoUnit.HOURS, 1),
          new Step(ChronoUnit.HOURS, 3),
          new Step(ChronoUnit.HOURS, 6),
          new Step(ChronoUnit.HOURS, 12),
          new Step(ChronoUnit.DAYS, 1),
          new Step(ChronoUnit.DAYS, 2),
          new Step(ChronoUnit.WEEKS, 1),
          new Step(ChronoUnit.WEEKS, 2),
          new Step(ChronoUnit.MONTHS, 1),
          new Step(ChronoUnit.MONTHS, 2),
          new Step(ChronoUnit.MONTHS, 3),
          new Step(ChronoUnit.MONTHS, 6),
          new Step(ChronoUnit.YEARS, 1),
          new Step(ChronoUnit.YEARS, 2),
          new Step(ChronoUnit.YEARS, 5),
          new Step(ChronoUnit.YEARS, 10),
          new Step(ChronoUnit.YEARS, 50));

  private DateTicks() {}

  static List<Tick> of(LocalDateTime first, LocalDateTime last, int atMost, boolean clock) {
    for (Step step : STEPS) {
      if (step.unit() == ChronoUnit.HOURS && !clock) {
        continue;
      }
      double length = step.unit().getDuration().toSeconds() * (double) step.count();
      if (ChronoUnit.SECONDS.between(first, last) / length + 1 <= atMost) {
        return ticks(first, last, step);
      }
    }
    return ticks(first, last, STEPS.get(STEPS.size() - 1));
  }

  /** A date such as 3 Mar 2025. */
  static String date(LocalDateTime time) {
    return dayMonth(time) + " " + time.getYear();
  }

  static String dayMonth(LocalDateTime time) {
    return time.getDayOfMonth() + " " + MONTHS.get(time.getMonthValue() - 1);
  }

  private static List<Tick> ticks(LocalDateTime first, LocalDateTime last, Step step) {
    List<Tick> ticks = new ArrayList<>();
    String before = "";
    LocalDateTime start = start(first, step);
    for (int k = 0; ; k++) {
      LocalDateTime time = start.plus((long) k * step.count(), step.unit());
      if (time.isAfter(last)) {
        return ticks;
      }
      if (!time.isBefore(first)) {
        String second = secondLine(time, step.unit());
        ticks.add(new Tick(time, label(time, step.unit()), second.equals(before) ? "" : second));
        before = second;
      }
    }
  }

  /** The last point of the step's grid that is not after the time. */
  private static LocalDateTime start(LocalDateTime first, Step step) {
    LocalDate day = first.toLocalDate();
    return switch (step.unit()) {
      case HOURS -> day.atStartOfDay();
      case DAYS -> day.minusDays(Math.floorMod(day.toEpochDay(), step.count())).atStartOfDay();
      case WEEKS -> monday(day, step.count()).atStartOfDay();
      case MONTHS -> day.withDayOfYear(1).atStartOfDay();
      default ->
          LocalDate.of(Math.floorDiv(day.getYear(), step.count()) * step.count(), 1, 1)
              .atStartOfDay();
    };
  }

  private static LocalDate monday(LocalDate day, int weeks) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return monday.minusWeeks(Math.floorMod(Math.floorDiv(monday.toEpochDay(), 7), weeks));
  }

  private static String label(LocalDateTime time, ChronoUnit unit) {
    return switch (unit) {
      case HOURS -> (time.getHour() < 10 ? "0" : "") + time.getHour() + ":00";
      case DAYS, WEEKS -> dayMonth(time);
      case MONTHS -> MONTHS.get(time.getMonthValue() - 1);
      default -> Integer.toString(time.getYear());
    };
  }

  private static String secondLine(LocalDateTime time, ChronoUnit unit) {
    return switch (unit) {
      case HOURS -> dayMonth(time);
      case DAYS, WEEKS, MONTHS -> Integer.toString(time.getYear());
      default -> "";
    };
  }
}
